import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';

/** Keys that come closer than this are one stretch of writing: what stands beside the paper follows when it rests. */
const STRETCH_MS = 240;
/** While keys keep coming a value is computed at the latest after so many waits. */
const LONGEST_WAITS = 6;
/** A value that takes longer than this to compute is dear: a key that came meanwhile would have to wait for it. */
const DEAR_MS = 3;
/** A dear value waits until no key has come for so long; between two keys of a person who writes there is less. */
const PAUSE_MS = 350;
/** While keys keep coming without such a pause, a dear value takes this share of the time: a dozen of them stay below one in twenty. */
const SHARE_OF_TIME = 1 / 300;
/** A value that is due waits so long at most for a moment in which the window has nothing else to do. */
const IDLE_MS = 400;

/**
 * A value computed from the editor's state, kept current `wait` ms after the last change, in a stretch of writing when the keys
 * rest (at the latest six waits after the first, a dear one later), so that nothing beside the paper is computed between a key
 * and its character. An equal value stays the same one.
 * What the caret's own paragraph tells costs nothing and is read by TipTap's `useEditorState`, at once.
 */
export function useEditorValue<T>(editor: Editor, compute: (state: EditorState) => T, wait: number, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const [value, setValue] = useState(() => compute(editor.state));
  const latest = useRef({ compute, isEqual });
  useEffect(() => {
    latest.current = { compute, isEqual };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle: number | undefined;
    let isWaiting = false;
    let since: number | null = null;
    let cost = 0;
    let written = 0;
    let due = 0;
    const take = (): void => {
      isWaiting = false;
      since = null;
      const { compute: now, isEqual: same } = latest.current;
      const start = performance.now();
      const next = now(editor.state);
      setValue((old) => (same(old, next) ? old : next));
      cost = performance.now() - start;
    };
    const look = (): void => {
      const early = due - performance.now();
      if (early > 1) timer = setTimeout(look, early);
      else if (wait === 0) take();
      else idle = requestIdleCallback(take, { timeout: IDLE_MS });
    };
    const listen = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      const now = performance.now();
      const isStretch = transaction.docChanged && now - written < STRETCH_MS;
      if (transaction.docChanged) written = now;
      since ??= now;
      const isDear = cost > DEAR_MS;
      const rest = isDear ? Math.max(wait, PAUSE_MS) : isStretch ? Math.max(wait, STRETCH_MS) : wait;
      const longest = Math.max(LONGEST_WAITS * rest, isDear ? cost / SHARE_OF_TIME : 0);
      due = Math.min(now + rest, since + longest);
      // Setting a timer anew with every key costs more than letting it look again.
      if (isWaiting) return;
      isWaiting = true;
      timer = setTimeout(look, Math.max(0, due - now));
    };
    take();
    editor.on('transaction', listen);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
      editor.off('transaction', listen);
    };
  }, [editor, wait]);
  return value;
}

/** Equality of plain data. */
export const sameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Computes once for each document; documents are immutable. */
export function perDocument<T>(compute: (doc: Node) => T): (doc: Node) => T {
  const known = new WeakMap<Node, { value: T }>();
  return (doc) => {
    let entry = known.get(doc);
    if (!entry) known.set(doc, (entry = { value: compute(doc) }));
    return entry.value;
  };
}
