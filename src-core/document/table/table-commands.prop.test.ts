import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { p } from '../../../test/support/build.ts';
import { runs } from '../../../test/support/runs.ts';
import { schema } from '../schema.ts';
import { fillCells } from './fill.ts';
import { heightOf, readGrid, widthOf, writeGrid } from './grid.ts';
import type { Grid, Rect } from './grid.ts';
import { mergeCells, splitCells } from './merge.ts';
import { replaceTable } from './replace-table.ts';
import { numberColumn } from './row-numbers.ts';
import { deleteColumns, deleteRows, insertColumns, insertRows, moveColumns, moveRows } from './rows-and-columns.ts';
import { sortRows } from './sort.ts';
import { distributeColumns, fitColumns, moveBorder, UPRIGHT_MEASURE } from './widths.ts';

type Numbers = readonly [number, number, number, number];

/** A table of any cells at all, overlapping and ragged ones too: what files and clipboards bring. */
const anyTable: fc.Arbitrary<Node> = fc.array(fc.tuple(fc.boolean(), fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('', '甲', '12', '2025年3月底前')), { maxLength: 4 })), { minLength: 1, maxLength: 5 })
  .map((rows) => schema.nodes.table.create(null, rows.map(([header, cells], row) => schema.nodes.tableRow.create({ header: header && row === 0 }, cells.map(([colspan, rowspan, text]) => schema.nodes.tableCell.create({ colspan, rowspan }, p(text)))))));

function rectOf(grid: Grid, [a, b, c, d]: Numbers): Rect {
  const top = a % heightOf(grid);
  const left = b % widthOf(grid);
  return { top, left, bottom: Math.min(heightOf(grid), top + 1 + (c % 3)), right: Math.min(widthOf(grid), left + 1 + (d % 3)) };
}

type Edit = { ok: true; value: Grid } | { ok: false };
const kept = (grid: Grid | null): Edit => (grid ? { ok: true, value: grid } : { ok: false });

const commands: Readonly<Record<string, (grid: Grid, rect: Rect, numbers: Numbers) => Edit>> = {
  insertRows: (grid, { top }, [, , count]) => kept(insertRows(grid, top, 1 + (count % 2))),
  insertRowsBelow: (grid, { bottom }) => kept(insertRows(grid, bottom, 1)),
  insertColumns: (grid, { left }) => insertColumns(grid, left, 1),
  insertColumnsRight: (grid, { right }) => insertColumns(grid, right, 1),
  deleteRows: (grid, { top, bottom }) => kept(deleteRows(grid, top, bottom)),
  deleteColumns: (grid, { left, right }) => kept(deleteColumns(grid, left, right)),
  merge: (grid, rect) => mergeCells(grid, rect),
  split: (grid, rect) => splitCells(grid, rect),
  move: (grid, rect, [a]) => {
    const moved = moveRows(grid, rect, a % 2 === 0 ? 1 : -1);
    return moved.ok ? { ok: true, value: moved.value.grid } : { ok: false };
  },
  moveColumn: (grid, rect, [a]) => {
    const moved = moveColumns(grid, rect, a % 2 === 0 ? 1 : -1);
    return moved.ok ? { ok: true, value: moved.value.grid } : { ok: false };
  },
  sort: (grid, { left }, [a]) => sortRows(grid, left, a % 2 === 0 ? 1 : -1),
  number: (grid, { left }, [a]) => kept(numberColumn(grid, left, ([null, 'row', 'rowChinese'] as const)[a % 3]!)),
  drag: (grid, { left }, [a]) => kept(moveBorder(grid, left, (a % 4000) - 2000, UPRIGHT_MEASURE)),
  distribute: (grid, { left, right }) => kept(distributeColumns(grid, left, right, UPRIGHT_MEASURE)),
  fit: (grid) => kept(fitColumns(grid, UPRIGHT_MEASURE)),
  fill: (grid, { top, left }) => fillCells(grid, readGrid(schema.nodes.table.create(null, [schema.nodes.tableRow.create(null, [schema.nodes.tableCell.create({ rowspan: 2 }, p('新')), schema.nodes.tableCell.create(null, p('值'))]), schema.nodes.tableRow.create(null, [schema.nodes.tableCell.create(null, p('另'))])])), top, left),
};

/** Every slot belongs to one cell, no cell reaches outside, no row is without a cell, widths fit spans. */
function expectWhole(table: Node): void {
  table.check();
  const covered = table.children.map(() => new Map<number, number>());
  table.children.forEach((row, r) => {
    expect(row.childCount).toBeGreaterThan(0);
    let column = 0;
    row.forEach((cell) => {
      while (covered[r]!.has(column)) column++;
      const { colspan, rowspan, colwidth } = cell.attrs as { colspan: number; rowspan: number; colwidth: number[] | null };
      expect(r + rowspan).toBeLessThanOrEqual(table.childCount);
      if (colwidth) expect(colwidth.length).toBe(colspan);
      for (let y = r; y < r + rowspan; y++) for (let x = column; x < column + colspan; x++) {
        expect(covered[y]!.has(x)).toBe(false);
        covered[y]!.set(x, 1);
      }
      column += colspan;
    });
  });
  expect(new Set(covered.map((row) => row.size)).size).toBe(1);
}

const words = (table: Node): string => [...table.textContent].sort().join('');

test('随便怎样的一串表格命令之后，表格总是完整的格子；逐步退回去，一字不差', () => {
  const action = fc.tuple(fc.constantFrom(...Object.keys(commands)), fc.tuple(fc.nat(50_000), fc.nat(50), fc.nat(50), fc.nat(50)));
  fc.assert(fc.property(anyTable, fc.array(action, { minLength: 1, maxLength: 12 }), (table, actions) => {
    const first = schema.nodes.doc.create(null, [p('前'), table, p('后')]);
    const tr = new Transform(first);
    for (const [name, numbers] of actions) {
      const before = tr.doc.child(1);
      const grid = readGrid(before);
      const made = commands[name]!(grid, rectOf(grid, numbers), numbers);
      if (!made.ok) continue;
      replaceTable(tr, 3, writeGrid(made.value));
      const after = tr.doc.child(1);
      expectWhole(after);
      expect(after.eq(writeGrid(made.value))).toBe(true);
      if (['insertRows', 'insertColumns', 'merge', 'split', 'move', 'moveColumn', 'sort', 'drag', 'distribute', 'fit'].includes(name)) expect(words(after)).toBe(words(before));
    }
    const back = new Transform(tr.doc);
    for (let i = tr.steps.length - 1; i >= 0; i--) back.step(tr.steps[i]!.invert(tr.docs[i]!));
    expect(back.doc.eq(first)).toBe(true);
  }), runs(150));
});

test('读进格子再写出来，完整的表格一个节点都不变', () => {
  fc.assert(fc.property(anyTable, (table) => {
    const whole = writeGrid(readGrid(table));
    expect(writeGrid(readGrid(whole))).toBe(whole);
  }), runs(200));
});
