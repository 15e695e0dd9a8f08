import { heightOfLines } from './line-heights.ts';
import type { LaidCell, LaidTable } from './items.ts';
import { STROKE } from './table-item.ts';
import type { Millipoints } from './unit.ts';

/** How the rows of a table that holds images go over pages, so that no image is parted. */
export interface ImageRows {
  readonly heights: readonly Millipoints[];
  /** For each row, the height that has to fit where it begins: its own, or that of all the rows beside an image over several. */
  readonly needs: readonly Millipoints[];
  /** The height of a row higher than a page, parted at every so many lines: what stays empty before an image is added. */
  inParts(row: number, room: number): Millipoints;
}

/** Whether a cell holds an image. */
export const hasImage = ({ paragraphs }: LaidCell): boolean => paragraphs.some(({ laid }) => laid.text.images !== null);
const lastRow = ({ row, rowspan }: LaidCell): number => row + rowspan - 1;

/** Null for a table without images, whose rows are as high as they are. */
export function planImageRows({ rows, cells, pitch }: LaidTable, pageHeight: Millipoints): ImageRows | null {
  const withImage = cells.filter(hasImage);
  if (withImage.length === 0) return null;
  const heights = rows.map(({ height }) => height);
  const needs = [...heights];
  const ends = rows.map((_, row) => row + 1);
  for (const cell of withImage) ends[cell.row] = Math.max(ends[cell.row]!, lastRow(cell) + 1);
  for (let row = 0; row < rows.length; ) {
    let end = ends[row]!;
    for (let each = row; each < end; each++) end = Math.max(end, ends[each]!);
    const height = heights.slice(row, end).reduce((sum, one) => sum + one, 0);
    if (height <= pageHeight) needs[row] = height;
    // Rows that cannot stay together: the last one holds all of the cell.
    else for (const cell of withImage) if (cell.row >= row && lastRow(cell) < end) heights[lastRow(cell)] = needs[lastRow(cell)] = Math.max(heights[lastRow(cell)]!, cell.lines * pitch + STROKE);
    row = end;
  }
  const inParts = (row: number, room: number): Millipoints =>
    Math.max(heights[row]!, ...withImage.filter((cell) => lastRow(cell) === row).map((cell) => linesInParts(cell, pitch, room) * pitch + STROKE));
  return { heights, needs, inParts };
}

function linesInParts({ paragraphs }: LaidCell, pitch: Millipoints, room: number): number {
  let parts = 0;
  let used = 0;
  for (const { laid } of paragraphs) for (let line = 0; line < laid.lines.length; line++) {
    const lines = heightOfLines(laid, line, line + 1, pitch) / pitch;
    if (used + lines > room) [parts, used] = [parts + 1, 0];
    used += lines;
  }
  return parts * room + used;
}
