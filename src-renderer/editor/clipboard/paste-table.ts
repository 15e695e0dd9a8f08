import { closeHistory } from '@tiptap/pm/history';
import { Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { fillCells } from '#core/document/table/fill.ts';
import { TABLE_REFUSAL_WORDS } from '#core/wording/table-refusals.ts';
import { withNotice } from '../notice.ts';
import { findPlace, splitParagraph } from '../paragraphs.ts';
import { gridOf, putCaret, putGrid, tableAt } from '../tables/edit-table.ts';
import { withWholeTable } from '../tables/table-editing.ts';
import { withoutTables } from './pasted-table.ts';

/** The pasted table, when that is all that is pasted. */
function onlyTable(slice: Slice): Node | null {
  return slice.content.childCount === 1 && slice.content.firstChild!.type.name === 'table' ? slice.content.firstChild : null;
}

/** A table into a table fills its cells from the one at hand on; anything else with tables in it comes as paragraphs. Null where no table is concerned. */
export function pasteIntoTable(state: EditorState, slice: Slice): Transaction | null {
  const at = tableAt(state);
  if (!at) return null;
  const table = onlyTable(slice);
  if (!table) {
    let any = false;
    slice.content.forEach((node) => (any ||= node.type.name === 'table'));
    return any ? state.tr.replaceSelection(new Slice(withoutTables(slice.content), 0, 0)) : null;
  }
  const source = gridOf(table);
  const filled = fillCells(at.grid, source, at.rect.top, at.rect.left);
  if (!filled.ok) return withNotice(state.tr, TABLE_REFUSAL_WORDS[filled.refusal]);
  const tr = closeHistory(state.tr);
  putGrid(tr, at.pos, filled.value);
  putCaret(tr, at.pos, at.rect.top + source.rows.length - 1, at.rect.left + source.widths.length - 1, Infinity);
  return tr;
}

/** A table into running text stands below the paragraph at hand, or in the place of an empty one, never inside a sentence by chance. */
export function pasteTable(state: EditorState, slice: Slice): Transaction | null {
  const table = onlyTable(slice);
  if (!table) return null;
  const tr = closeHistory(state.tr);
  if (!tr.selection.empty) tr.deleteSelection();
  const place = findPlace(tr.selection.$from);
  if (!place || place.inTable) return null;
  const isEmpty = place.node.content.size === 0 && place.node.attrs.role === 'body' && place.node.attrs.slot === null;
  const offset = tr.selection.$from.parentOffset;
  let pos = isEmpty || (offset === 0 && place.node.content.size > 0) ? place.pos : place.pos + place.node.nodeSize;
  if (!isEmpty && offset > 0 && offset < place.node.content.size && place.node.attrs.role === 'body') {
    splitParagraph(tr, place.pos + 1 + offset);
    pos = place.pos + offset + 2;
  }
  if (isEmpty) tr.replaceWith(place.pos, place.pos + place.node.nodeSize, table);
  else tr.insert(pos, table);
  if (pos + table.nodeSize === tr.doc.content.size) tr.insert(tr.doc.content.size, tr.doc.type.schema.nodes.para!.create());
  putCaret(tr, pos, table.childCount, table.firstChild!.childCount, Infinity);
  return withWholeTable(tr);
}
