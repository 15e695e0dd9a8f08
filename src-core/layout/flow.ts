import { findChange, isBefore, markBefore, pageAt, sameMark } from './flow-memory.ts';
import type { FlowAt, FlowEvent, FlowMark, FlowMemory } from './flow-memory.ts';
import type { Composition, Item, ParagraphItem } from './items.ts';
import { flowTable, openingHeight } from './flow-table.ts';
import { heightOfLines } from './line-heights.ts';
import { isLoose, isNote, keepsToClosing, LONGEST_CHAIN } from './loose.ts';
import { hasRunningNotes, limitOf, linesThatFit, roomForNotes } from './page-notes.ts';
import { putImprint } from './put-imprint.ts';
import { addPage, bottomOf, isClear, leftOf, nextPage, putLines, topOf, widthOf } from './pages.ts';
import type { Cursor, LaidPage } from './pages.ts';
import type { FlowOptions } from './flow-options.ts';
import type { LaidNote } from './lay-paragraph.ts';
import type { Profile } from './profile.ts';
import type { Millipoints } from './unit.ts';

/** Pages, and what had to be done to them or could not be. */
export interface Flowed {
  readonly pages: readonly LaidPage[];
  /** Text was taken to the next page so that a 落款 does not stand there alone; the ladder would spare it. */
  readonly isTextMoved: boolean;
  /** Positions of 落款 that stand on a page without text all the same. */
  readonly alone: readonly number[];
  /** A 落款 stands with nothing but its 附件说明, or with not even that. */
  readonly isBare: boolean;
  /** The paragraph before a 落款 is so long that together they may fill a page. */
  readonly isEndLong: boolean;
  /** Footnotes stand at the foot of the last page: the 版记, whose place that is, has a page to itself. */
  readonly isImprintApart: boolean;
  /** For the next flow. */
  readonly memory: FlowMemory;
}

/** A flow under way. */
interface Flow {
  readonly options: FlowOptions;
  readonly cursor: Cursor;
  readonly marks: FlowMark[];
  readonly events: FlowEvent[];
  /** The flow before and what has changed since; null where there is nothing to take over. */
  readonly taken: { readonly memory: FlowMemory; readonly last: FlowAt | null } | null;
}

/**
 * Stacks a composed document on pages: headings with what follows, a 落款 with text, the 版记 at the foot of the last page. Of the flow
 * before, where given, the pages before the change are taken over, and those behind it from where both stand alike.
 */
export function flowDocument(composition: Composition, options: FlowOptions, before: FlowMemory | null = null): Flowed {
  const change = before && findChange(before.composition, composition);
  const mark = change ? markBefore(before, change) : undefined;
  const pages: LaidPage[] = mark ? [...before!.pages.slice(0, mark.page), pageAt(before!.pages[mark.page]!, mark)] : [];
  const flow: Flow = {
    options, cursor: { pages, page: pages.at(-1)!, y: mark?.y ?? 0, isTop: mark?.isTop ?? true },
    marks: mark ? before!.marks.slice(0, before!.marks.indexOf(mark)) : [],
    events: mark ? before!.events.filter((event) => isBefore(event, mark)) : [],
    taken: change ? { memory: before, last: change.last } : null,
  };
  const { cursor, marks, events } = flow;
  const { sections } = composition;
  let isImprintApart = false;
  for (let section = mark?.section ?? 0; section < sections.length; section++) {
    const isResumed = section === mark?.section;
    if (!isResumed) {
      if (options.arePartsOdd && section > 0 && pages.length % 2 === 1) addBlank(pages);
      Object.assign(cursor, { page: addPage(pages, sections[section]!.page, sections[section]!.isTurned), isTop: true });
      cursor.y = topOf(cursor.page);
      if (section === 0) putHead(composition, cursor);
    }
    const rest = flowSection(sections[section]!.items, section, flow, isResumed ? mark : null);
    if (rest) {
      takeRest(flow, rest, composition.size - before!.composition.size);
      ({ isImprintApart } = before!);
      break;
    }
    while (hasRunningNotes(cursor.page)) nextPage(cursor);
    if (section < sections.length - 1) continue;
    isImprintApart = composition.imprint !== null && cursor.page.notes.length > 0;
    putImprint(composition.imprint, cursor, options);
  }
  if (!options.isFirstNumbered && pages[0]!.folio !== null) pages[0] = { ...pages[0]!, folio: null };
  const of = (kind: FlowEvent['kind']): FlowEvent[] => events.filter((event) => event.kind === kind);
  return {
    pages, isTextMoved: of('moved').length > 0, isBare: of('bare').length + of('alone').length > 0, isEndLong: of('long').length > 0, isImprintApart, alone: of('alone').map(({ section, index }) => sections[section]!.items[index]!.pos),
    memory: { composition, pages, marks, events, isImprintApart },
  };
}

/** From a place where both flows stand alike on: the pages of the one before, moved by what the document has grown. */
function takeRest({ cursor, marks, events, taken }: Flow, rest: FlowMark, moved: number): void {
  const { memory } = taken!;
  cursor.pages.splice(rest.page, Infinity, ...(moved === 0 ? memory.pages.slice(rest.page) : memory.pages.slice(rest.page).map((page) => ({ ...page, shift: page.shift + moved }))));
  marks.push(...memory.marks.slice(memory.marks.indexOf(rest)));
  events.push(...memory.events.filter((event) => !isBefore(event, rest)));
}

/** An even page left empty; it is counted and bears no number (7.5). */
function addBlank(pages: LaidPage[]): void {
  const { geometry, isTurned } = pages.at(-1)!;
  addPage(pages, geometry, isTurned).folio = null;
}

function putHead({ head }: Composition, cursor: Cursor): void {
  const { page } = cursor;
  // The notes to any of it stand below all of it.
  const low = topOf(page) + head.items.reduce((lowest, { item, y }) => Math.max(lowest, y + heightOf(item)), head.start);
  for (const { item, y } of head.items) putLines(page, item, 0, item.laid.lines.length, topOf(page) + y, -1, low);
  page.rules.push(...head.rules);
  if (head.start > 0) {
    cursor.y += head.start;
    cursor.isTop = false;
  }
}

/**
 * Flows the items of a section from a mark or its beginning; where a 落款 would stand alone it goes back to the text before it. Returns
 * the mark of the flow before from which on all is as it was; null where the section has been flowed to its end.
 */
function flowSection(items: readonly Item[], section: number, flow: Flow, from: FlowMark | null): FlowMark | null {
  const { cursor, marks, events, taken } = flow;
  const { profile, arePartsOdd } = flow.options;
  const settled = new Set<number>();
  let rowTop = from?.rowTop ?? cursor.y;
  let isForced = from?.isForced ?? true;
  let furthest = from?.furthest ?? -1;
  const goBack = (to: FlowPlace, at: number): FlowPlace => {
    events.push({ kind: 'moved', section, index: at });
    // The page before has changed since it was marked.
    while (marks.length > 0 && marks.at(-1)!.page >= cursor.pages.length - 2) marks.pop();
    return to;
  };
  for (let index = from?.index ?? 0, line = 0; index < items.length; ) {
    const item = items[index]!;
    if (line === 0 && marks.at(-1)?.page !== cursor.pages.length - 1 && ![...settled].some((each) => each >= index)) {
      const { page, y, isTop } = cursor;
      const mark: FlowMark = { section, index, page: cursor.pages.length - 1, y, rowTop, isTop, isForced, hasText: page.hasText, pieces: page.pieces.length, rules: page.rules.length, cells: page.cells.length, seals: page.seals.length, notes: page.notes.length, furthest };
      const rest = taken?.last && isBefore(taken.last, mark) ? sameMark(taken.memory, mark, page, taken.last) : undefined;
      if (rest) return rest;
      marks.push(mark);
    }
    if (item.kind === 'table') {
      while (!isClear(cursor) && cursor.y + openingHeight(item, bottomOf(cursor.page) - topOf(cursor.page)) > limitOf(cursor.page)) nextPage(cursor);
      flowTable(item, cursor, profile, index);
      isForced = false;
      index++;
      continue;
    }
    if (line === 0 && item.startsPage && !cursor.isTop) {
      if (arePartsOdd && cursor.pages.length % 2 === 1) addBlank(cursor.pages);
      nextPage(cursor);
      isForced = true;
    }
    // The notes to one of a row stand below all of it.
    const low = Math.max(cursor.y, rowTop + item.down + heightOf(item));
    if (item.isBeside && line === 0 && low + roomForNotes(cursor.page, item.laid.notes, false) <= limitOf(cursor.page)) {
      putLines(cursor.page, item, 0, item.laid.lines.length, rowTop + item.down, index, low);
      addSeal(cursor.page, item, rowTop);
      cursor.y = low;
      index++;
      continue;
    }
    if (line === 0 && item.closes && profile.fits && !settled.has(index) && !cursor.page.hasText) {
      settled.add(index);
      // Only a 附件说明 has come to this page: the end of the text comes too.
      const back = textOfPageBefore(items, index, cursor);
      if (back) {
        ({ index, line } = goBack(back, index));
        continue;
      }
    }
    // Space above is lost at the top of a page, unless a page break was asked for.
    if (line === 0 && (!isClear(cursor) || isForced)) {
      const { height: need, last: looked } = neededHeight(items, index, cursor.page, profile);
      furthest = Math.max(furthest, looked);
      const before = cursor.isTop && !isForced ? 0 : item.before;
      if (!isClear(cursor) && cursor.y + before + need > limitOf(cursor.page)) {
        const back = !cursor.isTop && profile.fits && item.closes && !settled.has(index) ? textToMove(items, index, cursor.page) : null;
        settled.add(index);
        if (back) {
          takeBack(cursor, cursor.pages.length - 1, back);
          ({ index, line } = goBack(back, index));
          nextPage(cursor);
          isForced = false;
          continue;
        }
        nextPage(cursor);
        // Notes that run on leave a page less room.
        while (!isClear(cursor) && cursor.y + need > limitOf(cursor.page)) nextPage(cursor);
        isForced = false;
      } else if (!isClear(cursor) || cursor.y + before + firstLineOf(item) <= limitOf(cursor.page)) {
        // Above an image as high as the page there is no room for space.
        cursor.y += before;
      }
    }
    rowTop = cursor.y;
    while (line < item.laid.lines.length) {
      const last = line + Math.max(isClear(cursor) ? 1 : 0, linesThatFit(cursor.page, item, line, cursor.y));
      if (last > line) {
        if (line === 0) addSeal(cursor.page, item, cursor.y);
        rowTop = cursor.y;
        putLines(cursor.page, item, line, last, cursor.y, index);
        cursor.y += heightOfLines(item.laid, line, last, item.pitch);
        cursor.isTop = false;
        line = last;
      }
      if (line < item.laid.lines.length) nextPage(cursor);
    }
    isForced = false;
    if (item.closes && isLong(textBefore(items, index))) events.push({ kind: 'long', section, index });
    if (item.closes && !cursor.page.hasText) events.push({ kind: cursor.page.pieces.some((piece) => piece.role === 'attachmentNote') ? 'bare' : 'alone', section, index });
    if (item.rule) {
      cursor.page.rules.push({ x: leftOf(cursor.page), y: cursor.y + item.rule.gap, width: widthOf(cursor.page), height: item.rule.weight, color: 'red', kind: 'masthead' });
      cursor.y += item.rule.gap + item.rule.weight;
    }
    cursor.y += item.after;
    index++;
    line = 0;
  }
  return null;
}

const heightOf = (item: ParagraphItem): Millipoints => heightOfLines(item.laid, 0, item.laid.lines.length, item.pitch);

const firstLineOf = (item: ParagraphItem): Millipoints => heightOfLines(item.laid, 0, 1, item.pitch);

const isBlank = (code: number): boolean => code === 0x20 || code === 0x3000;

/** 市长　林见川, 市　长：林　川: the post stands before the 签名章, not under it; a name of two characters may be set apart. */
function nameStart(codes: ArrayLike<number>, start: number, end: number): number {
  const parts = (code: number): boolean => isBlank(code) || code === COLON;
  const wordBefore = (at: number): number => {
    while (at > start && !parts(codes[at - 1]!)) at--;
    return at;
  };
  const name = wordBefore(end);
  let gap = name;
  while (gap > start && isBlank(codes[gap - 1]!)) gap--;
  const first = wordBefore(gap);
  return end - name === 1 && gap < name && gap - first === 1 && first > start ? first : name;
}

const COLON = 0xff1a;

function addSeal(page: LaidPage, item: ParagraphItem, y: Millipoints): void {
  if (!item.seal) return;
  const { laid, align, pos } = item;
  const line = laid.lines[0]!;
  const slack = laid.form.measure - line.indent - line.width;
  const start = leftOf(page) + item.x + line.indent + (align === 'right' ? slack : align === 'center' ? slack >> 1 : 0);
  const { down, radius, box } = item.seal;
  if (box === null) page.seals.push({ x: start + (line.width >> 1), y: y + down, radius, box, from: pos + 1 });
  else {
    const name = nameStart(laid.text.codes, line.start, line.inner);
    let before = 0;
    for (let at = line.start; at < name; at++) before += laid.text.advances[at]!;
    const width = line.width - before;
    if (width > 0) page.seals.push({ x: start + before + (width >> 1), y: y + down, radius: width >> 1, box, from: pos + 1 });
  }
}

/**
 * What must fit on the page for this item to begin there: its first line; a heading whole with the first line of what follows; a
 * 落款 whole. A chain that fills a page holds nothing together.
 */
function neededHeight(items: readonly Item[], index: number, page: LaidPage, profile: Profile): { height: Millipoints; last: number } {
  const first = items[index] as ParagraphItem;
  let total = 0;
  let row = 0;
  let last = index;
  const notes: LaidNote[] = [];
  for (let at = index; at < items.length; at++) {
    const item = items[at]!;
    // Whether it keeps to a 落款 hangs on a few items more.
    last = at + LONGEST_CHAIN + 1;
    if (item.kind === 'table') {
      row += openingHeight(item, bottomOf(page) - topOf(page));
      break;
    }
    const keeps = item.keepsWithNext || (!profile.fits && keepsToClosing(items, at) && !isLoose(items, at, bottomOf(page) - topOf(page)));
    const height = keeps || item.closes ? heightOf(item) : firstLineOf(item);
    for (const note of item.laid.notes) if (note.line === 0 || keeps || item.closes) notes.push(note);
    if (item.isBeside) row = Math.max(row, height);
    else {
      total += row + (at > index ? item.before : 0);
      row = height;
    }
    const next = items[at + 1];
    if (!keeps && !(next?.kind === 'paragraph' && next.isBeside)) break;
    if (keeps) row += item.after;
  }
  total += row + roomForNotes(page, notes, false);
  return { height: total > bottomOf(page) - topOf(page) ? firstLineOf(first) : total, last };
}

/** A 落款 of several names under headings and behind a 附件说明 leaves no more lines of a page. */
const LONG_END = 5;

/** What stands before a 落款, a 附件说明 between them left out. */
function textBefore(items: readonly Item[], index: number): Item | undefined {
  let at = index - 1;
  while (isNote(items[at])) at--;
  return items[at];
}

const isLong = (item: Item | undefined): boolean => item?.kind === 'paragraph' && item.isText && item.laid.lines.length >= LONG_END;

/** Lines of text that go with a 落款 to the next page, where there are so many. */
const LINES_MOVED = 2;

interface FlowPlace {
  readonly index: number;
  readonly line: number;
}

/** The text that goes to the next page with a 落款: two lines of it, one where no other would stay, with a short 附件说明 between; null where none can go. */
function textToMove(items: readonly Item[], closing: number, page: LaidPage): FlowPlace | null {
  let index = closing - 1;
  while (index >= 0 && closing - index < LONGEST_CHAIN && (items[index] as ParagraphItem).role === 'attachmentNote') index--;
  const item = items[index];
  const piece = page.pieces.findLast((each) => each.item === index);
  if (!item || item.kind === 'table' || !item.isText || !piece) return null;
  const first = page.pieces.find((each) => each.item >= 0);
  let line = Math.max(piece.first, piece.last - LINES_MOVED);
  if (first === piece) line = Math.max(line, piece.first + 1);
  if (line >= piece.last) return null;
  if (line > 0) return { index, line };
  let head = index;
  while (head > 0 && items[head - 1]!.kind === 'paragraph' && (items[head - 1] as ParagraphItem).keepsWithNext && (items[head - 1] as ParagraphItem).isText) head--;
  // The page with the 版头 must show text too (7.1): a line of it stays.
  if (!page.pieces.some((each) => each.isText && each.item < head)) return piece.last - piece.first > 1 ? { index, line: piece.last - 1 } : null;
  return first && first.item < head ? { index: head, line: 0 } : null;
}

/** Where a page holds nothing but what goes with a 落款, gives it up and goes back to the text before it. */
function textOfPageBefore(items: readonly Item[], closing: number, cursor: Cursor): FlowPlace | null {
  const before = cursor.pages.at(-2);
  if (!before || before.isTurned !== cursor.page.isTurned || cursor.isTop) return null;
  const back = textToMove(items, closing, before);
  if (!back || cursor.page.pieces.some((piece) => piece.item <= back.index)) return null;
  takeBack(cursor, cursor.pages.length - 2, back);
  cursor.pages.pop();
  cursor.page = cursor.pages.at(-1)!;
  nextPage(cursor);
  return back;
}

/** Takes from a page all that stands from a place on. The page may be that of another flow too: it is another one afterwards. */
function takeBack(cursor: Cursor, at: number, { index, line }: FlowPlace): void {
  const page = cursor.pages[at]!;
  const pieces = page.pieces.flatMap((piece) => {
    if (piece.item < index) return [piece];
    return piece.item === index && piece.first < line ? [{ ...piece, last: line }] : [];
  });
  const notes = page.notes.filter((note) => note.item < index || (note.item === index && note.line < line));
  cursor.pages[at] = { ...page, pieces, notes, hasText: page.hasText && (page.cells.length > 0 || pieces.some((piece) => piece.isText)), range: null };
  if (cursor.page === page) cursor.page = cursor.pages[at];
}
