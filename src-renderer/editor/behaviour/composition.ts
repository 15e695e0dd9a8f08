import { Plugin, TextSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
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
  if (view.composing || (!isOfCells && (selection.empty || selection.$from.sameParent(selection.$to)))) return;
  const tr = view.state.tr.deleteSelection();
  // Emptied cells stay selected; the words belong into the first of them.
  if (isOfCells) tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(...selection.ranges.map(({ $from }) => $from.pos)))));
  view.dispatch(tr);
}
