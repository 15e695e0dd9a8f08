import { cellText } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { done, refused } from './refusal.ts';
import type { TableEdit } from './refusal.ts';
import { cellsAcross, tiedRows } from './rows-and-columns.ts';
import { compareKeys, sortKey, sortKindOf } from './sort-key.ts';
import type { SortKind } from './sort-key.ts';

/** Lines that close a table wherever it is sorted. */
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计)/;

/**
 * The rows below the header in the order of one column. Groups under a spanning cell stay together: where the column has one cell
 * a group, the groups are sorted, else the rows inside each. A row of one cell across the table parts it into pieces sorted
 * by themselves; a line of 合计 at the end stays there. Refused where merges leave no such order. Equal rows keep theirs.
 */
export function sortRows(grid: Grid, column: number, by: 1 | -1): TableEdit<Grid> {
  const first = Math.max(0, grid.rows.findIndex((row) => row.attrs.header !== true));
  const pieces = piecesOf(grid, first);
  const texts = pieces.flatMap(({ from, to }) => grid.slots.slice(from, to).map((line) => cellText(line[column]!)));
  if (texts.length < 2) return refused('sort-needs-rows');
  const kind = sortKindOf(texts);
  const order = grid.rows.map((_, row) => row);
  for (const { from, to } of pieces) {
    const sorted = sortRange({ grid, column, kind, by }, from, to, new Set());
    if (!sorted) return refused('sort-across-merges');
    order.splice(from, to - from, ...sorted);
  }
  return done({ ...grid, rows: order.map((row) => grid.rows[row]!), slots: order.map((row) => grid.slots[row]!) });
}

/** Stretches of rows between those that are a heading across the table, without a closing 合计. */
function piecesOf(grid: Grid, first: number): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = first;
  for (let row = first; row <= grid.rows.length; row++) {
    const line = grid.slots[row];
    const isBreak = line === undefined || (line.length > 1 && line.every((cell) => cell === line[0])) || line.slice(0, 2).some((cell) => TOTAL.test(cellText(cell)));
    if (!isBreak) continue;
    if (row > from) pieces.push({ from, to: row });
    from = row + 1;
  }
  return pieces;
}

interface Task {
  readonly grid: Grid;
  readonly column: number;
  readonly kind: SortKind;
  readonly by: 1 | -1;
}

function sortRange(task: Task, from: number, to: number, around: ReadonlySet<GridCell>): number[] | null {
  const blocks = blocksOf(task.grid, from, to, around);
  // A cell that reaches into the header, or across a heading of the table, holds the rows where they are.
  if (blocks[0]!.top < from || blocks.at(-1)!.bottom > to) return null;
  const cellOf = ({ top, bottom }: Block): GridCell | null => {
    const cell = task.grid.slots[top]![task.column]!;
    for (let row = top; row < bottom; row++) if (task.grid.slots[row]![task.column] !== cell) return null;
    return around.has(cell) ? null : cell;
  };
  const cells = blocks.map(cellOf);
  if (cells.every((cell) => cell !== null)) {
    const keys = new Map(cells.map((cell) => [cell, sortKey(cellText(cell), task.kind)]));
    return blocks.map((block, index) => ({ block, key: keys.get(cells[index]!)! })).sort((a, b) => compareKeys(a.key, b.key, task.by)).flatMap(({ block }) => rowsOf(block));
  }
  const inside = blocks.map((block, index) => {
    if (cells[index] !== null) return rowsOf(block);
    const across = new Set([...around, ...cellsAcross(task.grid, block)]);
    const next = blocksOf(task.grid, block.top, block.bottom, across);
    // Cells that overlap like bricks leave no rows to sort.
    return next.length === 1 ? null : sortRange(task, block.top, block.bottom, across);
  });
  return inside.every((rows) => rows !== null) ? inside.flat() : null;
}

interface Block {
  readonly top: number;
  readonly bottom: number;
}

function blocksOf(grid: Grid, from: number, to: number, around: ReadonlySet<GridCell>): Block[] {
  const blocks: Block[] = [];
  for (let row = from; row < to; ) {
    const block = tiedRows(grid, row, row + 1, around);
    blocks.push(block);
    row = block.bottom;
  }
  return blocks;
}

const rowsOf = ({ top, bottom }: Block): number[] => Array.from({ length: bottom - top }, (_, index) => top + index);
