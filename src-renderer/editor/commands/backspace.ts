import type { Command, Transaction } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { numberDocument } from '#core/document/numbering.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { findPlace, giveRole, isTextSelection, placeCaret, roleAt } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';

/** Roles that Backspace at their start turns back into body text, before it joins anything. */
const TURNS_INTO_BODY: readonly Role[] = ['heading', 'article', 'attachmentNote'];

/** Inline nodes that go like a character. */
const TAKEN_WHOLE: ReadonlySet<string> = new Set(['reference', 'footnote', 'image']);

/**
 * Backspace where the browser's own would not do: at the start of a paragraph, and after an inline number. Everything else,
 * single characters above all, is left to the browser, so that input methods see an ordinary text field.
 */
export const backspace: Command = (state, dispatch) => {
  if (!isTextSelection(state.selection) || !state.selection.empty) return false;
  const { $from } = state.selection;
  const place = findPlace($from);
  if (!place) return false;
  if ($from.nodeBefore?.type.name === 'marker') {
    return spellMarker($from.pos - 1)(state, dispatch);
  }
  if (TAKEN_WHOLE.has($from.nodeBefore?.type.name ?? '')) {
    dispatch?.(state.tr.delete($from.pos - 1, $from.pos).scrollIntoView());
    return true;
  }
  if ($from.parentOffset > 0) return false;
  if (dispatch) {
    const { tr } = state;
    atStart(tr, place);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** The inline number at `pos` becomes typed words; after Backspace the next one takes one character of them. */
export const spellMarker = (pos: number): Command => (state, dispatch) => {
  const label = numberDocument(state.doc).markers.get(pos);
  if (!label) return false;
  dispatch?.(state.tr.replaceWith(pos, pos + 1, state.schema.text(label.text, state.doc.nodeAt(pos)!.marks)).scrollIntoView());
  return true;
};

function atStart(tr: Transaction, place: Place): void {
  const role = roleAt(place);
  if (!place.inTable && TURNS_INTO_BODY.includes(role)) return giveRole(tr, place, 'body', 0);
  // The first paragraph of the document, or of a cell: nothing before it may be touched.
  if (place.index === 0) return;
  const before = place.parent.child(place.index - 1);
  if (before.type.name !== 'para') return besideTable(tr, place);
  if (place.node.content.size === 0) {
    placeCaret(tr, place.pos - 1, 'end');
    tr.delete(place.pos, place.pos + place.node.nodeSize);
    return;
  }
  if (place.inTable || mayJoin(before, role)) return join(tr, place.pos);
  placeCaret(tr, place.pos - 1, 'end');
}

/** An empty paragraph below a table goes, unless it is the only way to write after it; the table itself is never touched. */
function besideTable(tr: Transaction, place: Place): void {
  placeCaret(tr, place.pos, 'end');
  const isLast = place.index === place.parent.childCount - 1;
  if (place.node.content.size === 0 && !isLast) tr.delete(place.pos, place.pos + place.node.nodeSize);
}

/** Whether the text of a `role` paragraph may run into the one before: body text may, an element only into its own kind. */
export function mayJoin(before: Node, role: Role): boolean {
  const other = before.attrs.role as Role;
  if (other === role) return true;
  if (before.content.size === 0 && ROLES[other].part === 'main' && role === 'body') return true;
  return role === 'body' && ROLES[other].part === 'main' && other !== 'signature' && other !== 'date';
}

/** Joins the paragraphs on both sides of a position; an empty first one leaves the second what it is. */
export function join(tr: Transaction, pos: number): void {
  const before = tr.doc.resolve(pos).nodeBefore!;
  if (before.content.size === 0) tr.delete(pos - before.nodeSize, pos);
  else tr.join(pos);
}
