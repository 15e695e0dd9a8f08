import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';

/** While keys keep coming a value is computed at most after so many waits. */
const LONGEST_WAITS = 6;
/** A value that takes long to compute waits this many times as long: beside the paper nothing may slow the typing. */
const REST_FOR_WORK = 15;

/**
 * A value computed from the editor's state, kept current `wait` ms after the last change (at the latest six waits after the
 * first), so that nothing beside the paper is computed between a key and its character. An equal value stays the same one.
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
    let since: number | null = null;
    let cost = 0;
    const take = (): void => {
      since = null;
      const { compute: now, isEqual: same } = latest.current;
      const start = performance.now();
      const next = now(editor.state);
      setValue((old) => (same(old, next) ? old : next));
      cost = performance.now() - start;
    };
    const listen = (): void => {
      const now = performance.now();
      since ??= now;
      const rest = Math.max(wait, cost * REST_FOR_WORK);
      clearTimeout(timer);
      timer = setTimeout(take, Math.max(0, Math.min(rest, since + LONGEST_WAITS * rest - now)));
    };
    take();
    editor.on('transaction', listen);
    return () => {
      clearTimeout(timer);
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
