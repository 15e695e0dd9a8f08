import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState } from '@tiptap/pm/state';
import { goTo } from '../go-to.ts';
import { isTextSelection } from '../paragraphs.ts';
import { numberingOf } from './labels.ts';

const key = new PluginKey<boolean>('references');

/** A click with Ctrl goes where a reference points; a double click, or a click on one whose target is gone, asks for another. */
export const references = (editor: Editor): Plugin<boolean> => new Plugin<boolean>({
  key,
  state: {
    init: () => false,
    apply: (tr, before) => (tr.getMeta(key) as boolean | undefined) ?? before,
  },
  props: {
    handleClickOn: (view, _, node, pos, event) => {
      if (node.type.name !== 'reference') return false;
      if (numberingOf(view.state).references.get(pos)?.isBroken) return choose(view.state, pos, view.dispatch);
      if (!event.ctrlKey && !event.metaKey) return false;
      return goToTarget(editor, node.attrs.target as string);
    },
    handleDoubleClickOn: (view, _, node, pos) => node.type.name === 'reference' && choose(view.state, pos, view.dispatch),
  },
});

function choose(state: EditorState, pos: number, dispatch: Parameters<Command>[1]): boolean {
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, pos, pos + 1)).setMeta(key, true));
  return true;
}

/** Goes to the paragraph a reference points to. */
export function goToTarget(editor: Editor, anchor: string): boolean {
  let found: number | null = null;
  editor.state.doc.forEach((node, pos) => {
    if (node.attrs.anchor === anchor) found ??= pos;
  });
  if (found !== null) goTo(editor, found);
  return found !== null;
}

/** Asks for what the sentence at the caret is to point to. */
export const pickReference: Command = (state, dispatch) => {
  if (!isTextSelection(state.selection) || !state.selection.$from.sameParent(state.selection.$to)) return false;
  dispatch?.(state.tr.setMeta(key, true));
  return true;
};

export const stopPicking: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, false));
  return true;
};

/** Whether the list of targets is open. */
export const isPicking = (state: EditorState): boolean => key.getState(state) ?? false;
