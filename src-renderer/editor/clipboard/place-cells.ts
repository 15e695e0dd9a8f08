/** A cell of a table on a page, with the columns and rows it covers, those that are hidden left out. */
export interface PlacedCell {
  readonly cell: HTMLTableCellElement;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  /** So many empty cells follow: Excel lets a long text run over its neighbours and writes that as a span. */
  readonly overflow: number;
}

/** What of a table is seen. */
export interface PlacedTable {
  readonly rows: readonly { readonly row: HTMLTableRowElement; readonly cells: readonly PlacedCell[] }[];
  /** Indexes of the seen columns among all of the source. */
  readonly columns: readonly number[];
  /** Rows and columns with words in them that the source hides. */
  readonly hidden: { readonly rows: number; readonly columns: number };
}

/** No column beyond this is one. */
const MOST_COLUMNS = 200;

/** Whether a page or a sheet does not show an element, as far as the element itself says so. */
export const isHidden = (element: Element): boolean => element.hasAttribute('hidden') || /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(element.getAttribute('style') ?? '');

/** Lays the cells of a table out as a browser does, without the rows and columns that are hidden; spans over those shrink. */
export function placeCells(table: HTMLTableElement): PlacedTable {
  const rows = [...table.rows];
  const shown = rows.map((row) => !isHidden(row) && !(row.parentElement && row.parentElement !== table && isHidden(row.parentElement)) && !isProp(row));
  const ends = rows.map(() => rows.length);
  for (let row = rows.length - 2; row >= 0; row--) ends[row] = rows[row]!.parentElement === rows[row + 1]!.parentElement ? ends[row + 1]! : row + 1;
  const placed: (PlacedCell & { readonly row: number })[] = [];
  // Of each column, the first row that is free in it.
  const free: number[] = [];
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((free[column] ?? 0) > row) column++;
      const isOverflow = /mso-ignore:\s*colspan/i.test(cell.getAttribute('style') ?? '');
      const span = Math.min(cell.colSpan, MOST_COLUMNS);
      // 0: as far as its part of the table (thead, tbody) goes; none goes further.
      const rowspan = Math.min(cell.rowSpan || rows.length, ends[row]! - row);
      placed.push({ cell, row, column, colspan: isOverflow ? 1 : span, rowspan, overflow: isOverflow ? span - 1 : 0 });
      for (let c = column; c < column + span; c++) free[c] = row + rowspan;
      column += span;
    }
  }
  const gone = hiddenColumns(table, placed, free.length);
  const columns = Array.from({ length: free.length }, (_, column) => column).filter((column) => !gone.has(column));
  const left = counts(columns.length === free.length ? null : columns, free.length);
  const above = counts(shown.every(Boolean) ? null : [...shown.keys()].filter((row) => shown[row]), rows.length);
  const kept: PlacedCell[][] = rows.map(() => []);
  for (const { row, ...each } of placed) {
    const colspan = left(each.column + each.colspan) - left(each.column);
    const rowspan = above(row + each.rowspan) - above(row);
    if (colspan === 0 || rowspan === 0) continue;
    // A cell that begins in a hidden row is seen from the next on.
    let first = row;
    while (!shown[first]) first++;
    kept[first]!.push({ ...each, column: left(each.column), colspan, rowspan, overflow: left(each.column + each.colspan + each.overflow) - left(each.column) - colspan });
  }
  return {
    rows: rows.flatMap((row, index) => (shown[index] ? [{ row, cells: kept[index]!.sort((a, b) => a.column - b.column) }] : [])),
    columns,
    hidden: {
      rows: rows.filter((row, index) => !shown[index] && (row.textContent ?? '').trim() !== '').length,
      columns: [...gone].filter((column) => placed.some((each) => each.column === column && (each.cell.textContent ?? '').trim() !== '')).length,
    },
  };
}

/** The row without height that Office adds to hold up columns that are not in line. */
const isProp = (row: HTMLTableRowElement): boolean => row.getAttribute('height') === '0' && (row.textContent ?? '').trim() === '';

/** Columns hidden by their `col`, or because each cell of their own is. */
function hiddenColumns(table: HTMLTableElement, placed: readonly PlacedCell[], count: number): ReadonlySet<number> {
  const gone = new Set<number>();
  columnsOf(table).forEach((column, index) => void (index < count && isHidden(column) && gone.add(index)));
  const seen = new Set<number>();
  for (const { cell, column, colspan } of placed) if (colspan === 1 && !isHidden(cell)) seen.add(column);
  for (const { cell, column, colspan } of placed) if (colspan === 1 && !seen.has(column) && isHidden(cell)) gone.add(column);
  return gone.size === count ? new Set() : gone;
}

/** The `col` of each column, as often as its span says. */
export const columnsOf = (table: HTMLTableElement): HTMLElement[] => [...table.querySelectorAll<HTMLElement>(':scope > col, :scope > colgroup > col')]
  .flatMap((column) => Array.from({ length: Math.min(MOST_COLUMNS, Number(column.getAttribute('span') ?? 1) || 1) }, () => column));

/** How many of the chosen lie before an index; `null`: all are chosen. */
function counts(chosen: readonly number[] | null, length: number): (index: number) => number {
  if (chosen === null) return (index) => Math.min(index, length);
  const before = new Array<number>(length + 1).fill(0);
  for (const each of chosen) before[each + 1] = 1;
  for (let index = 1; index <= length; index++) before[index]! += before[index - 1]!;
  return (index) => before[Math.min(index, length)]!;
}
