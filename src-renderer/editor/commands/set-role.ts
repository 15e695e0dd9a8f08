import type { Command } from '@tiptap/pm/state';
import { partAt } from '#core/document/parts.ts';
import type { Role } from '#core/document/roles.ts';
import { isTwoLevel } from '#core/template/template.ts';
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

/**
 * Alt 1 … Alt 5: the n-th level of the part at hand: 一、（一）1.（1）① among headings, 章 节 条 项 目 among articles; in a
 * two-level part Alt 2 gives 1., for there is no （一）.
 */
export const setLevel = (level: number): Command => (state, dispatch, view) => {
  const part = partAt(state.doc, state.selection.from);
  if (part.mode === 'articles') return setRole('article', level)(state, dispatch, view);
  return setRole('heading', isTwoLevel(part.scheme) && level === 2 ? 3 : level)(state, dispatch, view);
};
