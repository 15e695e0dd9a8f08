import { isHistoryTransaction } from '@tiptap/pm/history';
import type { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { CellSelection, tableEditing as prosemirrorTableEditing } from '@tiptap/pm/tables';

const WHOLE = 'whole-table';

/** Marks a change after which every row of a table has its cells: nothing is to be looked for or mended behind it. */
export const withWholeTable = (tr: Transaction): Transaction => tr.setMeta(WHOLE, true);

/**
 * Cells selected by mouse and Shift+arrows (prosemirror-tables). That package lays a table out anew for every change inside it, and
 * where cells reach over rows in the square of their number: changes that leave all cells where they are, and our own commands,
 * are kept from it, so that a key in a table of 5,000 rows costs what it costs anywhere.
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
      return transactions.every(keepsTables) && isCalm(state) ? null : appendTransaction!.call(plugin, transactions, old, state);
    },
  });
}

/** Selected cells are the package's own; text selected across cells is what it sets right. */
const isCalm = ({ selection }: EditorState): boolean => selection.empty || selection instanceof CellSelection;

/** True where nothing is put in or taken out but inside one paragraph or one cell; what undo and redo bring back was whole before. */
function keepsTables(tr: Transaction): boolean {
  return tr.getMeta(WHOLE) === true || isHistoryTransaction(tr) || tr.steps.every((step, index) => {
    const { from, to, slice } = step as unknown as { from?: number; to?: number; slice?: Slice };
    if (from === undefined || to === undefined || !slice) return false;
    const $from = tr.docs[index]!.resolve(from);
    const isInCell = $from.depth >= CELL_DEPTH && $from.node(1).type.name === 'table' && $from.sharedDepth(to) >= CELL_DEPTH;
    return isInCell || ($from.parent.isTextblock && to <= $from.end() && (slice.content.firstChild?.isInline ?? true));
  });
}

/** Document, table, row, cell. */
const CELL_DEPTH = 3;
