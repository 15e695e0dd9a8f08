import type { Twips } from '../../units/length.ts';
import type { PlacedCell } from '../table-map.ts';

/** What a column without a width is given at least. */
const NARROWEST: Twips = 600;

/** Given widths, the rest shared evenly, all in proportion so that the table fills the measure. */
export function columnWidths(cells: readonly PlacedCell[], columns: number, measure: Twips): Twips[] {
  const given: (number | undefined)[] = Array.from({ length: columns });
  for (const cell of cells) {
    const widths = cell.node.attrs.colwidth as readonly (number | null)[] | null;
    widths?.forEach((width, index) => {
      if (width && cell.column + index < columns) given[cell.column + index] ??= width;
    });
  }
  const known = given.reduce<number>((total, width) => total + (width ?? 0), 0);
  const open = given.filter((width) => width === undefined).length;
  const share = open === 0 ? 0 : Math.max(measure - known, NARROWEST * open) / open;
  const widths = given.map((width) => width ?? share);
  const scale = measure / widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => Math.max(1, Math.floor(width * scale)));
}
