import type { Command } from '@tiptap/pm/state';
import { hasLevels } from '#core/document/roles.ts';
import { findPlace, roleAt } from '../paragraphs.ts';

/** Lets the heading or article at hand begin at a number of its own, for a document that is a piece of a longer one; null counts on. */
export const startAt = (number: number | null): Command => (state, dispatch) => {
  const place = findPlace(state.selection.$from);
  if (!place || place.inTable || !hasLevels(roleAt(place))) return false;
  dispatch?.(state.tr.setNodeAttribute(place.pos, 'startAt', number));
  return true;
};
