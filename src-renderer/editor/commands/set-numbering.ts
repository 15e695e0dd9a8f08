import type { Command } from '@tiptap/pm/state';
import { changeNumbering, fitsNumbering } from '#core/document/change-numbering.ts';
import { partAt } from '#core/document/parts.ts';
import type { NumberingMode } from '#core/document/parts.ts';

/** Lets the document, or the part of it the caret is in, count in another mode. False where its levels have no room there. */
export const setNumbering = (mode: NumberingMode): Command => (state, dispatch) => {
  const part = partAt(state.doc, state.selection.from);
  if (!fitsNumbering(part, mode)) return false;
  const { tr } = state;
  changeNumbering(tr, part, mode);
  if (tr.docChanged) dispatch?.(tr.scrollIntoView());
  return true;
};
