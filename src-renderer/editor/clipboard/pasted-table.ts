import { Fragment } from '@tiptap/pm/model';
import type { Node, NodeType, Schema } from '@tiptap/pm/model';
import { cellText, readGrid, writeGrid } from '#core/document/table/grid.ts';
import type { Grid } from '#core/document/table/grid.ts';
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
  let grid = readGrid(table);
  if (!grid.rows.some((row) => row.attrs.header === true) && looksLikeHeader(grid)) {
    grid = { ...grid, rows: grid.rows.with(0, { attrs: { ...grid.rows[0]!.attrs, header: true }, source: null }) };
  }
  const typed = findTypedNumbers(grid);
  if (typed) grid = numberColumn(grid, typed.column, typed.style);
  if (grid.widths.some((width) => width === null)) grid = fitColumns(grid, UPRIGHT_MEASURE);
  return writeGrid(grid);
}

/** A first row of short names, each in a cell of one row, above rows of something else. */
function looksLikeHeader(grid: Grid): boolean {
  const first = grid.slots[0]!;
  return grid.rows.length > 1 && grid.widths.length > 1 && first.every((cell) => /^[^\d。；]{1,12}$/.test(cellText(cell)) && grid.slots[1]!.every((below) => below !== cell));
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
