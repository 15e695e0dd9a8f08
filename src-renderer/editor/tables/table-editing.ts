import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { tableEditing as prosemirrorTableEditing } from '@tiptap/pm/tables';

/**
 * Cells selected by mouse and Shift+arrows (prosemirror-tables). That package lays a table out anew for every change inside it,
 * though a typed character changes no cell: such transactions are kept from it, so that a key in a table of 5,000 rows costs what it costs anywhere.
 */
export function tableEditing(): Plugin {
  const plugin = prosemirrorTableEditing({ allowTableNodeSelection: false });
  const { appendTransaction, props } = plugin.spec;
  const { handlePaste: _, ...rest } = props ?? {};
  return new Plugin({
    ...plugin.spec,
    // Pasting into cells is ours: it keeps computed numbers and grows the table (clipboard/paste-table.ts).
    props: rest,
    appendTransaction(transactions, old, state) {
      return isOnlyText(transactions, state) ? null : appendTransaction!.call(plugin, transactions, old, state);
    },
  });
}

/** True where all steps changed characters within one paragraph and the selection is a caret. */
function isOnlyText(transactions: readonly Transaction[], state: EditorState): boolean {
  return state.selection.empty && transactions.every((tr) => tr.steps.every((step, index) => {
    const { from, to, slice } = step as unknown as { from?: number; to?: number; slice?: { content: { childCount: number; firstChild: { isInline: boolean } | null } } };
    if (from === undefined || to === undefined || !slice) return false;
    if (slice.content.childCount > 0 && !slice.content.firstChild!.isInline) return false;
    const doc = tr.docs[index]!;
    const $from = doc.resolve(from);
    return $from.parent.isTextblock && to <= $from.end();
  }));
}
