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

/** So many heights of the desk are glided over; what is farther is jumped to. */
const NEAR = 2;
/** So often a jump is put right when what came into sight turned out higher or lower than was thought. */
const TRIES = 6;

/** Scrolls the desk, if need be, so that the block at a position stands in its upper third. */
export function showPosition(editor: Editor, pos: number): void {
  const dom = editor.view.nodeDOM(pos);
  const element = dom instanceof HTMLElement ? dom : dom?.parentElement;
  const desk = element?.closest<HTMLElement>('.desk');
  if (!element || !desk) return;
  const frame = desk.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  if (place.top > frame.top + 32 && place.bottom < frame.bottom - 32) return;
  const missing = (): number => element.getBoundingClientRect().top - frame.top - frame.height / 3;
  if (Math.abs(missing()) < NEAR * frame.height && !prefersStill()) return desk.scrollTo({ top: desk.scrollTop + missing(), behavior: 'smooth' });
  let tries = TRIES;
  (function jump() {
    desk.scrollTo({ top: desk.scrollTop + missing(), behavior: 'instant' });
    if (--tries > 0 && element.isConnected) requestAnimationFrame(jump);
  })();
}

const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Runs a command on the paper and gives the paper the keys back. */
export function run(editor: Editor, command: Command): boolean {
  const done = command(editor.state, editor.view.dispatch, editor.view);
  editor.view.focus();
  return done;
}
