import { expect, test } from 'vitest';
import { paragraphStyleOf, resolveStyles } from './styles.ts';

const heading = (level: number, runIn: boolean) => ({ role: 'heading', level, runIn });

test('批复、公告里接着写下去的“一、”是条款，用正文的字体；单独成行的还是标题，用黑体', () => {
  const styles = resolveStyles({ format: 'document', styles: { clause: { face: 'fang' } } });
  expect(paragraphStyleOf(styles, heading(1, true)).face).toBe('fang');
  expect(paragraphStyleOf(styles, heading(1, false)).face).toBe('hei');
  expect(paragraphStyleOf(styles, heading(2, true)).face).toBe('kai');
});

test('其他文种接排的一级标题，标题句用黑体（7.3.3）', () => {
  expect(paragraphStyleOf(resolveStyles(null), heading(1, true)).face).toBe('hei');
});
