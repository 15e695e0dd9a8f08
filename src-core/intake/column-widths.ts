import { CELL } from '../units/length.ts';
import type { Twips } from '../units/length.ts';
import { cellText, widthOf } from './lines.ts';
import type { Grid } from './lines.ts';

/** A table is as wide as the text block, 28 characters. */
const ACROSS = 28;
/** A short column (序号, a date) gets what it needs, a longer one this much to begin with. */
const NARROWEST = 2;
const SHORT = 7;
const BEGINNING = 3;

/**
 * Column widths for a table whose source has none: what a header or a short cell needs, and the rest by how much there is to
 * write in each column. The rows must be whole: one cell a column.
 */
export function columnWidths(grid: Grid): Twips[] {
  const count = grid.rows[0]!.length;
  const columns = Array.from({ length: count }, (_, column) => {
    const widths = grid.rows.map((row) => widthOf(cellText(row[column]!))).filter((width) => width > 0);
    const longest = Math.max(0, ...widths);
    const need = longest <= SHORT ? Math.max(longest, NARROWEST) : BEGINNING;
    return { need, more: longest > need ? widths.reduce((sum, width) => sum + width, 0) / widths.length : 0 };
  });
  const needed = columns.reduce((sum, { need }) => sum + need, 0);
  const wanted = columns.reduce((sum, { more }) => sum + more, 0);
  const left = Math.max(0, ACROSS - needed);
  const scale = needed > ACROSS ? ACROSS / needed : wanted === 0 ? ACROSS / needed : 1;
  return columns.map(({ need, more }) => Math.round((need * scale + (wanted === 0 ? 0 : (left * more) / wanted)) * CELL));
}
