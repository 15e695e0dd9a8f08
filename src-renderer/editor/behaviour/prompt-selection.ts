import { Plugin } from '@tiptap/pm/state';

/**
 * The browser tells of a new selection (`selectionchange`) a moment after the key that made it; on a busy machine, or under a quick
 * hand, the next key comes first, and Shift+Home, Delete would delete what was selected before. What has not been told when a key
 * comes is told then; ProseMirror reads it at once, before the key. The browser's own word still follows, and finds nothing new.
 */
export function promptSelection(): Plugin {
  let told: Place | null = null;
  return new Plugin({
    view: ({ dom: { ownerDocument: page } }) => {
      const note = (): void => {
        told = placeOf(page);
      };
      page.addEventListener('selectionchange', note);
      return { destroy: () => page.removeEventListener('selectionchange', note) };
    },
    props: {
      handleDOMEvents: {
        keydown: (view, { isComposing }) => {
          const page = view.dom.ownerDocument;
          // Under an input method the browser has the say.
          if (!view.composing && !isComposing && view.hasFocus() && !isSame(told, placeOf(page))) page.dispatchEvent(new Event('selectionchange'));
          return false;
        },
      },
    },
  });
}

type Place = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>;

function placeOf(page: Document): Place | null {
  const selection = page.getSelection();
  return selection && { anchorNode: selection.anchorNode, anchorOffset: selection.anchorOffset, focusNode: selection.focusNode, focusOffset: selection.focusOffset };
}

const isSame = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.anchorNode === b.anchorNode && a.anchorOffset === b.anchorOffset && a.focusNode === b.focusNode && a.focusOffset === b.focusOffset);
