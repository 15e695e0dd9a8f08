import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { emptyCell, widthOf } from './grid.ts';
import type { Grid, GridCell, Rect } from './grid.ts';
import { done, refused } from './refusal.ts';
import type { TableEdit } from './refusal.ts';
import { isRowNumber } from './row-numbers.ts';

/** A table has at most so many columns: on an A4 page more could not be read. */
export const MOST_COLUMNS = 30;

/** `count` empty rows before row `at`. A cell that spans across goes on spanning; a computed 序号 goes on counting. */
export function insertRows(grid: Grid, at: number, count: number): Grid {
  const above = grid.slots[at - 1];
  const below = grid.slots[at];
  const model = (above && !isHeader(grid, at - 1) ? above : below) ?? above!;
  const fresh = (): GridCell[] => {
    const made = new Map<GridCell, GridCell>();
    return model.map((like, column) => {
      if (above && below && above[column] === below[column]) return above[column]!;
      // A cell across several columns of the neighbour is several here.
      const cell = made.has(like) ? emptyCell(grid.table) : newCellLike(grid.table, like);
      made.set(like, cell);
      return cell;
    });
  };
  // A row becomes a header row by itself only between two of them.
  const row = { attrs: { header: isHeader(grid, at - 1) && isHeader(grid, at) }, source: null };
  return {
    ...grid,
    rows: grid.rows.toSpliced(at, 0, ...Array.from({ length: count }, () => row)),
    slots: grid.slots.toSpliced(at, 0, ...Array.from({ length: count }, fresh)),
  };
}

/** `count` empty columns before column `at`; all columns together stay as wide as they were. */
export function insertColumns(grid: Grid, at: number, count: number): TableEdit<Grid> {
  if (widthOf(grid) + count > MOST_COLUMNS) return refused('too-many-columns');
  const slots = grid.slots.map((line) => {
    const spans = at > 0 && at < line.length && line[at - 1] === line[at];
    return line.toSpliced(at, 0, ...Array.from({ length: count }, () => (spans ? line[at]! : emptyCell(grid.table))));
  });
  // A cell spanning several rows was met once a row; where it spans the new column it is the same object already.
  const known = grid.widths.filter((each) => each !== null);
  const usual = known.length === grid.widths.length ? Math.round(known.reduce((sum, each) => sum + each, 0) / known.length) : null;
  return done(keepTotal({ ...grid, slots, widths: grid.widths.toSpliced(at, 0, ...Array.from({ length: count }, () => usual)) }, grid));
}

/** Without these rows; null when nothing would be left. What a spanning cell said stays as long as one of its rows does. */
export function deleteRows(grid: Grid, from: number, to: number): Grid | null {
  if (to - from >= grid.rows.length) return null;
  return { ...grid, rows: grid.rows.toSpliced(from, to - from), slots: grid.slots.toSpliced(from, to - from) };
}

/** Without these columns; null when nothing would be left. The others share the room. */
export function deleteColumns(grid: Grid, from: number, to: number): Grid | null {
  if (to - from >= widthOf(grid)) return null;
  return keepTotal({ ...grid, slots: grid.slots.map((line) => line.toSpliced(from, to - from)), widths: grid.widths.toSpliced(from, to - from) }, grid);
}

/** Moves the rows of a rectangle one up or down, past the whole group that stands there; returns where they went. */
export function moveRows(grid: Grid, rect: Rect, by: 1 | -1): TableEdit<{ readonly grid: Grid; readonly top: number }> {
  const block = tiedRows(grid, rect.top, rect.bottom);
  if (block.bottom - block.top > rect.bottom - rect.top && !isInsideOneCell(grid, rect, block)) return refused('move-across-merges');
  const range = within(grid, rect, block);
  const next = by < 0 ? range.top - 1 : range.bottom;
  if (next < range.lowest || next >= range.highest) return refused('move-past-edge');
  const other = tiedInside(grid, next, range);
  if (other.top < range.lowest || other.bottom > range.highest) return refused('move-across-merges');
  const [first, second] = by < 0 ? [other, range] : [range, other];
  const order = [...indexes(second.top, second.bottom), ...indexes(first.top, first.bottom)];
  const take = <T>(lines: readonly T[]): T[] => lines.toSpliced(first.top, order.length, ...order.map((row) => lines[row]!));
  return done({ grid: { ...grid, rows: take(grid.rows), slots: take(grid.slots) }, top: by < 0 ? first.top : first.top + (second.bottom - second.top) });
}

/** Moves the columns of a rectangle one to the left (-1) or right, as `moveRows` does rows: past a whole group, or within the group that spans them. Answers where they went. */
export function moveColumns(grid: Grid, rect: Rect, by: 1 | -1): TableEdit<{ readonly grid: Grid; readonly left: number }> {
  const turn = (slots: Grid['slots']): Grid['slots'] => slots[0]!.map((_, index) => slots.map((line) => line[index]!));
  // On its side, a column is a row that knows how wide it was.
  const turned = { ...grid, rows: grid.widths.map((width) => ({ attrs: { width }, source: null })), slots: turn(grid.slots) };
  const moved = moveRows(turned, { top: rect.left, left: rect.top, bottom: rect.right, right: rect.bottom }, by);
  if (!moved.ok) return moved.refusal === 'move-past-edge' ? refused('move-past-side') : moved.refusal === 'move-across-merges' ? refused('move-across-columns') : moved;
  return done({ grid: { ...grid, slots: turn(moved.value.grid.slots), widths: moved.value.grid.rows.map(({ attrs }) => attrs.width as number | null) }, left: moved.value.top });
}

const indexes = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** The rows that spanning cells tie to these. */
export function tiedRows(grid: Grid, from: number, to: number, ignore: ReadonlySet<GridCell> = new Set()): { top: number; bottom: number } {
  const ties = (row: number): boolean => row > 0 && row < grid.slots.length && grid.slots[row]!.some((cell, column) => cell === grid.slots[row - 1]![column] && !ignore.has(cell));
  let top = from;
  let bottom = to;
  while (ties(top)) top--;
  while (ties(bottom)) bottom++;
  return { top, bottom };
}

interface MoveRange {
  readonly top: number;
  readonly bottom: number;
  /** Rows may be moved within these bounds. */
  readonly lowest: number;
  readonly highest: number;
  readonly ignore: ReadonlySet<GridCell>;
}

/** True where what ties these rows to others is cells around all of them: then they move inside that group. */
function isInsideOneCell(grid: Grid, rect: Rect, block: { top: number; bottom: number }): boolean {
  const inside = tiedRows(grid, rect.top, rect.bottom, cellsAcross(grid, block));
  return inside.top === rect.top && inside.bottom === rect.bottom;
}

function within(grid: Grid, rect: Rect, block: { top: number; bottom: number }): MoveRange {
  if (block.top === rect.top && block.bottom === rect.bottom) {
    const headers = grid.rows.findIndex((_, row) => !isHeader(grid, row));
    const lowest = isHeader(grid, rect.top) ? 0 : Math.max(0, headers);
    return { ...block, lowest, highest: isHeader(grid, rect.top) && headers >= 0 ? headers : grid.rows.length, ignore: new Set() };
  }
  return { top: rect.top, bottom: rect.bottom, lowest: block.top, highest: block.bottom, ignore: cellsAcross(grid, block) };
}

/** Cells that cover every row of a block. */
export function cellsAcross(grid: Grid, { top, bottom }: { top: number; bottom: number }): Set<GridCell> {
  return new Set(grid.slots[top]!.filter((cell, column) => indexes(top, bottom).every((row) => grid.slots[row]![column] === cell)));
}

const tiedInside = (grid: Grid, row: number, { ignore }: MoveRange): { top: number; bottom: number } => tiedRows(grid, row, row + 1, ignore);

const isHeader = (grid: Grid, row: number): boolean => grid.rows[row]?.attrs.header === true;

/** A cell of a new row: empty, but for the computed number its column has. */
function newCellLike(table: Node, like: GridCell): GridCell {
  const marker = like.content.childCount === 1 ? like.content.firstChild!.firstChild : null;
  if (!marker || !isRowNumber(marker)) return { ...emptyCell(table), attrs: { align: like.attrs.align as string | null } };
  const para = like.content.firstChild!;
  return { attrs: { align: like.attrs.align as string | null }, content: Fragment.from(para.type.create(para.attrs, marker.type.create({ ...marker.attrs, restart: false }))), source: null };
}

/** Widths in the old proportions, adding up to what they did. */
function keepTotal(grid: Grid, before: Grid): Grid {
  if (grid.widths.some((each) => each === null) || before.widths.some((each) => each === null)) return grid;
  const total = (widths: readonly (number | null)[]): number => widths.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const scale = total(before.widths) / total(grid.widths);
  return { ...grid, widths: grid.widths.map((each) => Math.max(1, Math.floor(each! * scale))) };
}
