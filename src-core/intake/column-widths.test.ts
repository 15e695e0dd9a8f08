import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';
import { lineOf } from './lines.ts';
import { spell } from './spelled.ts';

const grid = (...rows: string[][]) => ({
  kind: 'table' as const,
  headerRows: 1,
  rows: rows.map((row) => row.map((text) => ({ paragraphs: [lineOf(spell(text, 0))], colspan: 1, rowspan: 1 }))),
});
const TASK = '制定居家照护服务项目申报指南，明确申报范围、条件和程序，印发各区县执行。';

test('任务分工表的列宽按内容分：序号窄，工作任务宽，合起来正好一行', () => {
  const [ordinal, task, unit] = columnWidths(grid(['序号', '工作任务', '责任单位'], ['1', TASK, '市照护局'], ['2', TASK + TASK, '市服务中心'])) as [number, number, number];
  expect(ordinal).toBe(2 * 315);
  expect(task).toBeGreaterThan(3 * unit);
  expect(Math.abs(ordinal + task + unit - 28 * 315)).toBeLessThan(4);
});

test('都是短内容时也排满一行', () => {
  const widths = columnWidths(grid(['项目', '数量'], ['助浴', '36']));
  expect(widths.reduce((sum, width) => sum + width)).toBe(28 * 315);
});
