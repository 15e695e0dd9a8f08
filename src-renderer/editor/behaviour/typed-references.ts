import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { spotAt, targetsOf, wordsFor } from '#core/document/references.ts';
import { findTypedReferences } from '#core/document/typed-references.ts';
import { newAnchor } from '../new-anchor.ts';
import type { Place } from '../paragraphs.ts';
import { numberingOf } from './labels.ts';

/**
 * 见附件2 or 本通知第三部分 typed by hand becomes a reference with the character after it, where that annex or part stands in the
 * document and the computed words are the typed ones. `text` is the paragraph's, up to the caret; `since` where the typing began.
 */
export function recogniseReference(state: EditorState, place: Place, text: string, since: number): Transaction | null {
  const typed = findTypedReferences(text).findLast(({ start, text: words }) => start + words.length < text.length && start + words.length >= since);
  if (!typed) return null;
  const { paragraphs } = numberingOf(state);
  const from = spotAt(state.doc, paragraphs, place.pos);
  const matching = targetsOf(state.doc, paragraphs).filter((target) => wordsFor(target, 'full', from) === typed.text);
  const target = matching.find(({ node }) => node.attrs.role === 'annex') ?? matching[0];
  if (!target) return null;
  const tr = closeHistory(state.tr);
  const anchor = (target.node.attrs.anchor as string | null) ?? newAnchor();
  if (target.node.attrs.anchor === null) tr.setNodeAttribute(target.pos, 'anchor', anchor);
  const start = place.pos + 1 + typed.start;
  const { nodeAfter } = state.doc.resolve(start);
  return tr.replaceWith(start, start + typed.text.length, state.schema.nodes.reference!.create({ target: anchor }, null, nodeAfter?.marks));
}
