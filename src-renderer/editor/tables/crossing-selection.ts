import { Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { Command, Selection, Transaction } from '@tiptap/pm/state';
import { CellSelection, cellAround } from '@tiptap/pm/tables';
import type { Mappable } from '@tiptap/pm/transform';

/**
 * Selected text that begins in a cell and ends outside of it, or the other way round. What takes its place (a key, a word of an
 * input method, a paste, nothing) empties the cells it reaches into and leaves every row and column where it is; tables it holds whole go.
 */
export class CrossingSelection extends TextSelection {
  override replace(tr: Transaction, content = Slice.empty): void {
    clear(tr, this);
    if (content.size > 0) tr.selection.replace(tr, content);
  }

  override replaceWith(tr: Transaction, node: Node): void {
    clear(tr, this);
    tr.selection.replaceWith(tr, node);
  }

  override map(doc: Node, mapping: Mappable): Selection {
    const mapped = super.map(doc, mapping);
    return settled(mapped) ?? mapped;
  }
}

/** Keeps selections from tearing a table: between two cells of one, cells are selected; across its edge, a CrossingSelection stands. */
export const crossingSelection = (): Plugin => new Plugin({
  appendTransaction: (_, __, state) => {
    const selection = settled(state.selection);
    return selection && state.tr.setSelection(selection);
  },
});

function settled(selection: Selection): Selection | null {
  if (selection.empty || !(selection instanceof TextSelection) || selection instanceof CrossingSelection) return null;
  const { $anchor, $head } = selection;
  if ($anchor.sameParent($head)) return null;
  const anchorCell = cellAround($anchor);
  const headCell = cellAround($head);
  if (anchorCell?.pos === headCell?.pos) return null;
  return anchorCell && headCell && anchorCell.node(1) === headCell.node(1) ? CellSelection.create($anchor.doc, anchorCell.pos, headCell.pos) : new CrossingSelection($anchor, $head);
}

/** From the end on, so that what stands before keeps its place; the caret comes to where the selection began. */
function clear(tr: Transaction, { from, to }: Selection): void {
  for (const each of stretches(tr.doc, from, to).reverse()) tr.delete(each.from, each.to);
  tr.setSelection(TextSelection.near(tr.doc.resolve(from)));
}

interface Stretch {
  readonly from: number;
  to: number;
}

/** What of a range may be deleted at once: paragraphs behind one another, a table as a whole, the part of one cell. */
function stretches(doc: Node, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  let text: Stretch | null = null;
  let row: Node | null = null;
  doc.nodesBetween(from, to, (node, pos, parent) => {
    const end = pos + node.nodeSize;
    const within = { from: Math.max(from, pos + 1), to: Math.min(to, end - 1) };
    if (node.isTextblock) {
      if (text && parent === row) text.to = within.to;
      else found.push((text = within));
      row = parent;
      return false;
    }
    text = null;
    const isWhole = node.type.name === 'table' && from < pos && to > end;
    if (isWhole) found.push({ from: pos, to: end });
    return !isWhole;
  });
  return found;
}

/** Shift+Left right below a table selects its last row, as Word does; the browser would run to the first cell. */
export const selectRowAbove: Command = ({ selection, doc, tr }, dispatch) => {
  const { $from, empty } = selection;
  const table = $from.depth === 1 && $from.parentOffset === 0 && $from.index(0) > 0 ? doc.child($from.index(0) - 1) : null;
  if (!empty || table?.type.name !== 'table') return false;
  const $last = doc.resolve($from.before() - 2);
  dispatch?.(tr.setSelection(CellSelection.rowSelection(doc.resolve($last.pos - $last.nodeBefore!.nodeSize))));
  return true;
};
