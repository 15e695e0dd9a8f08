import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { findPlace, freshAttributes, roleAt, splitParagraph } from '../paragraphs.ts';

/**
 * Puts words in place of a stretch of one paragraph, in the marks that stand there. Their further lines become paragraphs of
 * the body or of the cell; in a title or another element of one text they are joined. One undo gives back what stood there.
 */
export const insertWords = (from: number, to: number, words: string): Command => (state, dispatch) => {
  const $from = state.doc.resolve(from);
  const place = findPlace($from);
  if (!place) return false;
  const tr = closeHistory(state.tr);
  const canSplit = place.inTable || roleAt(place) === 'body';
  const lines = canSplit ? words.split('\n') : [words.replaceAll('\n', '')];
  const marks = (from < to ? state.doc.resolve(from + 1) : $from).marks();
  const written = from < to ? marks : (state.storedMarks ?? marks);
  tr.delete(from, to);
  let at = from;
  lines.forEach((line, index) => {
    if (index > 0) {
      splitParagraph(tr, at, freshAttributes());
      at += 2;
    }
    if (line !== '') tr.insert(at, state.schema.text(line, written) as Node);
    at += line.length;
  });
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView());
  return true;
};
