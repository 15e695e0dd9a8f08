import { expect, test } from 'vitest';
import { chineseDigits, chineseNumeral, readChineseNumeral } from './chinese-number.ts';

test('序号数字按汉字写法', () => {
  expect([1, 10, 11, 20, 21, 99, 100, 105, 110, 111, 1001, 20_010].map(chineseNumeral)).toEqual([
    '一', '十', '十一', '二十', '二十一', '九十九', '一百', '一百零五', '一百一十', '一百一十一', '一千零一', '二万零一十',
  ]);
});

test('写出的汉字数字都能读回', () => {
  for (let n = 1; n < 100_000; n += 7) expect(readChineseNumeral(chineseNumeral(n))).toBe(n);
});

test('年份逐字写、逐字读', () => {
  expect(chineseDigits(2026)).toBe('二〇二六');
  expect(readChineseNumeral('二○二六')).toBe(2026);
  expect(readChineseNumeral('甲乙')).toBeUndefined();
});
