import type { Command } from '@tiptap/pm/state';
import type { Role } from '#core/document/roles.ts';
import { giveRole, selectedPlaces } from '../paragraphs.ts';

/** Makes the paragraphs at hand an element of another kind; what stands in tables stays what it is. */
export const setRole = (role: Role, level = 0): Command => (state, dispatch) => {
  const places = selectedPlaces(state).filter((place) => !place.inTable);
  if (places.length === 0) return false;
  if (dispatch) {
    const { tr } = state;
    for (const place of places) giveRole(tr, place, role, level);
    if (tr.docChanged) dispatch(tr.scrollIntoView());
  }
  return true;
};
