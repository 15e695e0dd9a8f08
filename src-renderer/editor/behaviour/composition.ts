import { Plugin, TextSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The key code browsers give to every key an input method swallows. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * An input method that starts over a selection of several paragraphs or cells lets the browser tear the page apart under it.
 * The selection is therefore deleted first, by the document's own rules, and the composition begins at a plain caret.
 */
export const composition = (): Plugin => new Plugin({
  props: {
    handleDOMEvents: {
      keydown: (view, event) => {
        if (event.keyCode === TAKEN_BY_INPUT_METHOD) clearWideSelection(view);
        return false;
      },
      compositionstart: (view) => {
        clearWideSelection(view);
        return false;
      },
    },
  },
});

function clearWideSelection(view: EditorView): void {
  const { selection } = view.state;
  const isOfCells = selection instanceof CellSelection;
  // All of the paper is selected between its blocks, in no paragraph.
  const isInParagraph = selection.$from.parent.isTextblock && selection.$from.sameParent(selection.$to);
  if (view.composing || (!isOfCells && (selection.empty || isInParagraph))) return;
  const { tr } = view.state;
  if (isOfCells) emptyCells(tr, selection);
  else tr.deleteSelection();
  view.dispatch(tr);
}

/** The words belong into the first cell. It is emptied last: an undo of the words, right beside it, then brings back all of them. */
function emptyCells(tr: Transaction, { ranges }: CellSelection): void {
  const starts = ranges.map(({ $from }) => $from.pos).sort((a, b) => b - a);
  for (const start of starts) {
    const cell = tr.doc.resolve(start).parent;
    if (cell.textContent !== '' || cell.childCount > 1) tr.delete(start, start + cell.content.size);
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(starts[starts.length - 1]!)));
}
