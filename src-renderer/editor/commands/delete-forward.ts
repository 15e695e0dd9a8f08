import type { Command } from '@tiptap/pm/state';
import { hasLevels } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { findPlace, isTextSelection, placeCaret } from '../paragraphs.ts';
import { join, mayJoin } from './backspace.ts';

/** Delete before a footnote or an image, and at the end of a paragraph, the mirror of Backspace: an empty neighbour goes, texts join, tables and elements stay. */
export const deleteForward: Command = (state, dispatch) => {
  if (!isTextSelection(state.selection) || !state.selection.empty) return false;
  const { $from } = state.selection;
  if ($from.nodeAfter?.type.name === 'footnote' || $from.nodeAfter?.type.name === 'image') {
    dispatch?.(state.tr.delete($from.pos, $from.pos + 1).scrollIntoView());
    return true;
  }
  const place = findPlace($from);
  if (!place || $from.parentOffset < place.node.content.size) return false;
  if (place.index === place.parent.childCount - 1) return true;
  if (!dispatch) return true;
  const { tr } = state;
  const next = place.parent.child(place.index + 1);
  const after = place.pos + place.node.nodeSize;
  if (place.node.content.size === 0 && (place.index > 0 || next.type.name === 'para')) {
    tr.delete(place.pos, after);
    placeCaret(tr, place.pos + 1, 'start');
  } else if (next.type.name !== 'para') placeCaret(tr, after, 'start');
  else if (next.content.size === 0) tr.delete(after, after + next.nodeSize);
  else if (place.inTable || mayJoin(place.node, absorbed(next.attrs.role as Role))) join(tr, after);
  else placeCaret(tr, after + 1, 'start');
  dispatch(tr.scrollIntoView());
  return true;
};

/** A heading or an article pulled up into the paragraph before it is body text there. */
const absorbed = (role: Role): Role => (hasLevels(role) ? 'body' : role);
