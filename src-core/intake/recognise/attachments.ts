import { SOFT_BREAK } from '../build/soft-break.ts';
import type { Ledger } from '../ledger.ts';
import { lacksClose } from '../join-lines.ts';
import { isLine } from '../lines.ts';
import { typedWidth } from '../../units/text-width.ts';
import type { Line, Piece } from '../lines.ts';
import { join, slice, trim } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { ANNEX_MARK, CONTACT, DATE_LINE, NOTE, ORGANISATION_LINE, PUBLICITY } from './patterns.ts';
import { readLabel } from './label.ts';

const ITEM = /^(\d{1,2})[\s\u3000]*[.．、][\s\u3000]*|^[（(](\d{1,2})[）)]|^附件\s*(\d{1,2})[\s\u3000]*[：:.．]?[\s\u3000]*/;
/** 附件1 某表: an annex begins below the list, for the list has that number already. */
const OWN_MARK = /^附[件表][\s\u3000]*\d/;
const LEAD = /^附[\s\u3000]*件?[\s\u3000]*[：:]?[\s\u3000]*/;
const ITEM_INSIDE = /(?<=\S)[\s\u3000]*(?=(?:[2-9]|1\d)[.．、][^\d])/g;
const FILE_ENDING = /\.(?:docx?|xlsx?|pdf|wps|zip|rar)$/i;
/** 某表（点击下载）: what the page says of its link. */
const LINK_ENDING = /[\s\u3000]*[（(\[【](?:点击|请|可)?(?:此处)?(?:下载|查看|打开)(?:附件|文件|全文)?[）)\]】]$|[\s\u3000]+(?:点击下载|附件下载|下载)$/;

/** The next name stands on a line of its own in the same paragraph of a Word file. */
const BREAK_ENDING = new RegExp(`[\\s\\u3000${SOFT_BREAK}]+$`);

const MOST_LINES = 4;
/** A line as wide as the page may run on even where all lines stand apart. */
const FULL_LINE = 24;

export interface Attachments {
  readonly names: readonly Spelled[];
  /** Index of the first piece after the list. */
  readonly next: number;
  /** What was taken off: 附件： and numbers, line breaks inside names, marks and file endings after them. */
  readonly labels: readonly Spelled[];
  readonly joins: readonly Spelled[];
  readonly ends: readonly Spelled[];
}

/**
 * 附件说明 from the line at `start`: the names, without 附件： and numbers, and the index after it. A name that a line end broke
 * is put together; the list ends at a signature, a date, a note, or a line that is no item.
 */
export function readAttachments(pieces: readonly Piece[], start: number): Attachments | undefined {
  const first = pieces[start] as Line;
  const lead = LEAD.exec(first.text)![0].length;
  const labels: Spelled[] = [slice(first, 0, lead)];
  const joins: Spelled[] = [];
  const names: Spelled[][] = [];
  const begin = (text: Spelled): void => {
    const typed = ITEM.exec(text.text)?.[0].length ?? 0;
    if (typed > 0) labels.push(slice(text, 0, typed));
    names.push([slice(text, typed)]);
  };
  for (const item of splitItems(slice(first, lead))) begin(item);
  let next = start + 1;
  for (; next < pieces.length; next++) {
    const line = pieces[next];
    if (!isLine(line) || line.said || line.text.length > 120) break;
    const item = ITEM.exec(line.text);
    const last = names[names.length - 1];
    if (item && Number(item[1] ?? item[2] ?? item[3]) === names.length + 1) for (const each of splitItems(line)) begin(each);
    else if (isFile(line.text) && (names.length === 0 || isFile(last?.[0]?.text ?? '')) && onlyFilesBelow(pieces, next)) begin(line);
    else if (last && last.length < MOST_LINES && continuesName(last[last.length - 1]!, line, pieces[next + 1])) {
      joins.push(slice(line, 0, 1));
      last.push(line);
    } else if (names.length === 0 && isOnlyName(line, pieces.slice(next + 1, next + 4))) begin(line);
    else break;
  }
  const ends: Spelled[] = [];
  const whole = names.map((parts) => trimEnding(trim(join(parts)), ends)).filter((name) => name.text !== '');
  return whole.length > 0 ? { names: whole, next, labels, joins, ends } : undefined;
}

/** Enters a list that was taken into the account. */
export function noteAttachments({ labels, joins, ends }: Attachments, ledger: Ledger): void {
  for (const label of labels) ledger.note('computed-label', label);
  for (const line of joins) ledger.note('joined-line', line);
  for (const end of ends) ledger.note('dropped-website-remains', end);
}

function splitItems(text: Spelled): Spelled[] {
  if (text.text === '') return [];
  if (!/^1[.．、]/.test(text.text)) return [text];
  const cuts = [0, ...[...text.text.matchAll(ITEM_INSIDE)].map((match) => match.index), text.text.length];
  return cuts.slice(1).map((end, index) => trim(slice(text, cuts[index]!, end)));
}

/** 某表.docx, one a line and no number before it: a page's links to what goes with the text, down to its end. */
const isFile = (text: string): boolean => FILE_ENDING.test(text) && text.length <= 80 && !/[。；：]/.test(text) && !NAMELESS.test(text);
const onlyFilesBelow = (pieces: readonly Piece[], start: number): boolean => pieces.length - start <= MOST_FILES && pieces.slice(start).every((piece) => isLine(piece) && !piece.said && isFile(piece.text));
const NAMELESS = /^附件\s*\d*\s*\./;
const MOST_FILES = 20;

/** Below 附件： alone, and above what closes the text, stands the one name there is. */
const isOnlyName = (line: Line, below: readonly Piece[]): boolean =>
  line.text.length <= 60 && !/[。；：]/.test(line.text) && !DATE_LINE.test(line.text) && !ORGANISATION_LINE.test(line.text) && !readLabel(line.text) && isLine(below[0]) && (DATE_LINE.test(below[0].text) || (ORGANISATION_LINE.test(below[0].text) && below.slice(1).some((piece) => isLine(piece) && DATE_LINE.test(piece.text))));

/** The rest of a broken name: right below, no label, no element of its own. */
function continuesName(above: Spelled, line: Line, after: Piece | undefined): boolean {
  const { text } = line;
  if ((line.gap && !lacksClose(above.text) && typedWidth(above.text) < FULL_LINE) || ANNEX_MARK.test(text) || OWN_MARK.test(text) || readLabel(text) || DATE_LINE.test(text) || NOTE.test(text) || PUBLICITY.test(text) || CONTACT.test(text) || /[。；：]/.test(text)) return false;
  return !(ORGANISATION_LINE.test(text) && isLine(after) && (DATE_LINE.test(after.text) || ORGANISATION_LINE.test(after.text)));
}

/** No mark stands after an attachment's name (GB/T 9704—2012 7.3.4); a file's ending is the site's. */
export function trimEnding(name: Spelled, ends: Spelled[]): Spelled {
  const linked = trimOnce(trimOnce(name, BREAK_ENDING, ends), LINK_ENDING, ends);
  return trimOnce(linked, FILE_ENDING.test(linked.text) ? FILE_ENDING : /[。；，、]$/, ends);
}

function trimOnce(name: Spelled, pattern: RegExp, ends: Spelled[]): Spelled {
  const end = pattern.exec(name.text)?.[0] ?? '';
  if (end === '') return name;
  ends.push(slice(name, name.text.length - end.length));
  return slice(name, 0, name.text.length - end.length);
}
