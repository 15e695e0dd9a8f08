import { isHistoryTransaction } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

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

const following = new WeakMap<EditorView, Set<() => void>>();

/** Registers what follows a change a moment later; `settle` does at once what is still waiting. Returns how to end it. */
export function followsChanges(view: EditorView, settle: () => void): () => void {
  const all = following.get(view) ?? new Set();
  following.set(view, all.add(settle));
  return () => void all.delete(settle);
}

/** Before an undo: what still waits to follow the last change becomes part of it, or it would stay when that goes. */
export function settleFollowing(view: EditorView): void {
  for (const settle of following.get(view) ?? []) settle();
}

/** Makes a change that follows from the last one of a person part of it: one undo takes back both, exactly. */
export function asPartOfLastChange(state: EditorState, tr: Transaction): Transaction {
  const root = key.getState(state);
  return root ? tr.setMeta('appendedTransaction', root) : tr.setMeta('addToHistory', false);
}
