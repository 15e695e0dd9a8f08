import { LANDSCAPE_MEASURE, UPRIGHT_MEASURE } from '#core/document/table/widths.ts';

/** A pasted table may have so many cells; above that the paper would stand still for seconds with every paste. */
export const MOST_CELLS = 60_000;

/** The cells of all tables of a source; nested ones are counted with the one around them. */
export const countCells = (source: ParentNode): number => source.querySelectorAll('td, th').length;

/**
 * A table of Word, WPS, Excel or the web as rows and cells without looks: spans, header rows and column widths stay.
 * `readCell` fills a made cell with the paragraphs of one of the source.
 */
export function cleanTable(table: HTMLTableElement, made: HTMLTableElement, readCell: (cell: HTMLTableCellElement, into: HTMLElement) => void): void {
  const widths = columnWidths(table);
  for (const row of table.rows) {
    // insertRow() would count all rows before it, every time.
    const madeRow = made.ownerDocument.createElement('tr');
    made.append(madeRow);
    if (row.parentElement?.nodeName === 'THEAD' || (row.cells.length > 0 && [...row.cells].every((cell) => cell.nodeName === 'TH'))) madeRow.dataset.header = '';
    for (const cell of row.cells) {
      const madeCell = madeRow.insertCell();
      // Excel lets a long text run over empty neighbours and writes that as a span; it is none.
      const overflow = /mso-ignore:\s*colspan/i.test(cell.getAttribute('style') ?? '') ? cell.colSpan : 1;
      if (cell.colSpan > 1 && overflow === 1) madeCell.colSpan = Math.min(cell.colSpan, 200);
      if (cell.rowSpan > 1) madeCell.rowSpan = cell.rowSpan;
      readCell(cell, madeCell);
      for (let i = 1; i < Math.min(overflow, 200); i++) madeRow.insertCell().append(madeRow.ownerDocument.createElement('p'));
    }
  }
  if (widths) writeWidths(made, widths);
}

/** Widths of the columns, scaled to the text block; null where the source does not give them all. */
function columnWidths(table: HTMLTableElement): number[] | null {
  const given = [...table.querySelectorAll<HTMLElement>(':scope > col, :scope > colgroup > col')].flatMap((column) =>
    Array.from({ length: Math.min(200, Number(column.getAttribute('span') ?? 1) || 1) }, () => lengthOf(column)));
  const count = Math.max(0, ...[...table.rows].slice(0, 50).map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
  const widths = given.length >= count ? given.slice(0, count) : fromCells(table, count);
  if (!widths || widths.length === 0 || widths.some((width) => !(width > 0))) return null;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const measure = UPRIGHT_MEASURE;
  return widths.map((width) => Math.max(1, Math.floor((width / total) * measure)));
}

/** Word and WPS write widths on cells: the first row without spans knows them all. */
function fromCells(table: HTMLTableElement, count: number): number[] | null {
  const row = [...table.rows].slice(0, 50).find(({ cells }) => cells.length === count && [...cells].every((cell) => cell.colSpan === 1));
  return row ? [...row.cells].map((cell) => lengthOf(cell)) : null;
}

/** A side of an element in points; 0 where it is not given in points or pixels. */
export function lengthOf(element: Element, side: 'width' | 'height' = 'width'): number {
  const [, number, unit] = LENGTH[side].exec(element.getAttribute('style') ?? '') ?? [];
  if (number !== undefined) return Number(number) * { pt: 1, px: 0.75, cm: 28.35, mm: 2.835, in: 72 }[unit!.toLowerCase() as 'pt'];
  const plain = element.getAttribute(side) ?? '';
  return /^[\d.]+$/.test(plain) ? Number(plain) * 0.75 : 0;
}

const LENGTH = { width: /(?:^|;)\s*width:\s*([\d.]+)(pt|px|cm|mm|in)/i, height: /(?:^|;)\s*height:\s*([\d.]+)(pt|px|cm|mm|in)/i } as const;

function writeWidths(table: HTMLTableElement, widths: readonly number[]): void {
  const covered: number[] = [];
  for (const row of table.rows) {
    let column = 0;
    const next = covered.map((left) => Math.max(0, left - 1));
    for (const cell of row.cells) {
      while ((covered[column] ?? 0) > 0) column++;
      const own = widths.slice(column, column + cell.colSpan);
      if (own.length === cell.colSpan) cell.dataset.widths = own.join(',');
      for (let c = column; c < column + cell.colSpan; c++) next[c] = cell.rowSpan - 1;
      column += cell.colSpan;
    }
    covered.splice(0, covered.length, ...Array.from(next, (left) => left ?? 0));
  }
}

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
