import { expect, test } from 'vitest';
import { doc, table } from '../../../test/support/build.ts';
import { groupTasks, taskRows } from './task-list.ts';
import { readTasks } from './task-table.ts';

const tasks = readTasks(doc(table(
  ['工作任务', '责任单位', '进度要求'], ['建台账', '甲局牵头，乙局配合', '2025年12月底前'], ['报进度', '乙局', '每季度末'], ['办培训', '甲局', '2025年6月30日前'], ['抓宣传', '', '持续推进'],
)));
const seen = (by: 'unit' | 'deadline'): string[] => groupTasks(tasks, by).map(({ name, tasks: own }) => `${name}：${own.map(({ text }) => text).join(' ')}`);

test('按单位：几个单位的任务各列一次，没写单位的在最后', () => {
  expect(seen('unit')).toEqual(['甲局：建台账 办培训', '乙局：建台账 报进度', '没有写责任单位：抓宣传']);
});

test('按时限：日子在前，周期、持续在后', () => {
  expect(seen('deadline')).toEqual(['2025年6月30日前：办培训', '2025年12月31日前：建台账', '每季度：报进度', '持续推进：抓宣传']);
});

test('导出的每一行都有单位、任务和原来的时限', () => {
  expect(taskRows(tasks, 'unit').slice(0, 2)).toEqual([['单位', '主要内容', '工作任务', '责任单位', '进度要求'], ['甲局', '', '建台账', '甲局（牵头）、乙局（配合）', '2025年12月底前']]);
});
