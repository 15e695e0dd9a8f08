import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';

/** Puts the caret at the end of the block at a position and shows it in the upper third of the desk. */
export function goTo(editor: Editor, pos: number): void {
  const node = editor.state.doc.nodeAt(pos);
  if (!node) return;
  const end = pos + node.nodeSize - 1;
  editor.view.dispatch(editor.state.tr.setSelection(Selection.near(editor.state.doc.resolve(node.isTextblock ? end : pos), -1)));
  editor.view.focus();
  showPosition(editor, pos);
}

/** Scrolls the desk, if need be, so that the block at a position stands in its upper third. */
export function showPosition(editor: Editor, pos: number): void {
  const dom = editor.view.nodeDOM(pos);
  const element = dom instanceof HTMLElement ? dom : dom?.parentElement;
  const desk = element?.closest<HTMLElement>('.desk');
  if (!element || !desk) return;
  const place = element.getBoundingClientRect();
  const frame = desk.getBoundingClientRect();
  if (place.top > frame.top + 32 && place.bottom < frame.bottom - 32) return;
  desk.scrollTo({ top: desk.scrollTop + place.top - frame.top - frame.height / 3, behavior: prefersStill() ? 'auto' : 'smooth' });
}

const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Runs a command on the paper and gives the paper the keys back. */
export function run(editor: Editor, command: Command): boolean {
  const done = command(editor.state, editor.view.dispatch, editor.view);
  editor.view.focus();
  return done;
}
