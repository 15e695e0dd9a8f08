import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { ReferenceForm } from '#core/document/references.ts';
import { numberingOf } from '../behaviour/labels.ts';
import { newAnchor } from '../new-anchor.ts';
import { isTextSelection } from '../paragraphs.ts';

/** Puts a reference to the paragraph at a position in the place of the selection. */
export const insertReference = (target: number, form: ReferenceForm): Command => (state, dispatch) => {
  const { $from, $to } = state.selection;
  const node = state.doc.nodeAt(target);
  if (!isTextSelection(state.selection) || !$from.parent.isTextblock || !$from.sameParent($to) || node?.type.name !== 'para') return false;
  if (!dispatch) return true;
  const { tr } = state;
  const anchor = (node.attrs.anchor as string | null) ?? newAnchor();
  if (node.attrs.anchor === null) tr.setNodeAttribute(target, 'anchor', anchor);
  tr.replaceWith($from.pos, $to.pos, state.schema.nodes.reference!.create({ target: anchor, form }, null, $from.marks()));
  tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1));
  dispatch(tr.scrollIntoView());
  return true;
};

/** The reference that is selected, or stands right before the caret; null where there is none. */
export function referenceAtHand({ selection, doc }: Parameters<Command>[0]): number | null {
  const { from, to, $from } = selection;
  if (to === from + 1 && doc.nodeAt(from)?.type.name === 'reference') return from;
  return from === to && $from.nodeBefore?.type.name === 'reference' ? from - 1 : null;
}

/** Makes the reference at hand the plain words it says now. */
export const spellReference: Command = (state, dispatch) => {
  const pos = referenceAtHand(state);
  if (pos === null) return false;
  const words = numberingOf(state).references.get(pos)?.text ?? '';
  dispatch?.(state.tr.replaceWith(pos, pos + 1, state.schema.text(words, state.doc.nodeAt(pos)!.marks)).scrollIntoView());
  return true;
};
