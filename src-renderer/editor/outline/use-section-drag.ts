import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { sectionAt, sectionPlaces } from '#core/document/sections.ts';
import { moveSectionTo } from '../commands/move-section.ts';
import type { OutlineItem } from './outline.ts';

/** So far a pressed pointer may tremble before it is a drag. */
const TREMBLE = 5;
/** Near the edge of the list it scrolls by itself, so many pixels in a millisecond. */
const EDGE = 28;
const SPEED = 0.6;

export interface SectionDrag {
  /** Index of the line held, and of the last line that goes with it. */
  readonly from: number;
  readonly to: number;
  /** Where the section would go: pixels from the top of the list's content; null over its own place. */
  readonly line: number | null;
}

interface Held {
  readonly start: number;
  readonly pointer: number;
  readonly y: number;
  isDragged: boolean;
  place: number | null;
}

/**
 * Drags a heading or annex of the outline with all it leads. The line snaps to the places where the section may stand; near
 * the edge the list scrolls; Esc lets go. The document changes once, on dropping.
 */
export function useSectionDrag(editor: Editor, items: readonly OutlineItem[], list: RefObject<HTMLElement | null>): {
  readonly drag: SectionDrag | null;
  readonly hold: (event: ReactPointerEvent, index: number) => void;
  /** True once after a drag: the click that ends it is none. */
  readonly tookClick: () => boolean;
} {
  const [drag, setDrag] = useState<SectionDrag | null>(null);
  const held = useRef<Held | null>(null);
  const ended = useRef(false);
  const latest = useRef({ items });
  useEffect(() => {
    latest.current = { items };
  });
  useEffect(() => () => void (held.current = null), []);

  const hold = (event: ReactPointerEvent, index: number): void => {
    ended.current = false;
    const start = blockOf(editor, items[index]!);
    if (event.button !== 0 || start === null || !sectionAt(editor.state.doc, start)) return;
    const mine: Held = { start, pointer: event.pointerId, y: event.clientY, isDragged: false, place: null };
    held.current = mine;
    const leave = (): void => {
      held.current = null;
      setDrag(null);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', leave);
      removeEventListener('keydown', cancel, true);
    };
    let y = event.clientY;
    let seen = '';
    let last = performance.now();
    const follow = (): void => {
      const scroller = list.current;
      if (held.current !== mine || !scroller) return;
      const now = performance.now();
      const way = (now - last) * SPEED;
      last = now;
      const box = scroller.getBoundingClientRect();
      if (y < box.top + EDGE) scroller.scrollTop -= way;
      else if (y > box.bottom - EDGE) scroller.scrollTop += way;
      const sight = `${y} ${scroller.scrollTop}`;
      if (sight !== seen) {
        seen = sight;
        const found = nearestPlace(editor, latest.current.items, scroller, mine.start, y);
        mine.place = found?.place ?? null;
        const { from, to } = linesOf(editor, latest.current.items, mine.start);
        const line = found?.line ?? null;
        setDrag((before) => (before && before.line === line && before.from === from ? before : { from, to, line }));
      }
      requestAnimationFrame(follow);
    };
    const move = (moved: PointerEvent): void => {
      if (moved.pointerId !== mine.pointer) return;
      y = moved.clientY;
      if (!mine.isDragged && Math.abs(y - mine.y) > TREMBLE) {
        mine.isDragged = true;
        last = performance.now();
        follow();
      }
    };
    const drop = (): void => {
      ended.current = mine.isDragged;
      const { place } = mine;
      leave();
      if (place !== null && !editor.view.composing) moveSectionTo(mine.start, place)(editor.state, editor.view.dispatch);
    };
    const cancel = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      ended.current = true;
      leave();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', leave);
    addEventListener('keydown', cancel, true);
  };
  return {
    drag,
    hold,
    tookClick: () => {
      const took = ended.current;
      ended.current = false;
      return took;
    },
  };
}

/** Index of the block an outline line stands for; null when the document has changed under it. */
export function blockOf(editor: Editor, item: OutlineItem): number | null {
  const { doc } = editor.state;
  if (item.pos >= doc.content.size) return null;
  const $pos = doc.resolve(item.pos);
  return $pos.depth === 0 ? $pos.index(0) : null;
}

function linesOf(editor: Editor, items: readonly OutlineItem[], start: number): { from: number; to: number } {
  const { end } = sectionAt(editor.state.doc, start) ?? { end: start + 1 };
  const blocks = items.map((item) => blockOf(editor, item) ?? -1);
  return { from: blocks.indexOf(start), to: blocks.findLastIndex((block) => block >= start && block < end) };
}

/** The place nearest to the pointer and where its line is drawn; null where that is the section's own place. */
function nearestPlace(editor: Editor, items: readonly OutlineItem[], scroller: HTMLElement, start: number, y: number): { place: number; line: number } | null {
  const { doc } = editor.state;
  const section = sectionAt(doc, start);
  if (!section) return null;
  const rows = [...scroller.querySelectorAll<HTMLElement>('.outline-line')];
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const blocks = items.map((item) => blockOf(editor, item) ?? -1);
  let best: { place: number; line: number } | null = null;
  for (const place of sectionPlaces(doc, start)) {
    const row = blocks.findIndex((block) => block >= place);
    const edge = row >= 0 ? rows[row]?.getBoundingClientRect().top : rows.at(-1)?.getBoundingClientRect().bottom;
    if (edge === undefined) continue;
    const line = edge - top;
    if (!best || Math.abs(line + top - y) < Math.abs(best.line + top - y)) best = { place, line };
  }
  return best && (best.place < section.start || best.place > section.end) ? best : null;
}
