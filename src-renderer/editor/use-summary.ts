import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { documentTitle } from '#core/document/elements.ts';
import type { EditorSummary } from './editor-props.ts';
import { QUIET_MS } from './save-store.ts';
import type { SaveStore } from './save-store.ts';
import { useEditorValue } from './use-editor-value.ts';

/** Tells tab and title bar what the draft is called and how far it is saved; only when a person would see a difference. */
export function useSummary(editor: Editor, store: SaveStore, onSummary: (summary: EditorSummary) => void): void {
  const title = useEditorValue(editor, (state) => documentTitle(state.doc), 200);
  const shown = useRef<Omit<EditorSummary, 'title'>>({ state: 'saved' });
  useEffect(() => {
    let told = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const sign = `${shown.current.state} ${shown.current.savedAt?.slice(0, 16) ?? ''}`;
      if (sign === told) return;
      told = sign;
      onSummary({ title: title || '未命名文稿', ...shown.current });
    };
    const take = (): void => {
      const save = store.get();
      if (save.kind === 'saved') shown.current = save.at === null ? { ...shown.current, state: 'saved' } : { state: 'saved', savedAt: save.at };
      else shown.current = { ...shown.current, state: save.kind === 'saving' ? 'saving' : 'failed' };
      tell();
    };
    const listen = (): void => {
      clearTimeout(timer);
      if (store.get().kind === 'saving') timer = setTimeout(take, QUIET_MS);
      else take();
    };
    tell();
    const off = store.subscribe(listen);
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [title, store, onSummary]);
}
