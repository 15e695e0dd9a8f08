import { DOMParser } from '@tiptap/pm/model';
import type { Fragment, Node, NodeType, Schema } from '@tiptap/pm/model';

/**
 * A cleaned table (clean-table.ts: rows, cells, plain paragraphs) as a node. The schema's own parser looks at every rule for every
 * element, which a table of five thousand rows feels; here only a paragraph with formats in it is handed to that parser.
 */
export function nodeOfTable(schema: Schema, table: HTMLTableElement): Node {
  const { tableRow, tableCell } = schema.nodes as Record<string, NodeType>;
  const rows: Node[] = [];
  for (const row of table.children) {
    const cells: Node[] = [];
    for (const cell of row.children) cells.push(tableCell!.create(attributesOf(cell as HTMLTableCellElement), paragraphsOf(schema, cell)));
    rows.push(tableRow!.create(row.hasAttribute('data-header') ? { header: true } : null, cells));
  }
  return schema.nodes.table!.create(null, rows);
}

/** Null, the defaults, for a cell that says nothing of itself. */
function attributesOf(cell: HTMLTableCellElement): Record<string, unknown> | null {
  if (!cell.hasAttributes()) return null;
  const widths = cell.dataset.widths?.split(',').map(Number) ?? null;
  return { colspan: cell.colSpan, rowspan: cell.rowSpan, colwidth: widths, align: cell.dataset.align ?? null };
}

function paragraphsOf(schema: Schema, cell: Element): Node[] {
  const para = schema.nodes.para!;
  return [...cell.children].map((each) => {
    if (each.childElementCount > 0) return para.create(null, inlineOf(schema, each));
    const text = each.textContent;
    return para.create(null, text === '' ? null : schema.text(text));
  });
}

const inlineOf = (schema: Schema, paragraph: Element): Fragment => {
  const { content } = DOMParser.fromSchema(schema).parseSlice(paragraph, { preserveWhitespace: 'full' });
  return content.firstChild?.isTextblock ? content.firstChild.content : content;
};
