import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { mapTable } from '#core/document/table-map.ts';
import { LONG_TABLE, rowsReached } from '../behaviour/deal-blocks.ts';
import { columnDrag, gridColumns } from '../tables/column-drag.ts';
import { crossingSelection } from '../tables/crossing-selection.ts';
import { tableEditing } from '../tables/table-editing.ts';
import { widePages } from '../tables/wide-pages.ts';
import { nodeFromCore } from './from-core.ts';

/** 表格. Column widths are twips, as in the document; the node view spreads them over the text block as shares. */
export const Table = nodeFromCore('table', {
  parseHTML: () => [{ tag: 'table', getAttrs: (dom) => ({ continued: dom.hasAttribute('data-continued') }) }],
  renderHTML: ({ node }) => ['table', node.attrs.continued === true ? { 'data-continued': '' } : {}, columnGroup(node), ['tbody', 0]],
  addNodeView: () => ({ node, view }) => new TableView(node, view),
  addProseMirrorPlugins: () => [columnDrag(), crossingSelection(), tableEditing(), widePages()],
});

/** Widths of the columns in per cent of the table; columns that give none share alike. */
export function columnShares(table: ProseMirrorNode): number[] {
  const { width, cells } = mapTable(table);
  const twips = new Array<number>(width).fill(0);
  for (const { node, column, colspan } of cells) {
    const widths = node.attrs.colwidth as readonly number[] | null;
    for (let i = 0; widths && i < colspan && column + i < width; i++) twips[column + i] ||= widths[i] ?? 0;
  }
  const known = twips.filter((each) => each > 0);
  const usual = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) / known.length : 1;
  const filled = twips.map((each) => (each > 0 ? each : usual));
  const total = filled.reduce((sum, each) => sum + each, 0) || 1;
  return filled.map((each) => Math.round((each / total) * 10_000) / 100);
}

const columnGroup = (node: ProseMirrorNode): readonly [string, ...unknown[]] =>
  ['colgroup', ...columnShares(node).map((share) => ['col', { style: `width: ${share}%` }] as const)];

/** True where no cell came, went or changed its span or width: typing in a long table draws no columns. */
function sameColumns(a: ProseMirrorNode, b: ProseMirrorNode): boolean {
  return a.childCount === b.childCount && a.children.every((row, index) => {
    const other = b.child(index);
    return row === other || (row.childCount === other.childCount && row.children.every((cell, nth) => cell === other.child(nth) || cell.sameMarkup(other.child(nth))));
  });
}

/**
 * Whether each group of rows may be laid out for itself: Chromium lays out a table as a whole, rows out of sight too, which with thousands
 * of them takes longer than a key may. Cells that reach over several rows find their places only where cells fill the whole table.
 */
function isLaidInGroups(table: ProseMirrorNode): boolean {
  if (table.children.every((row) => rowsReached(row) === 1)) return true;
  const { width, height, cells } = mapTable(table);
  return cells.every(({ node, rowspan }) => node.attrs.rowspan === rowspan) && cells.reduce((sum, { rowspan, colspan }) => sum + rowspan * colspan, 0) === width * height;
}

/** A table whose columns follow the document while its cells stay editable. */
class TableView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly columns: HTMLElement;
  private readonly isGrouped: boolean;
  private readonly view: EditorView;
  private node: ProseMirrorNode;

  constructor(node: ProseMirrorNode, view: EditorView) {
    this.node = node;
    this.view = view;
    this.isGrouped = node.childCount > LONG_TABLE;
    const table = document.createElement('table');
    this.columns = table.appendChild(document.createElement('colgroup'));
    this.contentDOM = table.appendChild(document.createElement('tbody'));
    this.dom = document.createElement('div');
    this.dom.className = 'table-frame';
    this.dom.append(table);
    this.drawColumns();
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.node.type) return false;
    // Grown long, it is drawn anew, with its rows in groups (behaviour/block-groups.ts); an input method keeps what it is at work on.
    if (!this.isGrouped && node.childCount > LONG_TABLE && !this.view.composing) return false;
    const before = this.node;
    this.node = node;
    if (!sameColumns(before, node)) this.drawColumns();
    return true;
  }

  ignoreMutation(record: ViewMutationRecord): boolean {
    return record.type !== 'selection' && (record.target === this.dom || this.columns.contains(record.target) || record.target === this.columns.parentElement || (record.target as Element).className === 'column-guide');
  }

  private drawColumns(): void {
    const shares = columnShares(this.node);
    while (this.columns.childElementCount > shares.length) this.columns.lastElementChild!.remove();
    while (this.columns.childElementCount < shares.length) this.columns.append(document.createElement('col'));
    shares.forEach((share, index) => ((this.columns.children[index] as HTMLElement).style.width = `${share}%`));
    const table = this.columns.parentElement!;
    table.classList.toggle('by-group', this.isGrouped && this.node.childCount > LONG_TABLE && isLaidInGroups(this.node));
    table.style.setProperty('--columns', gridColumns(shares));
  }
}

