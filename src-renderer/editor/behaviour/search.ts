import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Match {
  readonly from: number;
  readonly to: number;
}

export interface Search {
  /** What is looked for; '' when nothing is. */
  readonly query: string;
  readonly matches: readonly Match[];
  /** Index in `matches` of the one at hand; −1 for none. */
  readonly current: number;
}

interface Searching extends Search {
  readonly decorations: DecorationSet;
}

const NOTHING: Searching = { query: '', matches: [], current: -1, decorations: DecorationSet.empty };
const key = new PluginKey<Searching>('search');

/** 查找: marks every match on the paper. Texts are compared as people read them, across marks, without case. */
export const search = (): Plugin<Searching> => new Plugin<Searching>({
  key,
  state: {
    init: () => NOTHING,
    apply: (tr, before) => {
      const asked = tr.getMeta(key) as { query?: string; current?: number } | undefined;
      if (!asked && (before.query === '' || !tr.docChanged)) return before;
      const query = asked?.query ?? before.query;
      if (query === '') return NOTHING;
      const matches = asked?.query === undefined && !tr.docChanged ? before.matches : findMatches(tr.doc, query);
      const near = matches.findIndex((match) => match.from >= tr.selection.from);
      const kept = asked?.query !== undefined ? (near < 0 ? 0 : near) : Math.min(asked?.current ?? before.current, matches.length - 1);
      const current = matches.length === 0 ? -1 : Math.max(0, kept);
      const decorations = matches.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === current ? 'found at-hand' : 'found' }));
      return { query, matches, current, decorations: DecorationSet.create(tr.doc, decorations) };
    },
  },
  props: { decorations: (state) => key.getState(state)!.decorations },
});

export const searchOf = (state: EditorState): Search => key.getState(state) ?? NOTHING;

/** All places of a text, paragraph by paragraph. */
export function findMatches(doc: Node, query: string): Match[] {
  const wanted = fold(query);
  const matches: Match[] = [];
  if (wanted === '') return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = fold(node.textBetween(0, node.content.size, '', '\u{FFFC}'));
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    }
    return false;
  });
  return matches;
}

/** Without case, where that keeps every character in its place. */
const fold = (text: string): string => (text.toLowerCase().length === text.length ? text.toLowerCase() : text);

/** Looks for a text from the caret on; '' ends the search. */
export const searchFor = (query: string): Command => (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, { query }));
  return true;
};

/** Goes to the next (1) or previous (−1) match, around the end. */
export const goToMatch = (by: 1 | -1): Command => (state, dispatch) => {
  const { matches, current } = searchOf(state);
  if (matches.length === 0) return false;
  const index = (current + by + matches.length) % matches.length;
  const { from, to } = matches[index]!;
  dispatch?.(state.tr.setMeta(key, { current: index }).setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
  return true;
};

/** Replaces the match at hand and goes on to the next. */
export const replaceMatch = (text: string): Command => (state, dispatch) => {
  const { matches, current } = searchOf(state);
  const match = matches[current];
  if (!match) return false;
  const tr = state.tr.insertText(text, match.from, match.to);
  const next = findMatches(tr.doc, searchOf(state).query).findIndex((each) => each.from >= match.from + text.length);
  dispatch?.(tr.setMeta(key, { current: Math.max(0, next) }).setSelection(TextSelection.create(tr.doc, match.from + text.length)).scrollIntoView());
  return true;
};

/** Replaces every match in one step of the history. */
export const replaceAll = (text: string): Command => (state, dispatch) => {
  const { matches } = searchOf(state);
  if (matches.length === 0) return false;
  const { tr } = state;
  for (const { from, to } of [...matches].reverse()) tr.insertText(text, from, to);
  dispatch?.(tr);
  return true;
};
