import type { Node } from 'prosemirror-model';
import { cellText, emptyCell, heightOf, widthOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { inRect, splitIn } from './merge.ts';
import { done, refused } from './refusal.ts';
import type { TableEdit } from './refusal.ts';
import { isRowNumber, readNumber } from './row-numbers.ts';
import { insertColumns, insertRows } from './rows-and-columns.ts';

/**
 * Puts the cells of one table into another from a slot on, as a spreadsheet does: merged cells come along, rows and columns are
 * added where there are too few, cells that only partly lie under the new ones are split first.
 */
export function fillCells(target: Grid, source: Grid, row: number, column: number): TableEdit<Grid> {
  let grid = target;
  const rect = { top: row, left: column, bottom: row + heightOf(source), right: column + widthOf(source) };
  if (rect.bottom > heightOf(grid)) grid = insertRows(grid, heightOf(grid), rect.bottom - heightOf(grid));
  if (rect.right > widthOf(grid)) {
    const wider = insertColumns(grid, widthOf(grid), rect.right - widthOf(grid));
    if (!wider.ok) return refused(wider.refusal);
    grid = wider.value;
  }
  grid = splitAcrossEdge(grid, rect);
  const placed = new Map<GridCell, GridCell>();
  const slots = inRect(grid, rect, (old, r, c) => {
    const from = source.slots[r - row]![c - column]!;
    // A computed number stays where a typed or empty one would come.
    if (holdsNumber(old) && !holdsNumber(from) && (cellText(from) === '' || readNumber(cellText(from)) !== null)) return old;
    if (!placed.has(from)) placed.set(from, { attrs: { ...old.attrs, align: (from.attrs.align as string | null) ?? null }, content: from.content, source: null });
    return placed.get(from)!;
  });
  return done(separate({ ...grid, slots }));
}

const holdsNumber = ({ content }: GridCell): boolean => {
  const first: Node | null | undefined = content.firstChild?.firstChild;
  return first != null && isRowNumber(first);
};

/** Splits the cells that lie partly inside a rectangle. */
function splitAcrossEdge(grid: Grid, rect: { top: number; left: number; bottom: number; right: number }): Grid {
  const inside = new Set<GridCell>();
  const outside = new Set<GridCell>();
  grid.slots.forEach((line, row) => line.forEach((cell, column) => {
    (row >= rect.top && row < rect.bottom && column >= rect.left && column < rect.right ? inside : outside).add(cell);
  }));
  let result = grid;
  for (const cell of inside) {
    if (!outside.has(cell)) continue;
    const top = result.slots.findIndex((line) => line.includes(cell));
    const left = result.slots[top]!.indexOf(cell);
    let bottom = top;
    while (result.slots[bottom]?.[left] === cell) bottom++;
    let right = left;
    while (result.slots[top]![right] === cell) right++;
    result = splitIn(result, { top, left, bottom, right });
  }
  return result;
}

/** A cell whose slots are no longer one rectangle keeps the first of them; the others become empty. */
function separate(grid: Grid): Grid {
  const boxes = new Map<GridCell, { top: number; left: number; bottom: number; right: number; count: number }>();
  grid.slots.forEach((line, row) => line.forEach((cell, column) => {
    const box = boxes.get(cell);
    if (!box) boxes.set(cell, { top: row, left: column, bottom: row + 1, right: column + 1, count: 1 });
    else Object.assign(box, { left: Math.min(box.left, column), bottom: Math.max(box.bottom, row + 1), right: Math.max(box.right, column + 1), count: box.count + 1 });
  }));
  const broken = new Set([...boxes].filter(([, box]) => box.count !== (box.bottom - box.top) * (box.right - box.left)).map(([cell]) => cell));
  if (broken.size === 0) return grid;
  const seen = new Set<GridCell>();
  return { ...grid, slots: grid.slots.map((line) => line.map((cell) => {
    if (!broken.has(cell)) return cell;
    if (seen.has(cell)) return emptyCell(grid.table);
    seen.add(cell);
    return cell;
  })) };
}
