import { expect, test } from 'vitest';
import { loadOnce } from './load-once.ts';

test('取到的记住不再取；没取到的下次再取', async () => {
  let asked = 0;
  let isAway = true;
  const load = loadOnce(() => (asked++, isAway ? Promise.reject(new Error('away')) : Promise.resolve('here')));
  await expect(load()).rejects.toThrow('away');
  isAway = false;
  expect(await Promise.all([load(), load()])).toEqual(['here', 'here']);
  expect(await load()).toBe('here');
  expect(asked).toBe(2);
});
