import { goToNextCell, isInTable } from '@tiptap/pm/tables';
import { addRowAfter } from '@tiptap/pm/tables';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { beginsPart } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { giveRole, roleAt, selectedPlaces } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';

/**
 * Tab and Shift-Tab: headings go down or up a level (1 and 4 are the ends); Tab at the start of a body paragraph makes it a
 * heading below the one before. In a table they move from cell to cell, and Tab in the last one adds a row.
 */
export const changeLevel = (by: 1 | -1): Command => (state, dispatch, view) => {
  if (isInTable(state)) {
    if (goToNextCell(by)(state, dispatch)) return true;
    if (by === 1 && view && addRowAfter(state, dispatch)) goToNextCell(1)(view.state, dispatch);
    return true;
  }
  const places = selectedPlaces(state).filter((place) => !place.inTable);
  const headings = places.filter((place) => roleAt(place) === 'heading');
  const { tr } = state;
  if (headings.length > 0) {
    for (const place of headings) giveRole(tr, place, 'heading', Math.min(4, Math.max(1, (place.node.attrs.level as number) + by)));
  } else if (by === 1 && places.length === 1 && roleAt(places[0]!) === 'body' && state.selection.empty && state.selection.$from.parentOffset === 0) {
    giveRole(tr, places[0]!, 'heading', levelBelow(state.doc, places[0]!));
  }
  if (tr.docChanged) dispatch?.(tr.scrollIntoView());
  // Tab never leaves the paper, not even where it has nothing to do: a clerk's Tab must not put the next word into a button.
  return true;
};

/** One below the heading before it in the same part; 1 where there is none. */
function levelBelow(doc: Node, place: Place): number {
  for (let index = place.index - 1; index >= 0; index--) {
    const { role, level } = doc.child(index).attrs as { role?: Role; level?: number };
    if (role === 'heading') return Math.min(4, level! + 1);
    if (role !== undefined && beginsPart(role)) break;
  }
  return 1;
}
