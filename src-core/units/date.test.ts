import { expect, test } from 'vitest';
import { formatOfficialDate, officialDayOf, readOfficialDate } from './date.ts';

test('成文日期用阿拉伯数字，年份全称，月日不编虚位（GB/T 9704—2012 7.3.5.4）', () => {
  expect(formatOfficialDate('2026-08-01')).toBe('2026年8月1日');
  expect(officialDayOf(new Date(2026, 7, 1, 23, 59))).toBe('2026年8月1日');
});

test('阿拉伯数字、全角数字和汉字日期都读作同一天', () => {
  for (const text of ['2026年8月1日', '２０２６年８月１日', '二〇二六年八月一日', '2026 年 08 月 01 日印发']) expect(readOfficialDate(text)).toBe('2026-08-01');
});

test('日历上没有的日子不算日期', () => {
  expect(readOfficialDate('2026年2月30日')).toBeUndefined();
  expect(readOfficialDate('2026年8月')).toBeUndefined();
});
