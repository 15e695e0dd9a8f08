import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { footnoteText, isFootnote } from '#core/document/footnotes.ts';
import { isRowNumberStyle } from '#core/document/numbering.ts';
import { numberingFor } from './labels.ts';

export interface Match {
  readonly from: number;
  readonly to: number;
  /** Part of computed words, those of a reference or a number: it can be found, not replaced. */
  readonly isPartial?: boolean;
  /** It begins in the computed number before the paragraph. */
  readonly isInLabel?: boolean;
  /** In the words of the footnote whose mark stands from `from` to `to`: from and to there. */
  readonly note?: readonly [number, number];
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
      const decorations = matches.flatMap((match, index) => decorate(tr.doc, match, index === current));
      return { query, matches, current, decorations: DecorationSet.create(tr.doc, decorations) };
    },
  },
  props: { decorations: (state) => key.getState(state)!.decorations },
});

export const searchOf = (state: EditorState): Search => key.getState(state) ?? NOTHING;

function decorate(doc: Node, { from, to, isInLabel }: Match, isAtHand: boolean): Decoration[] {
  const words = from < to ? [Decoration.inline(from, to, { class: isAtHand ? 'found at-hand' : 'found' })] : [];
  return isInLabel ? [...words, Decoration.node(from - 1, from - 1 + doc.nodeAt(from - 1)!.nodeSize, { class: isAtHand ? 'label-found at-hand' : 'label-found' })] : words;
}

/** All places of a text, paragraph by paragraph; numbers and references are read as their words. */
export function findMatches(doc: Node, query: string): Match[] {
  const wanted = fold(query);
  const matches: Match[] = [];
  if (wanted === '') return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const { text, at: place } = readParagraph(doc, node, pos);
    const first = matches.length;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) matches.push(place(at, at + wanted.length));
    const known = matches.length;
    if (node.childCount > 1 || node.firstChild?.isAtom) node.forEach((child, offset) => void (isFootnote(child) && findInNote(child, pos + 1 + offset, wanted, matches)));
    if (matches.length > known) matches.push(...matches.splice(first).sort((a, b) => a.from - b.from));
    return false;
  });
  return matches;
}

function findInNote(note: Node, pos: number, wanted: string, matches: Match[]): void {
  const text = fold(footnoteText(note));
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) matches.push({ from: pos, to: pos + 1, note: [at, at + wanted.length] });
}

/** Puts a text in the place of a match; in a footnote among its words. */
function replace(tr: Transaction, { from, to, note }: Match, text: string): Transaction {
  if (!note) return tr.insertText(text, from, to);
  const words = footnoteText(tr.doc.nodeAt(from)!);
  return tr.setNodeAttribute(from, 'text', words.slice(0, note[0]) + text + words.slice(note[1]));
}

/** The words that are computed for an inline node of the paper; undefined where they are no part of its text, as the number of a table's row is not. */
function computedWords(doc: Node, node: Node, pos: number): string | undefined {
  if (node.type.name === 'reference') return numberingFor(doc).references.get(pos)?.text ?? '';
  if (node.type.name === 'marker' && !isRowNumberStyle(node.attrs.style)) return numberingFor(doc).markers.get(pos)?.text;
  return undefined;
}

/** A paragraph's text with its number and the words of its references and inline numbers, and the match that a stretch of that text is. */
function readParagraph(doc: Node, node: Node, pos: number): { text: string; at: (from: number, to: number) => Match } {
  const raw = node.textBetween(0, node.content.size, '', '\u{FFFC}');
  const computed: { start: number; end: number; offset: number }[] = [];
  const label = numberingFor(doc).paragraphs.get(pos)?.text ?? '';
  let text = label;
  let done = 0;
  node.forEach((child, offset) => {
    const words = child.isText ? undefined : computedWords(doc, child, pos + 1 + offset);
    if (words === undefined) return;
    const start = text.length + offset - done;
    text += raw.slice(done, offset) + words;
    computed.push({ start, end: text.length, offset });
    done = offset + 1;
  });
  text += raw.slice(done);
  /** The document position of a place in the text; inside a reference, that before (or after) it. */
  const position = (index: number, isEnd: boolean): number => {
    if (index <= label.length) return pos + 1;
    let shift = label.length;
    for (const { start, end, offset } of computed) {
      if (index <= start) break;
      if (index < end || (index === end && isEnd)) return pos + 1 + offset + (isEnd ? 1 : 0);
      shift += end - start - 1;
    }
    return pos + 1 + index - shift;
  };
  return {
    text: fold(text),
    at: (from, to) => {
      const isInLabel = from < label.length;
      const isPartial = isInLabel || computed.some(({ start, end }) => (from > start && from < end) || (to > start && to < end));
      return { from: position(from, false), to: position(to, true), ...(isPartial ? { isPartial } : {}), ...(isInLabel ? { isInLabel } : {}) };
    },
  };
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
  if (match.isPartial) return goToMatch(1)(state, dispatch);
  const tr = replace(state.tr, match, text);
  // What was put in is not looked at again, and the rest of a footnote is.
  const end = match.note ? match.from : match.from + text.length;
  const next = findMatches(tr.doc, searchOf(state).query).findIndex(({ from, note }) => from > end || (from === end && (!match.note || (note !== undefined && note[0] >= match.note[0] + text.length))));
  dispatch?.(tr.setMeta(key, { current: Math.max(0, next) }).setSelection(TextSelection.create(tr.doc, match.note ? match.to : end)).scrollIntoView());
  return true;
};

/** Replaces every match in one step of the history. */
export const replaceAll = (text: string): Command => (state, dispatch) => {
  const matches = searchOf(state).matches.filter(({ isPartial }) => !isPartial);
  if (matches.length === 0) return false;
  const { tr } = state;
  for (const match of matches.toReversed()) replace(tr, match, text);
  dispatch?.(tr);
  return true;
};
