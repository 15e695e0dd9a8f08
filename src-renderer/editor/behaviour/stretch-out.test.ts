import { expect, test } from 'vitest';
import { p } from '../../../test/support/build.ts';
import { stretchOut } from './stretch-out.ts';

const endsOf = (...given: Parameters<typeof stretchOut>): number[] => stretchOut(...given).map(({ from }) => from);

test('长段分截画，改一处只动那一截；短段不分', () => {
  expect(endsOf(p('照'.repeat(3000)))).toEqual([]);
  const long = p('照'.repeat(5500));
  const ends = endsOf(long);
  expect(ends).toEqual([1000, 2000, 3000, 4000]);
  const typed = { para: long, map: (at: number) => (at < 2500 ? at : at + 1) };
  expect(endsOf(p('照'.repeat(5501)), typed)).toEqual([1000, 2000, 3001, 4001]);
});

test('删去一大截后没有空的一截，粘进一大截后再分，补充平面的字不从中间分开', () => {
  const long = p('照'.repeat(5500));
  stretchOut(long);
  expect(endsOf(p('照'.repeat(3500)), { para: long, map: (at) => Math.max(1000, at - 2000) })).toEqual([1000, 2000]);
  stretchOut(long);
  expect(endsOf(p('照'.repeat(9500)), { para: long, map: (at) => (at <= 1000 ? at : at + 4000) })).toEqual([1000, 2000, 3000, 4000, 6000, 7000, 8000]);
  const rare = stretchOut(p(`照${'\u{20BB7}'.repeat(2500)}`));
  expect(rare.map(({ from, to }) => [from % 2, to - from])).toEqual(rare.map(() => [1, 2]));
  expect(rare).toHaveLength(3);
});
