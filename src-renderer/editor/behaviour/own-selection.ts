import { Plugin } from '@tiptap/pm/state';

/**
 * At each of its commits React remembers the selection of a focused editable element, for which it walks through all nodes in it:
 * tens of milliseconds in a long document, for every number in the status line. The selection on the paper is ProseMirror's and
 * no commit of React touches it, so React's question (`contentEditable`; nothing else asks it of the paper itself) is answered no.
 */
export const ownSelection = (): Plugin => new Plugin({
  view: ({ dom }) => {
    Object.defineProperty(dom, 'contentEditable', { configurable: true, get: () => 'inherit', set: (value: string) => dom.setAttribute('contenteditable', value) });
    return { destroy: () => void Reflect.deleteProperty(dom, 'contentEditable') };
  },
});
