import { expect, test } from 'vitest';
import { paintedPieces } from './painted-pieces.ts';

test('生僻字之后的字各在其位：两个码元的字收住一段，后面另起', () => {
  const run = { text: '姓𠮷、\u3000\u200b名', xs: [10, 20, 30, 40, 50, 60], advances: [10, 10, 10, 10, 0, 10] };
  expect(paintedPieces(run)).toEqual([{ text: '姓𠮷', xs: [10, 20] }, { text: '、名', xs: [30, 60] }]);
  expect(paintedPieces({ text: ' ', xs: [0], advances: [5] })).toEqual([]);
});
