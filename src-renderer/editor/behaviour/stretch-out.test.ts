import { expect, test } from 'vitest';
import { p } from '../../../test/support/build.ts';
import { stretchOut } from './stretch-out.ts';

const endsOf = (...given: Parameters<typeof stretchOut>): number[] => stretchOut(...given).map(({ from }) => from);

test('长段分截画，改一处只动那一截；短段不分', () => {
  expect(endsOf(p('照'.repeat(5000)))).toEqual([]);
  const long = p('照'.repeat(13_750));
  const ends = endsOf(long);
  expect(ends).toEqual([2500, 5000, 7500, 10_000]);
  const typed = { para: long, map: (at: number) => (at < 6250 ? at : at + 1) };
  expect(endsOf(p('照'.repeat(13_751)), typed)).toEqual([2500, 5000, 7501, 10_001]);
});

test('删去一大截后没有空的一截，粘进一大截后再分，补充平面的字不从中间分开', () => {
  const long = p('照'.repeat(13_750));
  stretchOut(long);
  expect(endsOf(p('照'.repeat(8750)), { para: long, map: (at) => Math.max(2500, at - 5000) })).toEqual([2500, 5000]);
  stretchOut(long);
  expect(endsOf(p('照'.repeat(23_750)), { para: long, map: (at) => (at <= 2500 ? at : at + 10_000) })).toEqual([2500, 5000, 7500, 10_000, 15_000, 17_500, 20_000]);
  const rare = stretchOut(p(`照${'\u{20BB7}'.repeat(6250)}`));
  expect(rare.map(({ from, to }) => [from % 2, to - from])).toEqual(rare.map(() => [1, 2]));
  expect(rare).toHaveLength(3);
});
