import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { REPORT } from '#core/wording/report.ts';
import { withNotice } from '../notice.ts';

/** Characters of a paste that is looked through beside the paper; a longer one would hold it up. It has a way of its own: 粘贴文字成稿. */
const MOST = 200_000;

/**
 * Text copied from a page or a scan is put down as it came and repaired in a step of its own: one undo gives back what was copied.
 * `pasted` is the document after the paste, `paste` pastes other lines into the one before it. Nothing happens where somebody has
 * gone on writing meanwhile.
 */
export async function repairPaste(view: EditorView, pasted: Node, text: string, paste: (lines: readonly string[]) => Transaction): Promise<void> {
  if (text.length > MOST) return;
  const { repairLines } = await import('#core/intake/repair-lines.ts');
  const repaired = repairLines(text);
  if (!repaired || view.isDestroyed || view.composing || !view.state.doc.eq(pasted)) return;
  const meant = paste(repaired.lines);
  const tr = becomeDocument(view.state.tr, meant.doc);
  if (!tr) return;
  tr.setSelection(Selection.fromJSON(tr.doc, meant.selection.toJSON()));
  const done = repaired.entries.map(({ code, count }) => `${REPORT[code]} ${count} 处`).join('、');
  view.dispatch(withNotice(closeHistory(tr), `粘进来的文字理顺了：${done}。撤销一次，就是原样。`).scrollIntoView());
}

/** Replaces what differs between a transaction's document and another; null where nothing does. */
function becomeDocument(tr: Transaction, other: Node): Transaction | null {
  const start = tr.doc.content.findDiffStart(other.content);
  const end = tr.doc.content.findDiffEnd(other.content);
  if (start === null || end === null) return null;
  // The same letters at both seams: the ends may not come before the start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return tr.replace(start, end.a + overlap, other.slice(start, end.b + overlap));
}
