import { Selection, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';

/**
 * Puts the caret at the start or the end of the document, or draws the selection there (Shift). The browser's own key looks for a place
 * for the caret only among what it has laid out, and of a long document that is what is in sight.
 */
export const toEdge = (edge: 'start' | 'end', isDrawn: boolean): Command => (state, dispatch) => {
  const { $head } = edge === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
  dispatch?.(state.tr.setSelection(TextSelection.between(isDrawn ? state.selection.$anchor : $head, $head)).scrollIntoView());
  return true;
};
