import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { footnoteText, isFootnote } from '#core/document/footnotes.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { isTextSelection } from '../paragraphs.ts';

/** The footnote whose words are being written; `edit` is one number an opening, by which its changes are one step of the history. */
interface OpenNote {
  readonly pos: number;
  readonly edit: number;
}

const key = new PluginKey<OpenNote | null>('footnotes');
let edits = 0;

/** A click on the mark of a footnote opens its words (footnote/FootnoteEditor.tsx). */
export const footnotes = (): Plugin<OpenNote | null> => new Plugin<OpenNote | null>({
  key,
  state: {
    init: () => null,
    apply: (tr, before) => {
      const asked = tr.getMeta(key) as number | null | undefined;
      if (asked !== undefined) return asked === null ? null : { pos: asked, edit: ++edits };
      if (before === null || !tr.docChanged) return before;
      const { pos, deletedAfter } = tr.mapping.mapResult(before.pos, 1);
      const node = deletedAfter ? null : tr.doc.nodeAt(pos);
      return node && isFootnote(node) ? { ...before, pos } : null;
    },
  },
  props: {
    decorations: (state) => {
      const open = key.getState(state);
      return open ? DecorationSet.create(state.doc, [Decoration.inline(open.pos, open.pos + 1, { class: 'is-open' })]) : null;
    },
    handleClickOn: (view, _, node, pos) => {
      if (!isFootnote(node) || view.composing) return false;
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1)).setMeta(key, pos));
      return true;
    },
  },
});

export const openNote = (state: EditorState): OpenNote | null => key.getState(state) ?? null;

/** Position of the footnote that is selected, or stands right before the caret; null where there is none. */
export function footnoteAtHand({ selection: { from, to, $from }, doc }: EditorState): number | null {
  const selected = to === from + 1 ? doc.nodeAt(from) : null;
  if (selected && isFootnote(selected)) return from;
  return from === to && $from.nodeBefore && isFootnote($from.nodeBefore) ? from - 1 : null;
}

/** 脚注: opens the one at hand, else puts one behind the selection and opens it. 版头 and 版记 have none: there is no foot of the text below them. */
export const writeFootnote: Command = (state, dispatch) => {
  const { $to } = state.selection;
  if (!isTextSelection(state.selection) || !$to.parent.isTextblock) return false;
  const block = $to.node(1);
  if (block.type.name === 'para' && ROLES[block.attrs.role as Role].part !== 'main') return false;
  const known = footnoteAtHand(state);
  if (known !== null) {
    dispatch?.(state.tr.setMeta(key, known));
    return true;
  }
  if (!dispatch) return true;
  const tr = state.tr.insert($to.pos, state.schema.nodes.footnote!.create(null, null, $to.marks().filter(({ type }) => type.name === 'comment')));
  tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1));
  dispatch(oneStep(closeHistory(tr), edits + 1).setMeta(key, $to.pos).scrollIntoView());
  return true;
};

/** The history takes what one composition changed for one step: an opening of a note is made to look like one. */
const oneStep = (tr: Transaction, edit: number): Transaction => tr.setMeta('composition', `footnote ${edit}`);

/** Keeps what is written in the open note; null takes the note away. */
export const keepNote = (text: string | null): Command => (state, dispatch) => {
  const open = openNote(state);
  const node = open && state.doc.nodeAt(open.pos);
  if (!open || !node || (text !== null && text === footnoteText(node))) return false;
  const tr = text === null ? state.tr.delete(open.pos, open.pos + 1) : state.tr.setNodeAttribute(open.pos, 'text', text);
  dispatch?.(oneStep(tr, open.edit));
  return true;
};

export const closeNote: Command = (state, dispatch) => {
  if (!openNote(state)) return false;
  dispatch?.(state.tr.setMeta(key, null));
  return true;
};
