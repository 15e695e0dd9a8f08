import type { Composition, Item, ParagraphItem, Section } from './items.ts';
import { flowTable, openingHeight } from './flow-table.ts';
import { putImprint } from './put-imprint.ts';
import { addPage, bottomOf, leftOf, nextPage, putLines, topOf, widthOf } from './pages.ts';
import type { Cursor, LaidPage } from './pages.ts';
import type { FlowOptions } from './flow-options.ts';
import type { Profile } from './profile.ts';
import type { Millipoints } from './unit.ts';

/** Pages, and what had to be done to them or could not be. */
export interface Flowed {
  readonly pages: readonly LaidPage[];
  /** Text was taken to the next page so that a 落款 does not stand there alone; the ladder would spare it. */
  readonly isTextMoved: boolean;
  /** Positions of 落款 that stand on a page without text all the same. */
  readonly alone: readonly number[];
  /** The paragraph before a 落款 is so long that together they may fill a page. */
  readonly isEndLong: boolean;
}

/** Stacks a composed document on pages: headings with what follows, a 落款 with text, the 版记 at the foot of the last page. */
export function flowDocument(composition: Composition, options: FlowOptions): Flowed {
  const pages: LaidPage[] = [];
  const state = { isTextMoved: false, alone: [] as number[], isEndLong: false };
  composition.sections.forEach((section, index) => {
    if (options.arePartsOdd && index > 0 && pages.length % 2 === 1) addBlank(pages);
    const page = addPage(pages, section.page, section.isTurned);
    const cursor: Cursor = { pages, page, y: topOf(page), isTop: true };
    if (index === 0) putHead(composition, cursor);
    flowSection(section, cursor, options, state);
    if (index === composition.sections.length - 1) putImprint(composition.imprint, cursor, options);
  });
  if (!options.isFirstNumbered) pages[0]!.folio = null;
  return { pages, ...state };
}

/** An even page left empty; it is counted and bears no number (7.5). */
function addBlank(pages: LaidPage[]): void {
  const { geometry, isTurned } = pages.at(-1)!;
  addPage(pages, geometry, isTurned).folio = null;
}

function putHead({ head }: Composition, cursor: Cursor): void {
  const { page } = cursor;
  for (const { item, y } of head.items) putLines(page, item, 0, item.laid.lines.length, topOf(page) + y);
  page.rules.push(...head.rules);
  if (head.start > 0) {
    cursor.y += head.start;
    cursor.isTop = false;
  }
}

interface FlowState {
  isTextMoved: boolean;
  isEndLong: boolean;
  readonly alone: number[];
}

/** Flows the items of a section; where a 落款 would stand alone it goes back to the text before it. */
function flowSection(section: Section, cursor: Cursor, { profile, arePartsOdd }: FlowOptions, state: FlowState): void {
  const { items } = section;
  const settled = new Set<number>();
  let rowTop = cursor.y;
  let isForced = true;
  for (let index = 0, line = 0; index < items.length; ) {
    const item = items[index]!;
    if (item.kind === 'table') {
      if (!cursor.isTop && cursor.y + openingHeight(item.table) > bottomOf(cursor.page)) nextPage(cursor);
      flowTable(item, cursor, profile.snapsAfterTables, index);
      isForced = false;
      index++;
      continue;
    }
    if (line === 0 && item.startsPage && !cursor.isTop) {
      if (arePartsOdd && cursor.pages.length % 2 === 1) addBlank(cursor.pages);
      nextPage(cursor);
      isForced = true;
    }
    const isBeside = item.isBeside && line === 0 && rowTop + item.down + heightOf(item) <= bottomOf(cursor.page);
    if (isBeside) {
      putLines(cursor.page, item, 0, item.laid.lines.length, rowTop + item.down, index);
      addSeal(cursor.page, item, rowTop);
      cursor.y = Math.max(cursor.y, rowTop + item.down + heightOf(item));
      index++;
      continue;
    }
    if (line === 0 && item.closes && profile.fits && !settled.has(index) && !cursor.page.hasText) {
      settled.add(index);
      // Only a 附件说明 has come to this page: the end of the text comes too.
      const back = textOfPageBefore(items, index, cursor);
      if (back) {
        state.isTextMoved = true;
        ({ index, line } = back);
        continue;
      }
    }
    // Space above is lost at the top of a page, unless a page break was asked for.
    if (line === 0 && (!cursor.isTop || isForced)) {
      const need = neededHeight(items, index, cursor.page, profile);
      if (!cursor.isTop && cursor.y + item.before + need > bottomOf(cursor.page)) {
        const back = profile.fits && item.closes && !settled.has(index) ? textToMove(items, index, cursor.page) : null;
        settled.add(index);
        if (back) {
          state.isTextMoved = true;
          takeBack(cursor.page, back);
          ({ index, line } = back);
          nextPage(cursor);
          isForced = false;
          continue;
        }
        nextPage(cursor);
        isForced = false;
      } else {
        cursor.y += item.before;
      }
    }
    rowTop = cursor.y;
    while (line < item.laid.lines.length) {
      const room = Math.floor((bottomOf(cursor.page) - cursor.y) / item.pitch);
      const last = Math.min(item.laid.lines.length, line + (cursor.isTop ? Math.max(1, room) : Math.max(0, room)));
      if (last > line) {
        if (line === 0) addSeal(cursor.page, item, cursor.y);
        rowTop = cursor.y;
        putLines(cursor.page, item, line, last, cursor.y, index);
        cursor.y += (last - line) * item.pitch;
        cursor.isTop = false;
        line = last;
      }
      if (line < item.laid.lines.length) nextPage(cursor);
    }
    isForced = false;
    if (item.closes) state.isEndLong ||= isLong(items[index - 1]);
    if (item.closes && !cursor.page.hasText && !cursor.page.pieces.some((piece) => piece.role === 'attachmentNote')) state.alone.push(item.pos);
    if (item.rule) {
      cursor.page.rules.push({ x: leftOf(cursor.page), y: cursor.y + item.rule.gap, width: widthOf(cursor.page), height: item.rule.weight, color: 'red', kind: 'masthead' });
      cursor.y += item.rule.gap + item.rule.weight;
    }
    cursor.y += item.after;
    index++;
    line = 0;
  }
}

const heightOf = (item: ParagraphItem): Millipoints => item.laid.lines.length * item.pitch;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x3000;

function addSeal(page: LaidPage, item: ParagraphItem, y: Millipoints): void {
  if (!item.seal) return;
  const { laid, align, pos } = item;
  const line = laid.lines[0]!;
  const slack = laid.form.measure - line.indent - line.width;
  const start = leftOf(page) + item.x + line.indent + (align === 'right' ? slack : align === 'center' ? slack >> 1 : 0);
  const { down, radius, box } = item.seal;
  if (box === null) page.seals.push({ x: start + (line.width >> 1), y: y + down, radius, box, from: pos + 1 });
  else {
    // 市长　林见川: the post stands before the 签名章, not under it.
    let name = line.inner;
    while (name > line.start && !isBlank(laid.text.codes[name - 1]!)) name--;
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
function neededHeight(items: readonly Item[], index: number, page: LaidPage, profile: Profile): Millipoints {
  const first = items[index] as ParagraphItem;
  let total = 0;
  let row = 0;
  for (let at = index; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind === 'table') {
      row += openingHeight(item.table);
      break;
    }
    const keeps = item.keepsWithNext || (!profile.fits && keepsToClosing(items, at));
    const height = keeps || item.closes ? heightOf(item) : item.pitch;
    if (item.isBeside) row = Math.max(row, height);
    else {
      total += row + (at > index ? item.before : 0);
      row = height;
    }
    const next = items[at + 1];
    if (!keeps && !(next?.kind === 'paragraph' && next.isBeside)) break;
    if (keeps) row += item.after;
  }
  total += row;
  return total > bottomOf(page) - topOf(page) ? first.pitch : total;
}

/** As our .docx has it: the end of the text and a short 附件说明 stay with the 落款. */
function keepsToClosing(items: readonly Item[], index: number): boolean {
  const isNote = (item: Item | undefined): boolean => item?.kind === 'paragraph' && item.role === 'attachmentNote';
  let after = index + 1;
  while (isNote(items[after])) after++;
  const closing = items[after];
  return closing?.kind === 'paragraph' && closing.closes && !(items[index] as ParagraphItem).closes && after - index <= LONGEST_CHAIN;
}

const LONGEST_CHAIN = 4;
/** A 落款 of several names takes half a page. */
const LONG_END = 8;
const isLong = (item: Item | undefined): boolean => item?.kind === 'paragraph' && item.isText && item.laid.lines.length >= LONG_END;

/** Lines of text that go with a 落款 to the next page, where there are so many. */
const LINES_MOVED = 2;

interface FlowPlace {
  readonly index: number;
  readonly line: number;
}

/** The text that goes to the next page with a 落款: two lines of it, with a short 附件说明 between; null where none can go. */
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
  while (index > 0 && items[index - 1]!.kind === 'paragraph' && (items[index - 1] as ParagraphItem).keepsWithNext && (items[index - 1] as ParagraphItem).isText) index--;
  return first && first.item < index ? { index, line: 0 } : null;
}

/** Where a page holds nothing but what goes with a 落款, gives it up and goes back to the text before it. */
function textOfPageBefore(items: readonly Item[], closing: number, cursor: Cursor): FlowPlace | null {
  const before = cursor.pages.at(-2);
  if (!before || before.isTurned !== cursor.page.isTurned || cursor.isTop) return null;
  const back = textToMove(items, closing, before);
  if (!back || cursor.page.pieces.some((piece) => piece.item <= back.index)) return null;
  takeBack(before, back);
  cursor.pages.pop();
  cursor.page = before;
  nextPage(cursor);
  return back;
}

/** Takes from a page all that stands from a place on. */
function takeBack(page: LaidPage, { index, line }: FlowPlace): void {
  const kept = page.pieces.flatMap((piece) => {
    if (piece.item < index) return [piece];
    return piece.item === index && piece.first < line ? [{ ...piece, last: line }] : [];
  });
  page.pieces.splice(0, Infinity, ...kept);
}
