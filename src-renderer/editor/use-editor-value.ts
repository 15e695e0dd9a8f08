import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';

/**
 * A value computed from the editor's state, kept current `wait` ms after the last change at most every `wait` ms, so that
 * nothing beside the paper is computed between a key and its character. The old value stays when the new one is equal.
 */
export function useEditorValue<T>(editor: Editor, compute: (state: EditorState) => T, wait: number, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const [value, setValue] = useState(() => compute(editor.state));
  const latest = useRef({ compute, isEqual });
  useEffect(() => {
    latest.current = { compute, isEqual };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => {
      timer = undefined;
      const { compute: now, isEqual: same } = latest.current;
      const next = now(editor.state);
      setValue((old) => (same(old, next) ? old : next));
    };
    const listen = (): void => {
      timer ??= setTimeout(take, wait);
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

/** Deep equality of plain data. */
export const sameData = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
