import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';
import { followEditor } from './value-clock.ts';

/**
 * A value computed from the editor's state, kept current `wait` ms after the last change, in a stretch of writing when the keys
 * rest (at the latest ten waits after the first, a dear one later), so that nothing beside the paper is computed between a key
 * and its character. An equal value stays the same one.
 * What the caret's own paragraph tells costs nothing and is read at once, by `useCaretValue`.
 */
export function useEditorValue<T>(editor: Editor, compute: (state: EditorState) => T, wait: number, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const [value, setValue] = useState(() => compute(editor.state));
  const latest = useRef({ compute, isEqual });
  useEffect(() => {
    latest.current = { compute, isEqual };
  });
  useEffect(() => followEditor(editor, () => {
    const next = latest.current.compute(editor.state);
    setValue((old) => (latest.current.isEqual(old, next) ? old : next));
  }, wait), [editor, wait]);
  return value;
}

/** What the paragraph at the caret tells, known with the key; it must cost nothing. */
export function useCaretValue<T extends string | number | boolean | null>(editor: Editor, compute: (state: EditorState) => T): T {
  const [value, setValue] = useState(() => compute(editor.state));
  const latest = useRef(compute);
  useEffect(() => {
    latest.current = compute;
  });
  useEffect(() => {
    let shown: T | undefined;
    const follow = (): void => {
      const next = latest.current(editor.state);
      if (next === shown) return;
      shown = next;
      setValue(next);
    };
    follow();
    editor.on('transaction', follow);
    return () => void editor.off('transaction', follow);
  }, [editor]);
  return value;
}

/** Equality of plain data. */
export const sameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The same object for as long as its data are the same. */
export function useSameData<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || sameData(kept, value)) return kept;
  setKept(value);
  return value;
}

/** Computes once for each document; documents are immutable. */
export function perDocument<T>(compute: (doc: Node) => T): (doc: Node) => T {
  const known = new WeakMap<Node, { value: T }>();
  return (doc) => {
    let entry = known.get(doc);
    if (!entry) known.set(doc, (entry = { value: compute(doc) }));
    return entry.value;
  };
}
