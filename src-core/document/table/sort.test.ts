import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { p, table as plainTable } from '../../../test/support/build.ts';
import { schema } from '../schema.ts';
import { readGrid, writeGrid } from './grid.ts';
import { sortRows } from './sort.ts';

const cell = (text: string, rowspan = 1, colspan = 1): Node => schema.nodes.tableCell.create({ rowspan, colspan }, p(text));
const row = (...cells: Node[]): Node => schema.nodes.tableRow.create(null, cells);
const table = (...rows: Node[]): Node => schema.nodes.table.create(null, [schema.nodes.tableRow.create({ header: true }, Array.from({ length: 3 }, (_, index) => cell(`头${index}`))), ...rows]);
const texts = (node: Node): string[] => node.children.slice(1).map((each) => each.children.map((one) => one.textContent).join(' '));

function sorted(node: Node, column: number, by: 1 | -1 = 1): string[] | string {
  const result = sortRows(readGrid(node), column, by);
  return result.ok ? texts(writeGrid(result.value)) : result.refusal;
}

const column = (...values: string[]): Node => plainTable(['头'], ...values.map((value) => [value]));

test('数按大小，千分号、百分号和万亿都算数；空格子总在最后', () => {
  expect(sorted(column('1,200', '', '35', '3.5亿元', '20万'), 0)).toEqual(['35', '1,200', '20万', '3.5亿元', '']);
  expect(sorted(column('2', '', '10'), 0, -1)).toEqual(['10', '2', '']);
  expect(sorted(column('12.5%', '9%', '100%'), 0)).toEqual(['9%', '12.5%', '100%']);
});

test('汉字数字按数，姓名单位按拼音', () => {
  expect(sorted(column('十二', '三', '二十一'), 0)).toEqual(['三', '十二', '二十一']);
  expect(sorted(column('周予安', '安冬', '李明'), 0)).toEqual(['安冬', '李明', '周予安']);
});

test('时限按日子：有日子的在前，每季度、持续推进在后', () => {
  expect(sorted(column('持续推进', '2025年3月底前', '每季度末', '2024年12月31日前', '2025年上半年'), 0)).toEqual(['2024年12月31日前', '2025年3月底前', '2025年上半年', '每季度末', '持续推进']);
});

const grouped = table(row(cell('乙类', 2), cell('3'), cell('丁局')), row(cell('1'), cell('丙局')), row(cell('甲类', 2), cell('9'), cell('乙局')), row(cell('2'), cell('甲局')));

test('首列合并的表按后面的列排，各组内部排，组不拆散；按首列排，整组移动', () => {
  expect(sorted(grouped, 1)).toEqual(['乙类 1 丙局', '3 丁局', '甲类 2 甲局', '9 乙局']);
  expect(sorted(grouped, 0)).toEqual(['甲类 9 乙局', '2 甲局', '乙类 3 丁局', '1 丙局']);
});

test('小标题行把表分成几段，各排各的；合计留在最后', () => {
  const parted = table(row(cell('一、重点', 1, 3)), row(cell('2'), cell('b'), cell('x')), row(cell('1'), cell('a'), cell('x')), row(cell('二、一般', 1, 3)), row(cell('4'), cell('d'), cell('x')), row(cell('3'), cell('c'), cell('x')), row(cell('合计'), cell('9'), cell('')));
  expect(sorted(parted, 0)).toEqual(['一、重点', '1 a x', '2 b x', '二、一般', '3 c x', '4 d x', '合计 9 ']);
});

test('合并的格子上下错开，排不出次序，就不排', () => {
  const bricks = table(row(cell('甲', 2), cell('3'), cell('x')), row(cell('1', 1), cell('y', 2)), row(cell('乙'), cell('2')));
  expect(sorted(bricks, 1)).toBe('sort-across-merges');
});
