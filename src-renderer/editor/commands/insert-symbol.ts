import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { isPair } from '../symbols/symbols.ts';

/** Puts a special character at the caret. A pair goes around the selected text, or the caret between its halves. */
export const insertSymbol = (text: string): Command => (state, dispatch) => {
  const { selection, tr } = state;
  const { $from, $to } = selection;
  if (!(selection instanceof TextSelection) || !$from.parent.isTextblock || !$from.sameParent($to)) return false;
  if (!dispatch) return true;
  if (isPair(text)) {
    const [open, close] = [...text] as [string, string];
    tr.insertText(close, selection.to).insertText(open, selection.from);
    tr.setSelection(TextSelection.create(tr.doc, selection.from + open.length, selection.to + open.length));
  } else tr.insertText(text);
  dispatch(tr.scrollIntoView());
  return true;
};
