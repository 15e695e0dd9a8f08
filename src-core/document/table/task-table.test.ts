import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { doc, p, para, table as plainTable, title } from '../../../test/support/build.ts';
import { schema } from '../schema.ts';
import { readTasks } from './task-table.ts';

const cell = (text: string, rowspan = 1, colspan = 1): Node => schema.nodes.tableCell.create({ rowspan, colspan }, text.split('\n').map((line) => p(line)));
const row = (cells: readonly Node[], header = false): Node => schema.nodes.tableRow.create({ header }, cells);
const heads = (...names: string[]): Node => row(names.map((name) => cell(name)), true);

const seeing = (node: Node): string[] => readTasks(node).map(({ groups, text, units, deadline }) =>
  `${groups.join('/')}｜${text}｜${units.map(({ name, charge }) => `${name}${charge === 'lead' ? '*' : charge === 'support' ? '~' : ''}`).join(' ')}｜${deadline?.kind === 'date' ? deadline.date : (deadline?.kind ?? '')}`);

test('首列跨行的任务分工表：每行一项任务，组名、单位、时限都跟到', () => {
  const table = schema.nodes.table.create(null, [
    heads('序号', '主要内容', '工作任务', '责任单位', '进度要求'),
    row([cell('一', 2), cell('健全筹资机制', 2), cell('扩大参保'), cell('县税务局 县医保局'), cell('每年12月底前')]),
    row([cell('资助困难群众'), cell('县民政局\n各乡镇人民政府'), cell('2025年3月底前')]),
    row([cell('二'), cell('完善体系'), cell('统一目录'), cell('县医保局'), cell('2022年完成，并持续推进')]),
  ]);
  expect(seeing(doc(title('方案'), table))).toEqual([
    '健全筹资机制｜扩大参保｜县税务局 县医保局｜recurring', '健全筹资机制｜资助困难群众｜县民政局 各乡镇人民政府｜2025-03-31', '完善体系｜统一目录｜县医保局｜2022-12-31',
  ]);
});

test('牵头、配合各占一栏，单位格跨几项任务，没写年份的随成文日期', () => {
  const table = schema.nodes.table.create(null, [
    heads('重点任务', '工作举措', '牵头单位', '配合单位', '完成时限'),
    row([cell('改善服务', 2), cell('建窗口'), cell('市行政审批局', 2), cell('市财政局'), cell('6月底前')]),
    row([cell('减材料'), cell(''), cell('')]),
  ]);
  expect(seeing(doc(title('方案'), table, para('date', '2026年1月5日')))).toEqual(['改善服务｜建窗口｜市行政审批局* 市财政局~｜2026-06-30', '改善服务｜减材料｜市行政审批局*｜']);
});

test('一格里写了几项，单位也是几段，逐段对上', () => {
  const table = schema.nodes.table.create(null, [heads('工作任务', '责任单位', '进度要求'), row([cell('1. 甲事\n2. 乙事'), cell('甲局\n乙局、丙局'), cell('持续推进\n2025年底前')])]);
  expect(seeing(doc(table))).toEqual(['｜1. 甲事｜甲局｜ongoing', '｜2. 乙事｜乙局 丙局｜2025-12-31']);
});

test('表头两层：责任单位之下分牵头和配合', () => {
  const table = schema.nodes.table.create(null, [
    row([cell('工作任务', 2), cell('责任单位', 1, 2)], true), heads('牵头单位', '配合单位'), row([cell('建窗口'), cell('甲局'), cell('乙局')]),
  ]);
  expect(seeing(doc(table))).toEqual(['｜建窗口｜甲局* 乙局~｜']);
});

test('花名册、预算表不是任务表；通栏的小标题不是任务', () => {
  expect(readTasks(doc(plainTable(['姓名', '单位', '职务'], ['张三', '县财政局', '科员'])))).toEqual([]);
  const table = schema.nodes.table.create(null, [heads('工作任务', '责任单位'), row([cell('一、重点任务', 1, 2)]), row([cell('建窗口'), cell('甲局')])]);
  expect(seeing(doc(table))).toEqual(['｜建窗口｜甲局｜']);
});

test('任务里的引用和句内序号照读出来的字列，不丢', () => {
  const { marker, reference, tableCell } = schema.nodes;
  const shi = marker.create({ style: 'shi' });
  const task = tableCell.create(null, schema.nodes.para.create(null, [schema.text('完成'), reference.create({ target: 'a1' }), schema.text('所列事项。'), shi, schema.text('建账；'), marker.create({ style: 'shi' }), schema.text('销号。')]));
  const table = schema.nodes.table.create(null, [heads('工作任务', '责任单位', '进度要求'), row([task, cell('县财政局'), cell('2026年6月底前')])]);
  expect(seeing(doc(title('方案'), para('attachmentNote', '清单', { annex: 'a1' }), table, para('annex', '清单', { anchor: 'a1' })))).toEqual(['｜完成附件所列事项。一是建账；二是销号。｜县财政局｜2026-06-30']);
});
