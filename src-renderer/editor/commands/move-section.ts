import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { roleOf } from '#core/document/elements.ts';
import { blockPosition, moveBlocks, moveSection, sectionAt, sectionPlaces } from '#core/document/sections.ts';
import { HEADING_LEVELS, hasLevels } from '#core/document/roles.ts';
import { findPlace, giveRole } from '../paragraphs.ts';

const MOVED = 'section-moved-to';

/** Where a section stands that this transaction has moved. */
export const movedTo = (tr: Transaction): number | undefined => tr.getMeta(MOVED) as number | undefined;

/** Moves the section led by the block at `start` before the block at `before`, in one step of the history; the caret goes along. */
export const moveSectionTo = (start: number, before: number): Command => (state, dispatch) => {
  if (start >= state.doc.childCount || !sectionPlaces(state.doc, start).includes(before)) return false;
  const from = blockPosition(state.doc, start);
  const { tr } = state;
  const pos = moveSection(tr, start, before);
  if (pos === null) return false;
  const { $from } = state.selection;
  const inside = sectionAt(state.doc, start)!.end > $from.index(0) && $from.pos > from ? $from.pos - from : 1;
  dispatch?.(caretAt(tr, pos + inside).setMeta(MOVED, pos));
  return true;
};

/** Where the section at `start` goes when it moves one place up (−1) or down (1); null at the end of the way. */
export function nextPlace(doc: Node, start: number, by: 1 | -1): number | null {
  const section = sectionAt(doc, start);
  if (!section) return null;
  const places = sectionPlaces(doc, start);
  return (by === 1 ? places.find((place) => place > section.end) : places.findLast((place) => place < section.start)) ?? null;
}

/** Alt+Shift+↑ ↓: a heading or annex moves with all it leads, other paragraphs and tables one place, never past an element of the paper. */
export const moveParagraph = (by: 1 | -1): Command => (state, dispatch) => {
  const place = findPlace(state.selection.$from);
  if (!place || place.inTable) return false;
  const role = roleOf(place.node);
  if (role !== null && (hasLevels(role) || role === 'annex') && state.selection.$from.sameParent(state.selection.$to)) {
    const before = nextPlace(state.doc, place.index, by);
    return before !== null && moveSectionTo(place.index, before)(state, dispatch);
  }
  return moveBlocksBy(state, by, dispatch);
};

function moveBlocksBy(state: EditorState, by: 1 | -1, dispatch?: (tr: Transaction) => void): boolean {
  const { doc, selection } = state;
  const start = selection.$from.index(0);
  const end = selection.$to.index(0) + 1;
  const neighbour = by === 1 ? end : start - 1;
  if (neighbour < 0 || neighbour >= doc.childCount) return false;
  for (const index of [neighbour, ...range(start, end)]) if (!isText(doc.child(index))) return false;
  const { tr } = state;
  const pos = moveBlocks(tr, { start, end }, by === 1 ? end + 1 : start - 1);
  const shift = pos - blockPosition(doc, start);
  if (selection instanceof TextSelection) tr.setSelection(TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift));
  dispatch?.(tr.scrollIntoView());
  return true;
}

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, at) => start + at);

/** What may change places: body text, headings, lines of the 附件说明, tables. The elements of the paper stay where they are. */
function isText(block: Node): boolean {
  const role = roleOf(block);
  return role === null || hasLevels(role) || role === 'body' || role === 'attachmentNote';
}

/** Raises (−1) or lowers (1) a heading together with the headings it leads; the ends of the levels hold all of them. */
export const changeSectionLevel = (start: number, by: 1 | -1): Command => (state, dispatch) => {
  const section = start < state.doc.childCount ? sectionAt(state.doc, start) : null;
  if (!section) return false;
  const headings = range(section.start, section.end).filter((index) => roleOf(state.doc.child(index)) === 'heading');
  const levels = headings.map((index) => (state.doc.child(index).attrs.level as number) + by);
  if (headings[0] !== start || levels.some((level) => level < 1 || level > HEADING_LEVELS.length)) return false;
  if (dispatch) {
    const { tr } = state;
    for (const [at, index] of headings.entries()) giveRole(tr, { pos: blockPosition(tr.doc, index), node: tr.doc.child(index) }, 'heading', levels[at]!);
    dispatch(tr);
  }
  return true;
};

function caretAt(tr: Transaction, pos: number): Transaction {
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)))).scrollIntoView();
}
