import type { Twips } from '../../units/length.ts';
import type { PlacedCell } from '../table-map.ts';

/** What a column without a width is given at least. */
const NARROWEST: Twips = 600;

/** The widths of a table's columns on paper, as its cells give them. */
export function columnWidths(cells: readonly PlacedCell[], columns: number, measure: Twips): Twips[] {
  const given: (number | null)[] = Array.from({ length: columns }, () => null);
  for (const cell of cells) {
    const widths = cell.node.attrs.colwidth as readonly (number | null)[] | null;
    widths?.forEach((width, index) => {
      if (width && cell.column + index < columns) given[cell.column + index] ??= width;
    });
  }
  return shareWidths(given, measure);
}

/** Given widths, the rest shared evenly, all in proportion so that they fill `measure`, but for less than a twip a column. */
export function shareWidths(given: readonly (number | null)[], measure: Twips): Twips[] {
  const known = given.reduce<number>((total, width) => total + (width ?? 0), 0);
  const open = given.filter((width) => width === null).length;
  const share = open === 0 ? 0 : Math.max(measure - known, NARROWEST * open) / open;
  const widths = given.map((width) => width ?? share);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.max(1, Math.floor((width / total) * measure)));
}
