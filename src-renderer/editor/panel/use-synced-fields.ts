import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import type { Template } from '#core/template/template.ts';
import { asPartOfLastChange, followsChanges, isTakenBack } from '../behaviour/last-change.ts';
import { syncFields } from './field-values.ts';

/** How long the paper must be at rest before the fields take over what was written on it. */
const REST_MS = 800;

/**
 * Lets the stored fields follow what was written straight onto the paper. They are undone with the change they follow: read back from the paper instead, a list whose members hold 、 would come back cut up.
 */
export function useSyncedFields(editor: Editor, template: Template | null): void {
  useEffect(() => {
    if (!template) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let written = 0;
    const look = (): void => {
      // A timer set anew with every key would cost more than one that looks again.
      const rest = written + REST_MS - performance.now();
      if (rest > 0) timer = setTimeout(look, rest);
      else sync();
    };
    const sync = (): void => {
      timer = undefined;
      if (editor.isDestroyed) return;
      if (editor.view.composing) return listen();
      // An undo or a redo brought the fields along.
      if (isTakenBack(editor.state)) return;
      const tr = syncFields(editor.state.tr, template);
      if (tr.docChanged) editor.view.dispatch(asPartOfLastChange(editor.state, tr));
    };
    const listen = (): void => {
      written = performance.now();
      timer ??= setTimeout(look, REST_MS);
    };
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) listen();
    };
    editor.on('transaction', onTransaction);
    const end = followsChanges(editor.view, () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      sync();
    });
    return () => {
      end();
      clearTimeout(timer);
      editor.off('transaction', onTransaction);
    };
  }, [editor, template]);
}
