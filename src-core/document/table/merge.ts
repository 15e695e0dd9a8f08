import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { closeRect, emptyCell } from './grid.ts';
import type { Grid, GridCell, Rect } from './grid.ts';
import { done, refused } from './refusal.ts';
import type { TableEdit } from './refusal.ts';
import { isRowNumber } from './row-numbers.ts';

/** One cell for all of a rectangle (grown to whole cells); its paragraphs follow each other in reading order, empty ones go. */
export function mergeCells(grid: Grid, wanted: Rect): TableEdit<Grid> {
  const rect = closeRect(grid, wanted);
  const cells = new Set<GridCell>();
  for (let row = rect.top; row < rect.bottom; row++) for (let column = rect.left; column < rect.right; column++) cells.add(grid.slots[row]![column]!);
  if (cells.size < 2) return refused('merge-one-cell');
  const first = grid.slots[rect.top]![rect.left]!;
  const merged: GridCell = { attrs: first.attrs, content: joined([...cells]), source: null };
  return done({ ...grid, slots: inRect(grid, rect, () => merged) });
}

/** Every cell that spans several slots of a rectangle becomes as many cells; the text stays in the first. */
export function splitCells(grid: Grid, wanted: Rect): TableEdit<Grid> {
  const rect = closeRect(grid, wanted);
  const split = splitIn(grid, rect);
  return split === grid ? refused('split-nothing') : done(split);
}

/** The same, unrefused: the grid itself where nothing in the rectangle spans. */
export function splitIn(grid: Grid, rect: Rect): Grid {
  let any = false;
  const slots = inRect(grid, rect, (cell, row, column) => {
    const left = grid.slots[row]![column - 1] === cell;
    const above = grid.slots[row - 1]?.[column] === cell;
    const isAlone = !left && !above && grid.slots[row]![column + 1] !== cell && grid.slots[row + 1]?.[column] !== cell;
    if (isAlone) return cell;
    any = true;
    return left || above ? emptyCell(grid.table) : { ...cell, source: null };
  });
  return any ? { ...grid, slots } : grid;
}

export function inRect(grid: Grid, rect: Rect, change: (cell: GridCell, row: number, column: number) => GridCell): GridCell[][] {
  return grid.slots.map((line, row) =>
    row < rect.top || row >= rect.bottom ? [...line] : line.map((cell, column) => (column < rect.left || column >= rect.right ? cell : change(cell, row, column))));
}

/** Paragraphs of several cells; a computed number stands once, before everything. */
function joined(cells: readonly GridCell[]): Fragment {
  const paras: Node[] = [];
  let numbered = false;
  for (const { content } of cells) {
    content.forEach((para) => {
      const opens = para.firstChild !== null && isRowNumber(para.firstChild);
      const kept = opens && numbered ? para.cut(1) : para;
      numbered ||= opens;
      if (kept.content.size > 0) paras.push(kept);
    });
  }
  return paras.length > 0 ? Fragment.from(paras) : cells[0]!.content;
}
