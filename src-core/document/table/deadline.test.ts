import { expect, test } from 'vitest';
import { readDeadline } from './deadline.ts';

const date = (text: string, year?: number): string => {
  const read = readDeadline(text, year);
  return read?.kind === 'date' ? `${read.date}${read.thenOngoing ? '+' : ''}` : String(read?.kind ?? null);
};

test.each([
  ['2025年12月底前', '2025-12-31'], ['2025年6月30日前', '2025-06-30'], ['2026年2月底前完成', '2026-02-28'], ['2025年3月底前', '2025-03-31'], ['2025年底前', '2025-12-31'],
  ['2025年年底前', '2025-12-31'], ['2025年上半年', '2025-06-30'], ['2025年第三季度', '2025-09-30'], ['2025年二季度末', '2025-06-30'], ['2025年5月上旬', '2025-05-10'],
  ['2025年10月中旬前', '2025-10-20'], ['二〇二五年六月底前', '2025-06-30'], ['2025.6.30', '2025-06-30'], ['2025-06-30前', '2025-06-30'], ['2025年', '2025-12-31'],
  ['2025年前完成', '2024-12-31'], ['2024年1月至2025年6月', '2025-06-30'], ['2025年6月底前出台方案，12月底前完成整改', '2025-12-31'],
])('“%s”是 %s', (text, expected) => expect(date(text)).toBe(expected));

test('完成以后还要持续的，日期和持续都记下', () => expect(date('2022年完成，并持续推进')).toBe('2022-12-31+'));

test('每季度末、每年12月底前是周期，持续推进没有终点，没说日子的照原话', () => {
  expect(['每季度末', '每年12月底前', '每月5日前', '每半年'].map((text) => readDeadline(text))).toEqual([
    { kind: 'recurring', every: 'quarter' }, { kind: 'recurring', every: 'year' }, { kind: 'recurring', every: 'month' }, { kind: 'recurring', every: 'half' },
  ]);
  expect(['持续推进', '长期坚持', '常态化开展'].map((text) => readDeadline(text)?.kind)).toEqual(['ongoing', 'ongoing', 'ongoing']);
  expect([readDeadline('按照省上安排时间落实')?.kind, readDeadline(' ')]).toEqual(['other', null]);
});

test('没写年份的月份，随文稿的年份；文稿没有年份就不猜', () => {
  expect([date('6月底前', 2026), date('6月底前')]).toEqual(['2026-06-30', 'other']);
});

test('日历上没有的日子不算日期', () => expect(date('2025年2月30日前')).toBe('other'));
