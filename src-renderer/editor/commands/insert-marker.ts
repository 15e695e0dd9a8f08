import type { Command } from '@tiptap/pm/state';
import type { MarkerStyle } from '#core/document/numbering.ts';

/** Puts an inline number (一是, 第一，, （一） …) at the caret. */
export const insertMarker = (style: MarkerStyle): Command => (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes.marker!.create({ style })).scrollIntoView());
  return true;
};

/** Makes the inline number before the caret begin at one again, or count on. */
export const toggleRestart: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.isTextblock) return false;
  let pos: number | null = null;
  $from.parent.forEach((child, offset) => {
    if (child.type.name === 'marker' && offset < $from.parentOffset) pos = $from.start() + offset;
  });
  return pos !== null && setRestart(pos, !state.doc.nodeAt(pos)!.attrs.restart)(state, dispatch);
};

/** Lets the inline number at `pos` begin a series of its own, or count on from the one before. */
export const setRestart = (pos: number, restart: boolean): Command => (state, dispatch) => {
  if (state.doc.nodeAt(pos)?.type.name !== 'marker') return false;
  dispatch?.(state.tr.setNodeAttribute(pos, 'restart', restart));
  return true;
};
