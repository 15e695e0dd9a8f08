import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { notePlace } from '#core/document/attachments.ts';
import { giveRole, roleAt } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';

const HEAD = /^附件[：:]/;
/** 1. counts only before a name: 1.5万亩 is a figure. */
const NUMBER = /^\s*\d{1,2}[.．、](?=[^\d\s])/;

/**
 * 附件： typed under the text becomes its 附件说明 (GB/T 9704—2012 7.3.4), a number typed before a name there gives way to the computed
 * one. `text` is the paragraph's, `since` where the typing began.
 */
export function recogniseAttachment(state: EditorState, place: Place, text: string, since: number): Transaction | null {
  const role = roleAt(place);
  const head = role === 'body' && !place.inTable ? (HEAD.exec(text)?.[0] ?? '') : '';
  if (role !== 'attachmentNote' && (head === '' || since >= head.length || !isLastOfText(state.doc, place))) return null;
  const number = NUMBER.exec(text.slice(head.length))?.[0] ?? '';
  const length = head.length + number.length;
  if (length === 0 || since > length || state.selection.$head.parentOffset < length) return null;
  const tr = closeHistory(state.tr).delete(place.pos + 1, place.pos + 1 + length);
  giveRole(tr, { pos: place.pos, node: tr.doc.nodeAt(place.pos)! }, 'attachmentNote', 0);
  return tr.setStoredMarks(null);
}

/** Where the 附件说明 stands: nothing but empty paragraphs between here and its place. */
function isLastOfText(doc: Node, { pos, node }: Place): boolean {
  const [from, to] = [pos + node.nodeSize, notePlace(doc)];
  if (pos > to) return false;
  let isLast = true;
  doc.forEach((block, at) => {
    if (at >= from && at < to && block.content.size > 0) isLast = false;
  });
  return isLast;
}
