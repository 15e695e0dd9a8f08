import type { PageGeometry } from '../template/styles.ts';
import type { ParagraphItem } from './items.ts';
import type { LaidNote, LaidParagraph } from './lay-paragraph.ts';
import { heightOfLines, linesInRoom } from './line-heights.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** Footnotes at the foot of pages: how high they stand there, what of the text block they leave, which of them run on. */

/** A footnote, or a part of one, at the foot of a page. */
export interface PlacedNote {
  readonly laid: LaidParagraph;
  /** Position of its mark in the document, the page's shift left out. */
  readonly pos: number;
  /** On the page it begins on; the numbers of every page begin with 1. */
  readonly number: number;
  /** Which item of the section it belongs to, and on which line of it its mark stands; −1 where that does not flow. */
  readonly item: number;
  readonly line: number;
  /** The lines of it that stand here: first … last−1. */
  readonly first: number;
  readonly last: number;
  /** Begun on a page before. */
  readonly isRunOn: boolean;
}

/** A page as its notes see it (pages.ts). */
interface NotedPage {
  readonly geometry: PageGeometry;
  readonly notes: PlacedNote[];
  readonly foot: Millipoints;
}

/** A note that is to be put: what of it stands where does not yet matter. */
export type ComingNote = Pick<PlacedNote, 'laid' | 'pos' | 'item' | 'line'>;

/** From the text above to the first note; the rule stands in it. LibreOffice leaves as much. */
export const NOTE_GAP: Millipoints = 6_000;
/** Text a page has room for, however much of the notes before it runs on: its first lines must be able to stand. */
const LEAST_TEXT: Millipoints = 58_000;

export const notePitch = (laid: LaidParagraph): Millipoints => fromTwips(laid.form.style.line);

/** What all notes of a page take of its text block, the rule above them included. */
export function notesHeight({ notes }: Pick<NotedPage, 'notes'>): Millipoints {
  let height = 0;
  for (const { laid, first, last } of notes) height += (last - first) * notePitch(laid);
  return height > 0 ? height + NOTE_GAP : 0;
}

/** Where text ends on a page: above its notes, and above what stands at its foot. */
export const limitOf = (page: NotedPage): Millipoints => fromTwips(page.geometry.height - page.geometry.bottom) - page.foot - notesHeight(page);

/** Notes of lines first … last−1 of an item. */
export const notesOf = ({ laid, pos }: Pick<ParagraphItem, 'laid' | 'pos'>, first: number, last: number, item: number): ComingNote[] =>
  laid.notes.filter(({ line }) => line >= first && line < last).map((note) => ({ laid: note.laid, pos: pos + 1 + note.at, item, line: note.line }));

/** How high notes are; of the last only its first line where it may run on. */
function heightOf(notes: readonly { readonly laid: LaidParagraph }[], isLastWhole: boolean): Millipoints {
  return notes.reduce((sum, { laid }, index) => sum + (isLastWhole || index < notes.length - 1 ? laid.lines.length : 1) * notePitch(laid), 0);
}

/** What notes that come with a stretch of text take beside it: all of them whole, of the last one line where it may run on. */
export function roomForNotes(page: NotedPage, notes: readonly { readonly laid: LaidParagraph }[], isLastWhole: boolean): Millipoints {
  return notes.length === 0 ? 0 : heightOf(notes, isLastWhole) + (notesHeight(page) > 0 ? 0 : NOTE_GAP);
}

/**
 * How many lines of an item, from `line` on, may stand below one another from `y` on: each with the notes to it, of which the last may
 * run on. 0 where not even one may.
 */
export function linesThatFit(page: NotedPage, item: ParagraphItem, line: number, y: Millipoints): number {
  const { laid, pitch } = item;
  const room = limitOf(page) - y;
  const most = linesInRoom(laid, line, room, pitch) - line;
  if (laid.notes.length === 0) return most;
  const heightTo = (count: number): Millipoints => heightOfLines(laid, line, line + count, pitch);
  let coming: LaidNote[] = [];
  for (let count = 1; count <= most; count++) {
    const here = laid.notes.filter((note) => note.line === line + count - 1);
    if (here.length === 0) {
      if (heightTo(count) + roomForNotes(page, coming, true) > room) return count - 1;
      continue;
    }
    coming = [...coming, ...here];
    if (heightTo(count) + roomForNotes(page, coming, false) > room || page.notes.some(isParted)) return count - 1;
    // A note that runs on fills the page.
    if (heightTo(count) + roomForNotes(page, coming, true) > room) return count;
  }
  return most;
}

const isParted = ({ laid, last }: PlacedNote): boolean => last < laid.lines.length;

/** Puts notes at the foot of a page whose text reaches down to `low`; what of them finds no room there runs on (`runOn`). */
export function putNotes(page: NotedPage, notes: readonly ComingNote[], low: Millipoints): void {
  for (const note of notes) {
    const number = page.notes.reduce((sum, { isRunOn }) => sum + Number(!isRunOn), 1);
    put(page, { ...note, number, first: 0, isRunOn: false }, low);
  }
}

function put(page: NotedPage, note: Omit<PlacedNote, 'last'>, low: Millipoints): void {
  const room = limitOf(page) - low - (notesHeight(page) > 0 ? 0 : NOTE_GAP);
  const lines = page.notes.some(isParted) ? 0 : Math.floor(room / notePitch(note.laid));
  page.notes.push({ ...note, last: Math.min(note.laid.lines.length, note.first + Math.max(0, lines)) });
}

/** The rest of the notes of the page before, at the foot of a new one. */
export function runOn(before: NotedPage, page: NotedPage, top: Millipoints): void {
  for (const note of before.notes) if (isParted(note)) put(page, { ...note, first: note.last, isRunOn: true }, top + LEAST_TEXT);
}

/** Whether a note of it has to go on on another page. */
export const hasRunningNotes = ({ notes }: NotedPage): boolean => notes.some(isParted);

/** The number of the mark at a position of a page, its shift left out; null where its note is on another page. */
export const numberOnPage = ({ notes }: NotedPage, pos: number): number | null => notes.find((note) => note.pos === pos && !note.isRunOn)?.number ?? null;
