import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { continuesAfterLead } from '#core/document/elements.ts';

const SETTLE_MS = 60;

/**
 * A heading that goes on after its first full stop is 段首接排: only the lead keeps the heading's face. Follows the text by
 * itself, so it is no step of the history. Waits while an input method is at work: a change of the paragraph would end it.
 */
export function runIn(): Plugin {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (view: EditorView, old: Node): void => {
    const tr = view.state.tr;
    for (const { node, pos } of changedHeadings(old, view.state.doc)) {
      const continues = continuesAfterLead(node);
      if (continues !== node.attrs.runIn) tr.setNodeAttribute(pos, 'runIn', continues);
    }
    if (tr.docChanged) view.dispatch(quiet(tr));
  };
  return new Plugin({
    view: () => {
      let unseen: Node | null = null;
      return {
        update: (view, before) => {
          if (view.state.doc === before.doc) return;
          // Most keys are in a paragraph without a lead; a timer for each would cost more than this look.
          if (unseen === null && changedHeadings(before.doc, view.state.doc).length === 0) return;
          unseen ??= before.doc;
          clearTimeout(timer);
          timer = setTimeout(function look() {
            if (view.isDestroyed || unseen === null) return;
            if (view.composing) timer = setTimeout(look, SETTLE_MS);
            else {
              const old = unseen;
              unseen = null;
              follow(view, old);
            }
          }, SETTLE_MS);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

const quiet = (tr: Transaction): Transaction => tr.setMeta('addToHistory', false);

/** The headings between the first and the last block that differ. */
function changedHeadings(old: Node, doc: Node): { node: Node; pos: number }[] {
  let first = 0;
  let pos = 0;
  while (first < old.childCount && first < doc.childCount && old.child(first) === doc.child(first)) pos += doc.child(first++).nodeSize;
  let end = 0;
  while (end < old.childCount - first && end < doc.childCount - first && old.child(old.childCount - 1 - end) === doc.child(doc.childCount - 1 - end)) end++;
  const found: { node: Node; pos: number }[] = [];
  for (let index = first; index < doc.childCount - end; index++) {
    const node = doc.child(index);
    if (node.attrs.role === 'heading') found.push({ node, pos });
    pos += node.nodeSize;
  }
  return found;
}
