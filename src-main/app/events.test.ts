import { expect, it } from 'vitest';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { createEvents } from './events.ts';

it('一个听者出错，别的照样听到，出错的进日志', () => {
  const ports = quietPorts();
  const { on, emit } = createEvents(ports.log);
  const heard: number[] = [];
  on('document.changed', () => {
    throw new Error('deaf');
  });
  const listener = ({ revision }: { revision: number }): void => void heard.push(revision);
  const stop = on('document.changed', listener);
  on('document.changed', listener);
  emit('document.changed', { id: 'd', revision: 1 });
  stop();
  stop();
  emit('document.changed', { id: 'd', revision: 2 });
  expect(heard).toEqual([1, 1, 2]);
  expect(ports.logged.map(({ message }) => message)).toEqual(['listener failed', 'listener failed']);
});
