import { isHistoryTransaction } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { keepAnchors } from '#core/document/keep-anchors.ts';
import type { Change } from '#core/document/keep-anchors.ts';
import { keepAttachments } from '#core/document/keep-attachments.ts';
import { newAnchor } from '../new-anchor.ts';
import { numberingFor } from './labels.ts';
import { asPartOfLastChange } from './last-change.ts';

/** How long the browser may take to hand over what an input method has just finished. */
const SETTLE_MS = 60;

/** What has changed and is not yet looked at, because an input method was at work. */
interface Waiting {
  readonly before: Node;
  readonly mapping: Mapping;
}

/**
 * Keeps what points to one another right after every change: references and their targets, 附件说明 and annexes. What follows
 * from a change belongs to it, so that one undo takes back both; while an input method is at work nothing is touched.
 */
export function ties(): Plugin {
  let view: EditorView | null = null;
  let waiting: Waiting | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!view || view.isDestroyed || waiting === null) return;
      if (view.composing) return settle();
      const { before, mapping } = waiting;
      waiting = null;
      const tr = keep(view.state, { before, map: mapping, newAnchor, numbering: numberingFor });
      if (tr) view.dispatch(asPartOfLastChange(view.state, tr));
    }, SETTLE_MS);
  };
  return new Plugin({
    view: (made) => {
      view = made;
      return { destroy: () => clearTimeout(timer) };
    },
    appendTransaction: (transactions, old, state) => {
      const changing = transactions.filter((tr) => tr.docChanged);
      // Undo and redo bring back both sides of what was tied.
      if (changing.length === 0 || (waiting === null && changing.every(isHistoryTransaction))) return null;
      const mapping = waiting?.mapping ?? new Mapping();
      for (const tr of changing) mapping.appendMapping(tr.mapping);
      const before = waiting?.before ?? old.doc;
      if (view?.composing) {
        waiting = { before, mapping };
        settle();
        return null;
      }
      waiting = null;
      return keep(state, { before, map: mapping, newAnchor, numbering: numberingFor });
    },
  });
}

function keep(state: EditorState, change: Change): Transaction | null {
  const { tr } = state;
  keepAnchors(tr, change);
  keepAttachments(tr, change);
  return tr.docChanged ? tr : null;
}
