import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { continuesAfterLead, textOf } from '#core/document/elements.ts';
import { asPartOfLastChange, followsChanges, isTakenBack } from './last-change.ts';
import { stylesOf } from './styles-in-use.ts';

const SETTLE_MS = 60;

/**
 * A heading that goes on after its first full stop is 段首接排: only the lead keeps the heading's face. Follows the text by
 * itself. Waits while an input method is at work: a change of the paragraph would end it.
 */
export function runIn(): Plugin {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (view: EditorView, old: Node): void => {
    const { clause, paragraph } = stylesOf(view.state);
    const hasProvisions = clause.face !== paragraph.heading1.face;
    const isProvision = (heading: Node): boolean => hasProvisions && heading.attrs.level === 1;
    const tr = view.state.tr;
    const caret = view.state.selection.$head.parent;
    const changed = isTakenBack(view.state) ? [] : changedHeadings(old, view.state.doc);
    // An unfinished provision is looked at when the caret leaves it, wherever that goes.
    const unfinished = hasProvisions ? headingsOf(view.state.doc, 0, view.state.doc.childCount).filter(({ node }) => isUnfinished(node)) : [];
    for (const { node, pos } of [...changed, ...unfinished]) {
      const continues = runsOn(node, isProvision(node), node === caret);
      if (continues !== node.attrs.runIn) tr.setNodeAttribute(pos, 'runIn', continues);
    }
    if (tr.docChanged) view.dispatch(asPartOfLastChange(view.state, tr));
  };
  return new Plugin({
    view: (editorView) => {
      let unseen: Node | null = null;
      const look = (): void => {
        clearTimeout(timer);
        if (editorView.isDestroyed || unseen === null) return;
        if (editorView.composing) {
          timer = setTimeout(look, SETTLE_MS);
          return;
        }
        const old = unseen;
        unseen = null;
        follow(editorView, old);
      };
      const end = followsChanges(editorView, look);
      return {
        update: (view, before) => {
          const { doc, selection } = view.state;
          const isLeaving = isUnfinished(before.selection.$head.parent) && before.selection.$head.parent !== selection.$head.parent;
          if (doc === before.doc && !isLeaving) return;
          // Most keys are in a paragraph without a lead; a timer for each would cost more than this look.
          if (unseen === null && !isLeaving && changedHeadings(before.doc, doc).length === 0) return;
          unseen ??= before.doc;
          clearTimeout(timer);
          timer = setTimeout(look, SETTLE_MS);
        },
        destroy: () => {
          end();
          clearTimeout(timer);
        },
      };
    },
  });
}

/**
 * Where the text does not tell: a whole sentence stays what it was, and a provision (批复: 一、同意……。) is text from its first
 * letter on, until the caret leaves it without a full stop behind: then it is a title.
 */
function runsOn(heading: Node, isProvision: boolean, hasCaret: boolean): boolean {
  if (continuesAfterLead(heading)) return true;
  const text = textOf(heading);
  const was = heading.attrs.runIn === true;
  if (text.includes('。')) return was || isProvision;
  return isProvision && (text === '' || (was && hasCaret));
}

/** Set as text, and no full stop in it yet. */
const isUnfinished = ({ attrs, textContent }: Node): boolean => attrs.role === 'heading' && attrs.runIn === true && textContent !== '' && !textContent.includes('。');

interface Placed {
  readonly node: Node;
  readonly pos: number;
}

/** The headings between the first and the last block that differ. */
function changedHeadings(old: Node, doc: Node): Placed[] {
  let first = 0;
  while (first < old.childCount && first < doc.childCount && old.child(first) === doc.child(first)) first++;
  let end = 0;
  while (end < old.childCount - first && end < doc.childCount - first && old.child(old.childCount - 1 - end) === doc.child(doc.childCount - 1 - end)) end++;
  return headingsOf(doc, first, doc.childCount - end);
}

function headingsOf(doc: Node, first: number, end: number): Placed[] {
  const found: Placed[] = [];
  let pos = 0;
  for (let index = 0; index < end; index++) {
    const node = doc.child(index);
    if (index >= first && node.attrs.role === 'heading') found.push({ node, pos });
    pos += node.nodeSize;
  }
  return found;
}
