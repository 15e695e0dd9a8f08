import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { findPosition } from '#core/layout/find-place.ts';
import { showPosition } from '../go-to.ts';
import type { LaidOut } from './use-layout.ts';

/** Puts the caret where a page was clicked and shows it in the draft. Nothing happens while an input method is at work. */
export function goToPlace(editor: Editor, laid: LaidOut, page: number, x: number, y: number): void {
  const pos = findPosition(laid.layout, page, x, y);
  if (pos === null || editor.view.composing) return;
  const { doc, tr } = editor.state;
  const place = doc.resolve(Math.min(pos, doc.content.size));
  editor.view.dispatch(tr.setSelection(Selection.near(place)));
  editor.view.focus();
  if (place.depth > 0) showPosition(editor, place.before(1));
}
