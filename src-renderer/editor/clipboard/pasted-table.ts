import { Fragment } from '@tiptap/pm/model';
import type { Node, NodeType, Schema } from '@tiptap/pm/model';
import { cellText, readGrid, writeGrid } from '#core/document/table/grid.ts';
import type { Grid, GridCell } from '#core/document/table/grid.ts';
import { findTypedNumbers, numberColumn } from '#core/document/table/row-numbers.ts';
import { fitColumns, UPRIGHT_MEASURE } from '#core/document/table/widths.ts';

/** A table out of rows of text; line ends in a cell part paragraphs. */
export function tableOfText(schema: Schema, rows: readonly (readonly string[])[]): Node {
  const { para, table, tableRow, tableCell } = schema.nodes as Record<string, NodeType>;
  const paragraphs = (text: string): Node[] => {
    const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    return lines.length > 0 ? lines.map((line) => para!.create(null, schema.text(line))) : [para!.create()];
  };
  return table!.create(null, rows.map((row) => tableRow!.create(null, row.map((text) => tableCell!.create(null, paragraphs(text))))));
}

/** A table from another program as a document has it: a whole grid, its header known, 序号 computed, columns as wide as their text needs. */
export function adoptTable(table: Node): Node {
  let grid = withoutIdle(readGrid(table));
  const heads = grid.rows.some((row) => row.attrs.header === true) ? 0 : headRows(grid);
  if (heads > 0) grid = { ...grid, rows: grid.rows.map((row, index) => (index < heads ? { attrs: { ...row.attrs, header: true }, source: null } : row)) };
  const typed = findTypedNumbers(grid);
  if (typed) grid = numberColumn(grid, typed.column, typed.style);
  if (grid.widths.some((width) => width === null)) grid = fitColumns(grid, UPRIGHT_MEASURE);
  return writeGrid(grid);
}

/** Rows and columns in which no cell begins, only spans that reach too far: a colspan of 100 in a table of three columns, a row without cells. */
function withoutIdle(grid: Grid): Grid {
  const isFill = (cell: GridCell | undefined): boolean => cell?.source === null;
  const rows = grid.rows.map((_, row) => row).filter((row) => grid.slots[row]!.some((cell, column) => !isFill(cell) && cell !== grid.slots[row - 1]?.[column]));
  const columns = grid.widths.map((_, column) => column).filter((column) => grid.slots.some((line) => !isFill(line[column]) && line[column] !== line[column - 1]));
  if (rows.length === 0 || columns.length === 0 || (rows.length === grid.rows.length && columns.length === grid.widths.length)) return grid;
  const widths = columns.map((column, index) => {
    const joined = grid.widths.slice(index === 0 ? 0 : column, columns[index + 1] ?? grid.widths.length);
    return joined.every((each) => each !== null) ? joined.reduce<number>((sum, each) => sum + each, 0) : null;
  });
  return { ...grid, rows: rows.map((row) => grid.rows[row]!), slots: rows.map((row) => columns.map((column) => grid.slots[row]![column]!)), widths };
}

const NAME = /^[^\d。；]{1,12}$/;

/** How many rows of short names stand above rows of something else: one, two where names stand in groups, one more below a title over all columns. */
function headRows({ slots, widths, rows }: Grid): number {
  if (widths.length < 2) return 0;
  const title = rows.length > 2 && slots[0]!.every((cell) => cell === slots[0]![0] && cell !== slots[1]![0]) ? 1 : 0;
  const isEnd = (row: number): boolean => row < rows.length && slots[row]!.every((cell, column) => cell !== slots[row - 1]![column]);
  const areNames = (row: number): boolean => slots[row]!.every((cell) => NAME.test(cellText(cell)));
  const first = slots[title];
  if (!first || !areNames(title)) return 0;
  if (isEnd(title + 1)) return title + 1;
  const isGrouped = first.some((cell, column) => column > 0 && cell === first[column - 1]);
  return isGrouped && isEnd(title + 2) && areNames(title + 1) ? title + 2 : 0;
}

/** Tables where none may stand (in a cell): a paragraph a row. */
export function withoutTables(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name !== 'table') return nodes.push(node);
    const { para } = node.type.schema.nodes as Record<string, NodeType>;
    node.forEach((row) => {
      const { schema } = node.type;
      const cells = row.children.map((cell) => joined(cell.children.map((each) => each.content), schema.text(' ')));
      nodes.push(para!.create(null, joined(cells, schema.text('　'))));
    });
    return undefined;
  });
  return Fragment.from(nodes);
}

/** Contents of a line one after the other, each parted from the one before. */
const joined = (contents: readonly Fragment[], parting: Node): Fragment =>
  Fragment.fromArray(contents.flatMap((content, index) => (index === 0 ? content.content : [parting, ...content.content])));
