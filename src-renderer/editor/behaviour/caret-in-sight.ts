import { Plugin, TextSelection } from '@tiptap/pm/state';

/** Kept free around the caret: above it also stands the ruler. */
const ABOVE_PX = 26;
const AROUND_PX = 6;

/**
 * A caret that is in sight needs no scrolling. ProseMirror would ask every element up to the window for its place to find that
 * out, with every key; the desk is the only one here that scrolls. Whatever is not in sight is ProseMirror's, as always.
 */
export function caretInSight(): Plugin {
  return new Plugin({
    props: {
      handleScrollToSelection: (view) => {
        const { selection } = view.state;
        const desk = view.dom.closest('.desk');
        if (!desk || !(selection instanceof TextSelection)) return false;
        const caret = view.coordsAtPos(selection.head);
        const sight = desk.getBoundingClientRect();
        return caret.top >= sight.top + ABOVE_PX && caret.bottom <= sight.bottom - AROUND_PX && caret.left >= sight.left + AROUND_PX && caret.right <= sight.right - AROUND_PX;
      },
    },
  });
}
