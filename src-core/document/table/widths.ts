import { CELL } from '../../units/length.ts';
import type { Twips } from '../../units/length.ts';
import { shareWidths } from './column-widths.ts';
import { cellText, widthOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { lowestWidths } from './lowest-widths.ts';
import type { ColumnText } from './lowest-widths.ts';

/** Width of an upright and of a landscape page's text (GB/T 9704—2012 5.2.1, 8): 156 mm and 225 mm. */
export const UPRIGHT_MEASURE: Twips = 28 * CELL;
export const LANDSCAPE_MEASURE: Twips = 12_756;
/** A column holds at least one character between its margins. */
export const NARROWEST_COLUMN: Twips = 430;

/** Moves the border right of column `column` by so much; its two neighbours give and take, no further than they can. The last border does not move. */
export function moveBorder(grid: Grid, column: number, by: Twips, measure: Twips): Grid {
  const widths = shareWidths(grid.widths, measure);
  if (column < 0 || column >= widths.length - 1) return grid;
  const room = Math.round(Math.max(NARROWEST_COLUMN - widths[column]!, Math.min(by, widths[column + 1]! - NARROWEST_COLUMN)));
  if (widths[column]! + room < NARROWEST_COLUMN) return grid;
  return { ...grid, widths: widths.with(column, widths[column]! + room).with(column + 1, widths[column + 1]! - room) };
}

/** These columns equally wide, together as wide as before. */
export function distributeColumns(grid: Grid, left: number, right: number, measure: Twips): Grid {
  const widths = shareWidths(grid.widths, measure);
  const total = widths.slice(left, right).reduce((sum, each) => sum + each, 0);
  const share = Math.floor(total / (right - left));
  return { ...grid, widths: widths.map((each, column) => (column < left || column >= right ? each : column === right - 1 ? total - share * (right - left - 1) : share)) };
}

/** Columns as wide as what stands in them needs. */
export function fitColumns(grid: Grid, measure: Twips): Grid {
  const cells = grid.slots.flatMap((line, row) => line.flatMap((cell, column): ColumnText[] => {
    if (line[column - 1] === cell || line[column + 1] === cell || grid.slots[row - 1]?.[column] === cell) return [];
    let rows = 1;
    while (grid.slots[row + rows]?.[column] === cell) rows++;
    return [{ row, column, rows, texts: cellText(cell, '\n').split('\n') }];
  }));
  return { ...grid, widths: lowestWidths(cells, widthOf(grid), measure) };
}
