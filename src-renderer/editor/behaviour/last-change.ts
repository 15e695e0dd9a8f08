import { isHistoryTransaction } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';

const key = new PluginKey<Transaction | null>('last-change');

/** Remembers the last change a person made, for what follows from it a moment later. */
export const lastChange = (): Plugin<Transaction | null> => new Plugin<Transaction | null>({
  key,
  state: {
    init: () => null,
    apply: (tr, before) => (tr.docChanged && tr.getMeta('addToHistory') !== false && !tr.getMeta('appendedTransaction') ? tr : before),
  },
});

/** Whether the last change was an undo or a redo: what followed then came back, or went, with it. */
export function isTakenBack(state: EditorState): boolean {
  const root = key.getState(state);
  return root != null && isHistoryTransaction(root);
}

/** Makes a change that follows from the last one of a person part of it: one undo takes back both, exactly. */
export function asPartOfLastChange(state: EditorState, tr: Transaction): Transaction {
  const root = key.getState(state);
  return root ? tr.setMeta('appendedTransaction', root) : tr.setMeta('addToHistory', false);
}
