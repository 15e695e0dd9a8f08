import { expect, test } from 'vitest';
import { lowestWidths } from './lowest-widths.ts';
import { LANDSCAPE_MEASURE, UPRIGHT_MEASURE } from './widths.ts';

const cells = (...rows: string[][]) => rows.flatMap((row, index) => row.map((text, column) => ({ row: index, column, rows: 1, texts: text.split('\n') })));
const widthsOf = (rows: string[][], measure = UPRIGHT_MEASURE) => lowestWidths(cells(...rows), rows[0]!.length, measure);
const charactersIn = (width: number): number => Math.floor((width - 170) / 280);
const TASK = '制定居家照护服务项目申报指南，明确申报范围、条件和程序，印发各区县执行。';

test('任务分工表：序号窄，工作任务最宽，四个字的表头不折行，合起来正好一行', () => {
  const widths = widthsOf([['序号', '工作任务', '责任单位', '进度要求'], ['1', TASK, '市照护局、市财政局、各区人民政府', '2026年12月底前'], ['2', TASK + TASK, '市服务中心', '持续推进']]);
  expect(widths.map(charactersIn).map((count, column) => count >= [2, 4, 4, 4][column]!)).toEqual([true, true, true, true]);
  expect(widths[0]).toBeLessThan(800);
  expect(widths[1]).toBeGreaterThan(2 * widths[2]!);
  expect(widths.reduce((sum, width) => sum + width)).toBe(UPRIGHT_MEASURE);
});

test('同一列有的长有的短，多出来的地方给让各行最高的那一列', () => {
  const [, , meaning, source] = widthsOf([['指标', '标准', '指标含义', '数据来源'], ['覆盖率', '较上年增加', TASK.repeat(3), '国家统计年报结合平台核实'], ['满意率', '较上年增加', TASK, '第三方调查']], LANDSCAPE_MEASURE) as [number, number, number, number];
  expect(meaning).toBeGreaterThan(2 * source);
});

test('坐标、金额这样的一串数字不从中间断开', () => {
  const widths = widthsOf([['界址点编号', '行车方向左侧桥面边缘线横坐标', '行车方向左侧桥面边缘线纵坐标', '说明'], ['A1', '13725.5845', '103543.5725', '与红线交点'], ['A2', '13715.1943', '103528.2270', '']]);
  for (const width of widths.slice(1, 3)) expect(width - 170).toBeGreaterThanOrEqual(11 * 140);
});

test('列太多放不下时，按各列最少要的宽度分，谁也不为零', () => {
  const head = Array.from({ length: 16 }, (_, index) => `第${index}项指标`);
  const widths = widthsOf([head, head]);
  expect(Math.min(...widths)).toBeGreaterThan(400);
  expect(widths.reduce((sum, width) => sum + width)).toBe(UPRIGHT_MEASURE);
});

test('都是短内容时也排满一行；整列空着的是留给人填的，不挤成一条', () => {
  const [name, blank] = widthsOf([['单位名称', ''], ['联系电话', '']]) as [number, number];
  expect(name + blank).toBe(UPRIGHT_MEASURE);
  expect(blank).toBeGreaterThanOrEqual(name);
});

test('一格占几行，高度由几行分担，不为它把列撑宽', () => {
  const spanning = [{ row: 0, column: 0, rows: 8, texts: [TASK] }, ...Array.from({ length: 8 }, (_, row) => ({ row, column: 1, rows: 1, texts: [TASK] }))];
  const [group, task] = lowestWidths(spanning, 2, UPRIGHT_MEASURE) as [number, number];
  expect(task).toBeGreaterThan(3 * group);
});
