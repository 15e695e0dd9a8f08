import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Command, EditorState, Selection, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** A list of words open at a place of the paper. */
export interface WordMenu {
  readonly from: number;
  readonly to: number;
  /** What opened it: 、、 or /; '' when it was asked for by key. It stands at `from`. */
  readonly lead: string;
  /** What has been typed after it. */
  readonly query: string;
}

type Asked = { readonly from: number } | 'close';

const key = new PluginKey<WordMenu | null>('wordMenu');
const LONGEST_QUERY = 30;
/** A stroke opens the list where a sentence or a paragraph begins; elsewhere it is a stroke: 元/人. */
const BEFORE_STROKE = /^$|[\s，。；：、（“《]$/;

export const wordMenuOf = (state: EditorState): WordMenu | null => key.getState(state) ?? null;

/** Opens the list at the caret, or for the selected words of one paragraph. */
export const openWordMenu: Command = ({ selection, tr }, dispatch) => {
  if (!selection.$from.parent.isTextblock || !selection.$from.sameParent(selection.$to)) return false;
  dispatch?.(tr.setMeta(key, { from: selection.from } satisfies Asked).setMeta('addToHistory', false));
  return true;
};

export const closeWordMenu: Command = (state, dispatch) => {
  if (!wordMenuOf(state)) return false;
  dispatch?.(state.tr.setMeta(key, 'close' satisfies Asked).setMeta('addToHistory', false));
  return true;
};

/** Who answers the keys of an open list: true when a key was taken. */
const answering = new WeakMap<EditorView, (event: KeyboardEvent) => boolean>();
export const answerMenuKeys = (view: EditorView, answer: (event: KeyboardEvent) => boolean): (() => void) => {
  answering.set(view, answer);
  return () => answering.delete(view);
};

/** Follows the typing: opens the list at 、、 and /, keeps what is looked for, closes it when the caret goes elsewhere. */
export const wordMenu = (): Plugin<WordMenu | null> => new Plugin<WordMenu | null>({
  key,
  state: {
    init: () => null,
    apply: (tr, before) => {
      const asked = tr.getMeta(key) as Asked | undefined;
      if (asked === 'close') return null;
      if (asked) return follow(tr.selection, asked.from, '');
      if (before) return tr.docChanged || tr.selectionSet ? follow(tr.selection, tr.mapping.map(before.from, -1), before.lead) : before;
      return tr.docChanged ? begin(tr) : null;
    },
  },
  props: {
    handleKeyDown: (view, event) => {
      if (view.composing || event.isComposing) return false;
      return wordMenuOf(view.state) !== null && (answering.get(view)?.(event) ?? false);
    },
  },
});

function follow(selection: Selection, from: number, lead: string): WordMenu | null {
  const { $from, $to, to } = selection;
  if (!$from.parent.isTextblock || !$from.sameParent($to) || from < $from.start() || from > $from.pos) return null;
  const text = $to.parent.textBetween(from - $from.start(), $to.parentOffset, '', '\u{FFFC}');
  if (!text.startsWith(lead) || text.includes('\u{FFFC}') || text.length > LONGEST_QUERY) return null;
  return { from, to, lead, query: text.slice(lead.length) };
}

/** Only what has just been typed opens the list: not a paste, not an undo, not a change made beside the paper. */
function begin(tr: Transaction): WordMenu | null {
  const { empty, $head, head } = tr.selection;
  if (!empty || !$head.parent.isTextblock || tr.getMeta('paste') !== undefined || tr.getMeta('history$') !== undefined || !endsTyping(tr, head)) return null;
  const before = $head.parent.textBetween(Math.max(0, $head.parentOffset - 3), $head.parentOffset, '', '\u{FFFC}');
  if (/(^|[^、])、、$/.test(before)) return { from: head - 2, to: head, lead: '、、', query: '' };
  if (before.endsWith('/') && BEFORE_STROKE.test(before.slice(0, -1))) return { from: head - 1, to: head, lead: '/', query: '' };
  return null;
}

function endsTyping(tr: Transaction, head: number): boolean {
  let isTyped = false;
  tr.mapping.maps.at(-1)?.forEach((oldStart, oldEnd, newStart, newEnd) => {
    isTyped ||= newEnd === head && newEnd - newStart > oldEnd - oldStart && newEnd - newStart <= LONGEST_QUERY;
  });
  return isTyped;
}
