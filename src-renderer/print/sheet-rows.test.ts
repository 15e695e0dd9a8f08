import { expect, test } from 'vitest';
import { planPrintJob } from '#core/print/print-job.ts';
import { PRINT_WISH } from '#core/print/print-wish.ts';
import { sayJob, sheetRows } from './sheet-rows.ts';

test('双面的预览一行一张纸，正面在左背面在右，空白的一面也说出来', () => {
  const job = planPrintJob(3, { ...PRINT_WISH, sides: 'two', copies: 2 });
  expect(sheetRows({ job, isEmpty: () => false }, 2, 2).map((row) => row.map(({ caption }) => caption))).toEqual([['第 1 张正面 · 第 1 页', '第 1 张背面 · 第 2 页'], ['第 2 张正面 · 第 3 页', '第 2 张背面 · 空白']]);
  expect(sayJob(job, 2)).toBe('2 份 × 3 页，双面，共 4 张纸');
});

test('单面的一行两页，只说第几页；排版空出的一面说是空白', () => {
  const job = planPrintJob(3, PRINT_WISH);
  expect(sheetRows({ job, isEmpty: (page) => page === 3 }, 1, 2).map((row) => row.map(({ caption }) => caption))).toEqual([['第 1 页', '第 2 页'], ['空白']]);
  expect(sayJob(job, 1)).toBe('1 份 × 3 页，共 3 张纸');
  expect(sheetRows({ job: planPrintJob(3, { ...PRINT_WISH, range: '8' }), isEmpty: () => false }, 1, 2)).toEqual([]);
});
