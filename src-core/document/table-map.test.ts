import { expect, test } from 'vitest';
import { schema } from './schema.ts';
import { mapTable } from './table-map.ts';

const cell = (attrs: object = {}) => schema.nodes.tableCell.create(attrs, schema.nodes.para.create());
const row = (...cells: ReturnType<typeof cell>[]) => schema.nodes.tableRow.create(null, cells);

test('合并单元格占住它跨过的格', () => {
  const map = mapTable(schema.nodes.table.create(null, [row(cell({ rowspan: 2 }), cell({ colspan: 2 })), row(cell(), cell())]));
  expect([map.width, map.height]).toEqual([3, 2]);
  expect(map.cells.map(({ row, column, rowspan, colspan }) => [row, column, rowspan, colspan])).toEqual([[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1]]);
});

test('跨出表尾的单元格截到表尾', () => {
  expect(mapTable(schema.nodes.table.create(null, [row(cell({ rowspan: 9 }))])).cells[0]!.rowspan).toBe(1);
});
