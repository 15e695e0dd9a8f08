import type { Command } from '@tiptap/pm/state';

/** Shift-Enter: a new line within the same paragraph. */
export const breakLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes.lineBreak!.create()).scrollIntoView());
  return true;
};
