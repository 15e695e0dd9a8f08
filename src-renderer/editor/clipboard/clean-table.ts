import { LANDSCAPE_MEASURE, UPRIGHT_MEASURE } from '#core/document/table/widths.ts';
import { columnsOf, placeCells } from './place-cells.ts';
import type { PlacedCell, PlacedTable } from './place-cells.ts';

/** A pasted table may have so many cells; above that the paper would stand still for seconds with every paste. */
export const MOST_CELLS = 60_000;

/** The cells of all tables of a source; nested ones are counted with the one around them. */
export const countCells = (source: ParentNode): number => source.querySelectorAll('td, th').length;

/**
 * A table of Word, WPS, Excel or the web as rows and cells without looks: spans, header rows and column widths stay; what the source
 * hides does not come. `readCell` fills a made cell with the paragraphs of one of the source. Answers how many rows and columns are hidden.
 */
export function cleanTable(table: HTMLTableElement, made: HTMLTableElement, readCell: (cell: HTMLTableCellElement, into: HTMLElement) => void): PlacedTable['hidden'] {
  const placed = placeCells(table);
  const widths = columnWidths(table, placed);
  for (const { row, cells } of placed.rows) {
    // insertRow() would count all rows before it, every time.
    const madeRow = made.ownerDocument.createElement('tr');
    made.append(madeRow);
    if (row.parentElement?.nodeName === 'THEAD' || (row.cells.length > 0 && [...row.cells].every((cell) => cell.nodeName === 'TH'))) madeRow.dataset.header = '';
    for (const { cell, column, colspan, rowspan, overflow } of cells) {
      const madeCell = madeRow.insertCell();
      if (colspan > 1) madeCell.colSpan = colspan;
      if (rowspan > 1) madeCell.rowSpan = rowspan;
      if (widths) madeCell.dataset.widths = widths.slice(column, column + colspan).join(',');
      readCell(cell, madeCell);
      for (let i = 0; i < overflow; i++) {
        const empty = madeRow.insertCell();
        if (widths) empty.dataset.widths = String(widths[column + colspan + i]);
        empty.append(madeRow.ownerDocument.createElement('p'));
      }
    }
  }
  return placed.hidden;
}

/** Widths of the columns, scaled to the text block; null where the source does not give them all. */
function columnWidths(table: HTMLTableElement, { rows, columns }: PlacedTable): number[] | null {
  const given = columnsOf(table);
  const firsts = rows.slice(0, 50).flatMap(({ cells }) => cells);
  for (const widthOf of [lengthOf, shareOf]) {
    const ofColumns = columns.map((column) => (given[column] ? widthOf(given[column]) : 0));
    const widths = ofColumns.every((width) => width > 0) ? ofColumns : fromCells(firsts, columns.length, widthOf);
    if (widths.length === 0 || widths.some((width) => !(width > 0))) continue;
    const total = widths.reduce((sum, width) => sum + width, 0);
    let edge = 0;
    // Edges are rounded, not widths: a hundred columns still come to the whole.
    return widths.map((width) => {
      const from = Math.round((edge / total) * UPRIGHT_MEASURE);
      edge += width;
      return Math.max(1, Math.round((edge / total) * UPRIGHT_MEASURE) - from);
    });
  }
  return null;
}

/** Word and WPS write widths on cells: of one column first, then what is left of those over several. */
function fromCells(cells: readonly PlacedCell[], count: number, widthOf: (element: Element) => number): number[] {
  const widths = new Array<number>(count).fill(0);
  for (const { cell, column, colspan } of cells) if (colspan === 1 && widths[column] === 0) widths[column] = widthOf(cell);
  for (const { cell, column, colspan } of cells.filter((each) => each.colspan > 1).sort((a, b) => a.colspan - b.colspan)) {
    const own = Array.from({ length: colspan }, (_, index) => column + index);
    const unknown = own.filter((index) => widths[index] === 0);
    const rest = widthOf(cell) - own.reduce((sum, index) => sum + widths[index]!, 0);
    if (rest > 0) for (const index of unknown) widths[index] = rest / unknown.length;
  }
  return widths;
}

/** A width in per cent; 0 where it is not given so. */
const shareOf = (element: Element): number =>
  Number(/(?:^|;)\s*width:\s*([\d.]+)%/i.exec(element.getAttribute('style') ?? '')?.[1] ?? /^([\d.]+)%$/.exec(element.getAttribute('width') ?? '')?.[1] ?? 0);

/** A side of an element in points; 0 where it is not given in points or pixels. */
export function lengthOf(element: Element, side: 'width' | 'height' = 'width'): number {
  const [, number, unit] = LENGTH[side].exec(element.getAttribute('style') ?? '') ?? [];
  if (number !== undefined) return Number(number) * { pt: 1, px: 0.75, cm: 28.35, mm: 2.835, in: 72 }[unit!.toLowerCase() as 'pt'];
  const plain = element.getAttribute(side) ?? '';
  return /^[\d.]+$/.test(plain) ? Number(plain) * 0.75 : 0;
}

const LENGTH = { width: /(?:^|;)\s*width:\s*([\d.]+)(pt|px|cm|mm|in)/i, height: /(?:^|;)\s*height:\s*([\d.]+)(pt|px|cm|mm|in)/i } as const;

const points = (twips: number): string => `${Math.round(twips / 2) / 10}pt`;

/** Gives copied tables the lines and widths that Word, WPS and Excel show; our own paste does not look at them. */
export function dressTables(dom: ParentNode): void {
  for (const table of dom.querySelectorAll<HTMLTableElement>('table')) {
    table.setAttribute('border', '1');
    table.setAttribute('cellspacing', '0');
    table.style.borderCollapse = 'collapse';
    for (const column of table.querySelectorAll('col')) column.remove();
    for (const cell of table.querySelectorAll<HTMLTableCellElement>('td')) {
      cell.style.border = '0.5pt solid black';
      cell.style.padding = '0 4pt';
      const widths = (cell.dataset.widths ?? '').split(',').map(Number);
      const width = widths.reduce((sum, each) => sum + each, 0);
      if (width > 0 && width <= LANDSCAPE_MEASURE) cell.style.width = points(width);
    }
  }
}
