import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { doc, p, table as plainTable } from '../../../test/support/build.ts';
import { plainText } from '../plain-text.ts';
import { schema } from '../schema.ts';
import { readGrid, writeGrid } from './grid.ts';
import { findTypedNumbers, numberColumn } from './row-numbers.ts';
import { deleteRows, insertRows, moveRows } from './rows-and-columns.ts';
import { sortRows } from './sort.ts';

const numbered = (...rows: string[][]): Node => writeGrid(numberColumn(readGrid(plainTable(['序号', '事项'], ...rows)), 0, 'row'));
const seen = (table: Node): string[] => plainText(doc(table)).split('\n').slice(1);

test('序号列插行、删行、移行、排序，号总是连着的', () => {
  const table = numbered(['', '丙'], ['', '甲'], ['', '乙']);
  expect(seen(table)).toEqual(['1\t丙', '2\t甲', '3\t乙']);
  expect(seen(writeGrid(insertRows(readGrid(table), 2, 1)))).toEqual(['1\t丙', '2\t', '3\t甲', '4\t乙']);
  expect(seen(writeGrid(deleteRows(readGrid(table), 1, 2)!))).toEqual(['1\t甲', '2\t乙']);
  const moved = moveRows(readGrid(table), { top: 3, bottom: 4, left: 0, right: 1 }, -1);
  expect(moved.ok && seen(writeGrid(moved.value.grid))).toEqual(['1\t丙', '2\t乙', '3\t甲']);
  const sorted = sortRows(readGrid(table), 1, 1);
  expect(sorted.ok && seen(writeGrid(sorted.value))).toEqual(['1\t丙', '2\t甲', '3\t乙'].map((_, index) => `${index + 1}\t${['丙', '甲', '乙'].sort((a, b) => a.localeCompare(b, 'zh-CN'))[index]!}`));
});

test('跨行的格子只算一个号', () => {
  const table = schema.nodes.table.create(null, [
    schema.nodes.tableRow.create({ header: true }, [p('序号'), p('事项')].map((each) => schema.nodes.tableCell.create(null, each))),
    schema.nodes.tableRow.create(null, [schema.nodes.tableCell.create({ rowspan: 2 }, p('')), schema.nodes.tableCell.create(null, p('甲'))]),
    schema.nodes.tableRow.create(null, [schema.nodes.tableCell.create(null, p('乙'))]),
    schema.nodes.tableRow.create(null, [p(''), p('丙')].map((each) => schema.nodes.tableCell.create(null, each))),
  ]);
  expect(seen(writeGrid(numberColumn(readGrid(table), 0, 'rowChinese')))).toEqual(['一\t甲', '\t乙', '二\t丙']);
});

test('打好的 1、2、3 换成算出来的；合计和有字的格子不动、不占号；取消之后变回打的字', () => {
  const table = numbered(['1', '甲'], ['2', '乙'], ['合计', '']);
  expect(seen(table)).toEqual(['1\t甲', '2\t乙', '合计\t']);
  expect(table.child(1).textContent).toBe('甲');
  expect(writeGrid(numberColumn(readGrid(table), 0, null)).child(2).textContent).toBe('2乙');
});

test('导入时只认打得分毫不差的序号：缺号、重号、带括号的照旧', () => {
  const column = (...numbers: string[]): unknown => findTypedNumbers(readGrid(plainTable(['序号', '事项'], ...numbers.map((each) => [each, '甲']))));
  expect(column('1', '2', '合计')).toEqual({ column: 0, style: 'row' });
  expect(column('一', '二')).toEqual({ column: 0, style: 'rowChinese' });
  expect([column('1', '3'), column('1', '1'), column('（1）', '（2）'), column('1', ''), column('1')]).toEqual([null, null, null, null, null]);
});
