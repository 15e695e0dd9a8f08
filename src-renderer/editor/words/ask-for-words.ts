import type { Editor } from '@tiptap/core';
import { openWordMenu } from './word-menu.ts';

/** A menu or the palette gives the focus back a moment after its choice; the list closes whenever the paper loses it. */
const FOCUS_MS = 60;

/** 插入口径、单位名: opens the list of words at the caret. */
export function askForWords(editor: Editor): void {
  const open = (): void => {
    if (!editor.isDestroyed && !editor.view.composing) openWordMenu(editor.state, editor.view.dispatch);
  };
  if (editor.isFocused) return open();
  setTimeout(() => {
    editor.view.focus();
    open();
  }, FOCUS_MS);
}
