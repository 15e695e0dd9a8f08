import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { findCaret } from '#core/layout/find-place.ts';
import type { CaretPlace } from '#core/layout/find-place.ts';
import type { LaidOut } from './use-layout.ts';

const WAIT_MS = 60;

/** Where the caret stands on paper, a moment after it moved; null where it is on no page or the pages are older than the text. */
export function useCaretPlace(editor: Editor, laid: LaidOut | null): CaretPlace | null {
  const [place, setPlace] = useState<CaretPlace | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const find = (): void => {
      timer = undefined;
      // While the pages lag behind the text the last place stays: it is put right with the next layout.
      if (laid && laid.doc === editor.state.doc) setPlace(findCaret(laid.layout, editor.state.selection.head));
    };
    const listen = (): void => {
      timer ??= setTimeout(find, WAIT_MS);
    };
    find();
    editor.on('selectionUpdate', listen);
    return () => {
      clearTimeout(timer);
      editor.off('selectionUpdate', listen);
    };
  }, [editor, laid]);
  return place;
}
