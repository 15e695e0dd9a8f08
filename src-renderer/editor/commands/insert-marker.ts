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
  if (pos === null) return false;
  dispatch?.(state.tr.setNodeAttribute(pos, 'restart', !state.doc.nodeAt(pos)!.attrs.restart));
  return true;
};
