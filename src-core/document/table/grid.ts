import { Fragment } from 'prosemirror-model';
import type { Attrs, Node } from 'prosemirror-model';
import type { Twips } from '../../units/length.ts';
import type { schema as coreSchema } from '../schema.ts';

/** A cell on the grid; the slots it covers all hold this very object. */
export interface GridCell {
  readonly attrs: Attrs;
  readonly content: Fragment;
  /** The node it was read from, written back as it is when nothing of it changes. */
  readonly source: Node | null;
}

/** A half-open rectangle of slots. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A table as slots: `slots[row][column]`. Every row is equally long and every cell covers a rectangle. */
export interface Grid {
  readonly table: Node;
  readonly rows: readonly GridRow[];
  readonly slots: readonly (readonly GridCell[])[];
  /** Column widths in twips; null where the table says nothing. */
  readonly widths: readonly (Twips | null)[];
}

export interface GridRow {
  readonly attrs: Attrs;
  readonly source: Node | null;
}

export const widthOf = (grid: Grid): number => grid.widths.length;
export const heightOf = (grid: Grid): number => grid.rows.length;

/** An empty cell for the tables of one schema (the editor's is not the core's own object). */
export function emptyCell(table: Node): GridCell {
  const { para } = table.type.schema.nodes as { para: (typeof coreSchema.nodes)['para'] };
  return { attrs: {}, content: Fragment.from(para.create()), source: null };
}

/** Lays a table out on its grid: spans that overlap or leave the table are cut, holes become empty cells. */
export function readGrid(table: Node): Grid {
  const slots: (GridCell | undefined)[][] = Array.from({ length: table.childCount }, () => []);
  const given: (Twips | null)[] = [];
  let width = 0;
  table.forEach((rowNode, _, row) => {
    let column = 0;
    rowNode.forEach((node) => {
      while (slots[row]![column]) column++;
      const colspan = freeRun(slots[row]!, column, Math.max(1, node.attrs.colspan as number));
      let rowspan = 1;
      while (rowspan < (node.attrs.rowspan as number) && row + rowspan < slots.length && freeRun(slots[row + rowspan]!, column, colspan) === colspan) rowspan++;
      const cell: GridCell = { attrs: node.attrs, content: node.content, source: node };
      for (let r = row; r < row + rowspan; r++) for (let c = column; c < column + colspan; c++) slots[r]![c] = cell;
      const own = node.attrs.colwidth as readonly (number | null)[] | null;
      for (let c = 0; c < colspan; c++) given[column + c] = given[column + c] ?? (own?.[c] || null);
      column += colspan;
      width = Math.max(width, column);
    });
  });
  const whole = slots.map((line) => Array.from({ length: Math.max(1, width) }, (_, column) => line[column] ?? emptyCell(table)));
  const rows = table.children.map((source): GridRow => ({ attrs: source.attrs, source }));
  return { table, rows, slots: whole, widths: Array.from({ length: Math.max(1, width) }, (_, column) => given[column] ?? null) };
}

function freeRun(line: readonly (GridCell | undefined)[], from: number, most: number): number {
  let length = 0;
  while (length < most && !line[from + length]) length++;
  return Math.max(1, length);
}

/** The table of a grid. Rows and columns that no cell of their own begins or ends in are folded away; untouched cells and rows are the same nodes as before. */
export function writeGrid(unfolded: Grid): Node {
  const grid = fold(unfolded);
  const { table, slots, widths } = grid;
  const { tableRow, tableCell } = table.type.schema.nodes as { tableRow: (typeof coreSchema.nodes)['tableRow']; tableCell: (typeof coreSchema.nodes)['tableCell'] };
  const rows = grid.rows.map(({ attrs, source }, row) => {
    const cells: Node[] = [];
    for (let column = 0; column < widths.length; column++) {
      const cell = slots[row]![column]!;
      if (slots[row]![column - 1] === cell || slots[row - 1]?.[column] === cell) continue;
      let colspan = 1;
      while (slots[row]![column + colspan] === cell) colspan++;
      let rowspan = 1;
      while (slots[row + rowspan]?.[column] === cell) rowspan++;
      const own = widths.slice(column, column + colspan);
      const colwidth = own.every((each) => each !== null) ? own : null;
      cells.push(isAsRead(cell, colspan, rowspan, colwidth) ? cell.source! : tableCell.create({ ...cell.attrs, colspan, rowspan, colwidth }, cell.content));
    }
    const same = source !== null && source.attrs === attrs && source.childCount === cells.length && cells.every((cell, index) => cell === source.child(index));
    return same ? source : tableRow.create(attrs, cells);
  });
  return rows.length === table.childCount && rows.every((row, index) => row === table.child(index)) ? table : table.type.create(table.attrs, rows);
}

function isAsRead({ source, content }: GridCell, colspan: number, rowspan: number, colwidth: readonly (Twips | null)[] | null): boolean {
  if (!source || source.content !== content || source.attrs.colspan !== colspan || source.attrs.rowspan !== rowspan) return false;
  const own = source.attrs.colwidth as readonly (number | null)[] | null;
  return own === null ? colwidth === null : colwidth !== null && own.length === colwidth.length && own.every((each, index) => each === colwidth[index]);
}

/** A row whose slots all belong to the cells of the row above is no row of its own; the same of columns. */
function fold(grid: Grid): Grid {
  const rows = grid.rows.map((_, row) => row).filter((row) => row === 0 || grid.slots[row]!.some((cell, column) => cell !== grid.slots[row - 1]![column]));
  const columns = grid.widths.map((_, column) => column).filter((column) => column === 0 || grid.slots.some((line) => line[column] !== line[column - 1]));
  if (rows.length === grid.rows.length && columns.length === grid.widths.length) return grid;
  const widths = columns.map((column, index) => {
    const joined = grid.widths.slice(column, columns[index + 1] ?? grid.widths.length);
    return joined.every((each) => each !== null) ? joined.reduce<number>((sum, each) => sum + each, 0) : null;
  });
  return { ...grid, rows: rows.map((row) => grid.rows[row]!), slots: rows.map((row) => columns.map((column) => grid.slots[row]![column]!)), widths };
}

/** Where each cell that was read begins, from the inside of its table. */
export function cellPositions({ table, slots }: Grid): Map<GridCell, number> {
  const positions = new Map<GridCell, number>();
  table.forEach((rowNode, rowOffset, row) => {
    const begin = slots[row]!.filter((cell, column) => cell.source !== null && cell !== slots[row]![column - 1] && cell !== slots[row - 1]?.[column]);
    rowNode.forEach((_, offset, index) => positions.set(begin[index]!, rowOffset + 1 + offset));
  });
  return positions;
}

/** The columns a cell covers and its first row; undefined for a cell of another grid. */
export function placeOf(grid: Grid, cell: GridCell, from = 0): Rect | undefined {
  for (let top = from; top < grid.slots.length; top++) {
    const left = grid.slots[top]!.indexOf(cell);
    if (left < 0) continue;
    let right = left + 1;
    while (grid.slots[top]![right] === cell) right++;
    let bottom = top + 1;
    while (grid.slots[bottom]?.[left] === cell) bottom++;
    return { top, left, bottom, right };
  }
  return undefined;
}

/** The rectangle grown until no cell reaches across its edge. */
export function closeRect(grid: Grid, rect: Rect): Rect {
  const { slots } = grid;
  let { top, left, bottom, right } = rect;
  const columns = (test: (column: number) => boolean): boolean => Array.from({ length: right - left }, (_, index) => left + index).some(test);
  const rows = (test: (row: number) => boolean): boolean => Array.from({ length: bottom - top }, (_, index) => top + index).some(test);
  for (;;) {
    if (top > 0 && columns((c) => slots[top - 1]![c] === slots[top]![c])) top--;
    else if (bottom < slots.length && columns((c) => slots[bottom]![c] === slots[bottom - 1]![c])) bottom++;
    else if (left > 0 && rows((r) => slots[r]![left - 1] === slots[r]![left])) left--;
    else if (right < grid.widths.length && rows((r) => slots[r]![right] === slots[r]![right - 1])) right++;
    else return { top, left, bottom, right };
  }
}

/** The text of a cell, its paragraphs joined; computed numbers are not text. */
export function cellText({ content }: GridCell, separator = ''): string {
  const parts: string[] = [];
  content.forEach((para) => parts.push(para.textContent));
  return parts.join(separator).trim();
}
