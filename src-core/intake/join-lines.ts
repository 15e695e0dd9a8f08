import type { Ledger } from './ledger.ts';
import { isLine, withText } from './lines.ts';
import { typedWidth } from '../units/text-width.ts';
import type { Line, Piece } from './lines.ts';
import { readDivision } from './recognise/division.ts';
import { readLabel } from './recognise/label.ts';
import { isNameListLine } from './recognise/name-list.ts';
import { ANNEX_MARK, ATTACHMENT, CONTACT, COPY_TO, DATE_LINE, NOTE, NUMBER_LINE, ORGANISATION_LINE, PRINT_DATE, PRINT_RUN, PUBLICITY, isAddressee } from './recognise/patterns.ts';
import { rejoinAtMargin } from './rejoin-at-margin.ts';
import type { Group } from './rejoin-at-margin.ts';
import { firstOffset, join, lastOffset } from './spelled.ts';

/** A sentence has come to its end; a remark in brackets may stand behind it: ……。（县财政局负责）. */
const CLOSED = /[。！？；：…][”’』」）】\]]*$|[。！？…]$|[」』]$|[。！？；][”’』」）】]*（[^（）]*(?:（[^（）]*）[^（）]*)*）$/;
const CLOSING_FIRST = /^[，。；：、！？）》”’〕】]/;
const SHORTEST_PROSE = 20;

/**
 * Lines that page and column ends have broken become paragraphs again. In a text whose lines are all cut at one width, a full
 * line runs on; elsewhere a line runs on when it is running text without an end. Lines that begin an element never join upwards.
 */
export function joinLines(pieces: readonly Piece[], ledger: Ledger): Piece[] {
  const lines = pieces.filter(isLine);
  const margin = findMargin(lines);
  const page: Page = { margin, cut: findCut(lines), spaced: margin !== undefined && lines.filter((line) => line.gap).length > lines.length * 0.85 };
  const joined: Group[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = joined[joined.length - 1];
    if (last && isLine(piece) && last.parts.length > 0 && runsOn(last.parts, piece, pieces[index + 1], page)) {
      last.parts.push(piece);
      ledger.mark('joined-line', lastOffset(last.parts[last.parts.length - 2]!) + 1, firstOffset(piece));
    } else joined.push({ piece, parts: isLine(piece) ? [piece] : [] });
  }
  const begins = (line: Line, after: Piece | undefined): boolean => ITEM.test(line.text) || beginsElement(line, after);
  const whole = page.margin === undefined ? rejoinAtMargin(joined, begins, ledger) : joined;
  return whole.map(({ piece, parts }) => (parts.length > 1 ? withText(parts[0]!, join(parts)) : piece));
}

/** How a source cuts its lines. */
interface Page {
  /** The width all lines are cut at. */
  readonly margin: number | undefined;
  /** The width at which the first lines of paragraphs broke off, where the rest stands whole. */
  readonly cut: number | undefined;
  /** A blank line stands before every line, so that it tells nothing. */
  readonly spaced: boolean;
}

/** 一是 at the head of a line: a paragraph of its own, or the middle of one that happened to break there. */
const ITEM = /^[一二三四五六七八九十]{1,2}是[^否不]/;
/** What follows stands in paragraphs of its own, however full the line. */
const LEADS_ON = /(?:如下|以下[^，。]{0,12})：$/;
const FEWEST_CUTS = 3;

function findCut(lines: readonly Line[]): number | undefined {
  const broken = lines.filter(({ text }) => !CLOSED.test(text) && (/[，、；]/.test(text) || readLabel(text) !== undefined) && typedWidth(text) >= SHORTEST_PROSE && typedWidth(text) <= 45);
  if (broken.length < FEWEST_CUTS) return undefined;
  const widths = broken.map(({ text }) => typedWidth(text)).sort((a, b) => a - b);
  const middle = widths[Math.floor(widths.length / 2)]!;
  return widths.filter((width) => Math.abs(width - middle) <= 1).length >= Math.max(FEWEST_CUTS, widths.length / 2) ? middle : undefined;
}

/** The width all lines are cut at; undefined when paragraphs stand on one line each. */
function findMargin(lines: readonly Line[]): number | undefined {
  return marginFrom(lines, LEAST_WIDTH) ?? (isNarrowColumn(lines) ? marginFrom(lines, LEAST_OF_COLUMN) : undefined);
}

const LEAST_WIDTH = 15;
/** A column of a page set in two has lines so short. */
const LEAST_OF_COLUMN = 9;

/** Short lines are a column, and no list of names, when many of them break off inside a sentence. */
function isNarrowColumn(lines: readonly Line[]): boolean {
  const wide = lines.filter(({ text }) => typedWidth(text) >= LEAST_OF_COLUMN);
  return wide.filter(({ text }) => /[，。；、]/.test(text) && !CLOSED.test(text)).length > wide.length * 0.3;
}

/** As it stood on the page: blanks that a program set between figures and Han characters took up room, though they are gone. */
function widthOf(line: Line): number {
  const gone = line.text === '' ? 0 : lastOffset(line) - firstOffset(line) + 1 - line.text.length;
  return typedWidth(line.text) + (gone > 0 && gone <= MOST_BLANKS ? gone / 2 : 0);
}

const MOST_BLANKS = 12;

function marginFrom(lines: readonly Line[], least: number): number | undefined {
  const widths = Float64Array.from(lines, (line) => widthOf(line) + line.indent).filter((width) => width >= least).sort();
  if (widths.length < 6) return undefined;
  const margin = widths[Math.floor(widths.length * 0.9)]!;
  const full = widths.filter((width) => width >= margin - 3 && width <= margin + 2).length;
  return margin <= 60 && full / widths.length > 0.45 && widths[widths.length - 1]! <= margin * 1.25 ? margin : undefined;
}

function runsOn(parts: readonly Line[], next: Line, after: Piece | undefined, { margin, cut, spaced }: Page): boolean {
  const last = parts[parts.length - 1]!;
  if (last.said !== undefined || next.said !== undefined) return last.said === next.said;
  if (last.source?.whole || next.source?.whole || last.text === '') return false;
  if (CLOSING_FIRST.test(next.text) && !last.marked) return true;
  if (parts.length < 3 && last.text.length < 60 && lacksClose(last.text) && !CLOSED.test(last.text) && /^[^（]*）/.test(next.text)) return true;
  if (lacksTitleClose(last.text) && !CLOSED.test(last.text) && /^[^《。；：]{0,60}》/.test(next.text)) return true;
  if (/（[^（）]{0,8}$/.test(last.text) && /^[^（）。]{0,12}）/.test(next.text)) return true;
  if (continuesItems(parts, next)) return true;
  // Rows of a programme stand each for itself.
  if (SCHEDULED.test(next.text) && SCHEDULED.test(last.text)) return false;
  if (beginsElement(next, after) || endsElement(parts, last) || LEADS_ON.test(last.text)) return false;
  const gap = next.gap && !spaced;
  const first = parts[0]!;
  const width = physicalWidth(parts, margin);
  if (ITEM.test(next.text)) {
    const full = margin !== undefined && !gap && width >= margin - 3.5;
    if (!full && CLOSED.test(last.text)) return false;
    if (ITEM.test(first.text)) return full && !CLOSED.test(last.text);
  }
  if (margin !== undefined && !gap) {
    if (next.indent >= 1.5 && next.indent <= 4 && first.indent >= 1.5) return false;
    if (/^（/.test(next.text) && /[。！]$/.test(last.text)) return true;
    const closed = CLOSED.test(last.text);
    // A sentence that ends where one more character would have fitted ends its paragraph.
    if (width >= margin - (closed ? 1.5 : 3.5)) return true;
    if (/[，、”]$/.test(last.text)) return true;
    // A title that does not fill its line is whole.
    return !closed && !(parts.length === 1 && readLabel(first.text)) && parts.some((part) => /[，。；]/.test(part.text));
  }
  if (CLOSED.test(last.text)) return false;
  if (/[，、（“《]$/.test(last.text) || (TAIL.test(next.text) && width >= LEAST_WIDTH)) return true;
  if (cut !== undefined && parts.length === 1 && Math.abs(width - cut) <= 1) return true;
  const label = readLabel(first.text);
  if (label && label.level > 0 && parts.length === 1 && !/[。；]/.test(first.text)) return /，/.test(first.text) && width > 30 && /[。；]/.test(next.text);
  return isOpenProse(parts, width);
}

/** The last letters of a sentence. */
const TAIL = /^[\u4e00-\u9fff]{1,4}[。；]$/;

/** 上午 9:00—11:00 某科目, or the day above such rows. */
const SCHEDULED = /^(?:(?:上午|下午|中午|晚上|全天)[\s\u3000]*\d{1,2}[:：]\d{2}[^，。；]*|\d{1,2}月\d{1,2}日(?:（[^（）]{1,6}）)?)$/;

/** …：（一）…；/（二）…: the items of a sentence, one of which happens to begin a line. */
function continuesItems(parts: readonly Line[], next: Line): boolean {
  const label = /^（([一二三四五六七八九十]{1,3}|\d{1,2})）/.exec(next.text);
  if (!label || !/[；，、]$/.test(parts[parts.length - 1]!.text)) return false;
  const number = readLabel(next.text)?.number ?? 0;
  const before = [...parts.map((part) => part.text).join('').matchAll(INLINE_LABEL)].at(-1)?.[1];
  return before !== undefined && number > 1 && readLabel(`（${before}）`)?.number === number - 1 && /^\d/.test(before) === /^\d/.test(label[1]!);
}

const INLINE_LABEL = /(?<=[：；，、])（([一二三四五六七八九十]{1,3}|\d{1,2})）/g;
const HEAD_LINES = 30;

/** Above the text, where lines are not joined otherwise: a bracket that was opened takes in the next line that closes it. */
export function closeBrackets(pieces: readonly Piece[], ledger: Ledger): Piece[] {
  const closed: Piece[] = [];
  let isText = false;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const last = closed[closed.length - 1];
    isText ||= isLine(piece) && isAddressee(piece.text);
    const named = index < HEAD_LINES && !isText ? titleNamed(pieces, index) : [];
    if (named.length > 1) {
      for (const [at, line] of named.slice(1).entries()) ledger.mark('joined-line', lastOffset(named[at]!) + 1, firstOffset(line));
      closed.push(withText(named[0]!, join(named)));
      index += named.length - 1;
    } else if (index < HEAD_LINES && isLine(last) && isLine(piece) && !last.said && !piece.said && last.text.length < 60 && lacksClose(last.text) && !CLOSED.test(last.text) && /^[^（]{1,40}）$/.test(piece.text)) {
      ledger.mark('joined-line', lastOffset(last) + 1, firstOffset(piece));
      closed[closed.length - 1] = withText(last, join([last, piece]));
    } else closed.push(piece);
  }
  return closed;
}

/** 关于转发《××局关于印发 / 某方案的通知》的通知: the lines of a title that names another; the first alone where it names none, or whole. */
export function titleNamed(pieces: readonly Piece[], start: number): Line[] {
  const lines: Line[] = [];
  for (const line of pieces.slice(start, start + MOST_OF_TITLE)) {
    if (!isLine(line) || line.said || line.source || line.text.length > LONGEST_OF_TITLE || /[。；：，]/.test(line.text) || (lines.length > 0 && (line.gap || readLabel(line.text)))) return [];
    lines.push(line);
    if (!lacksTitleClose(lines.map(({ text }) => text).join(''))) return lines;
  }
  return [];
}

const MOST_OF_TITLE = 4;
const LONGEST_OF_TITLE = 60;

/** The name of a document was begun and not ended. */
const lacksTitleClose = (text: string): boolean => text.lastIndexOf('《') > text.lastIndexOf('》');

/** A bracket was opened and not closed. */
export const lacksClose = (text: string): boolean => text.lastIndexOf('（') > text.lastIndexOf('）');

/**
 * The width of the last line as it stood on the page: some programs cut a line at its quotation marks and brackets, so that
 * pieces of one line come as several.
 */
function physicalWidth(parts: readonly Line[], margin = Infinity): number {
  let width = widthOf(parts[parts.length - 1]!);
  for (let i = parts.length - 1; i > 0 && width < margin; i--) {
    const above = parts[i - 1]!;
    if (!CLOSING_FIRST.test(parts[i]!.text) && !(/^[“（《]/.test(parts[i]!.text) && typedWidth(above.text) < margin - 3.5)) break;
    width += widthOf(above);
  }
  return parts.length === 1 ? width + parts[0]!.indent : width;
}

/** Running text that has not come to its end; the last line alone, where a column was narrow, may be short. */
function isOpenProse(parts: readonly Line[], width: number): boolean {
  if (/[）)\]]$/.test(parts[parts.length - 1]!.text) && parts.length === 1 && width < SHORTEST_PROSE) return false;
  return parts.length > 1 || (width >= SHORTEST_PROSE && parts.some((part) => /[，。；、]/.test(part.text)));
}

function beginsElement(line: Line, after: Piece | undefined): boolean {
  const { text } = line;
  const label = readLabel(text);
  if (label && (label.level !== 3 || !/^\d{1,3}[.．]\d/.test(text))) return true;
  if (line.marked || readDivision(text) || /^第[一二三四五六七八九十百]{1,5}条/.test(text)) return true;
  if (ATTACHMENT.test(text) || ANNEX_MARK.test(text) || COPY_TO.test(text) || DATE_LINE.test(text) || PRINT_DATE.test(text) || PRINT_RUN.test(text)) return true;
  if (PUBLICITY.test(text) || CONTACT.test(text) || NUMBER_LINE.test(text) || isNameListLine(text) || isAddressee(text)) return true;
  if (NOTE.test(text) && /公开|联系|本文|此件|删减/.test(text)) return true;
  if (isLine(after) && (DATE_LINE.test(after.text) || ORGANISATION_LINE.test(after.text)) && ORGANISATION_LINE.test(text)) return true;
  return /^(?:特此|感谢您|感谢你们|此致|附表|注[：:]|下一步，)/.test(text) || text === '' || /^第[一二三四五六七八九十]{1,2}，/.test(text);
}

function endsElement(parts: readonly Line[], last: Line): boolean {
  const first = parts[0]!.text;
  if (parts[0]!.marked || readDivision(first) || DATE_LINE.test(last.text) || NUMBER_LINE.test(last.text) || isAddressee(last.text) || NOTE.test(last.text)) return true;
  return ANNEX_MARK.test(first) || ATTACHMENT.test(first) || COPY_TO.test(first) || isNameListLine(last.text) || PUBLICITY.test(first) || CONTACT.test(first) || PRINT_DATE.test(first);
}
