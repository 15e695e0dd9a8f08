import { readChineseNumeral } from '../../units/chinese-number.ts';
import type { MarkerStyle } from '../../document/numbering.ts';

/** An enumeration inside a text (一是…；二是…。 第一，…): where its label stands and which number it has. */
export interface Item {
  readonly style: MarkerStyle;
  readonly number: number;
  readonly start: number;
  readonly length: number;
}

const SHI = /(?:^|(?<=[。；：，、！？”）\s]))([一二三四五六七八九十]{1,3})是(?!否)/g;
/** …道路一是…；二是…: the first one may run on without a mark; 统一是 and the like are words. */
const LOOSE_FIRST = /(?<=[\u4e00-\u9fff])(?<![统唯之第单不同专万逐十百千零〇二三四五六七八九])(一)是(?!否)/;
const DI = /(?:^|(?<=[。；：！？”\s]))第([一二三四五六七八九十]{1,3})[，、](?!第?[一二三四五六七八九十]{1,2}[^，]{0,3}(?:产业|季度|条|款|项|次|批|届))/g;

/** Brackets and circles number other things too (第（一）项, （1）式): they count only inside a sentence, after a mark, and in a row from one. */
const PAREN = /(?<=[：；。，])[（(]([一二三四五六七八九十]{1,3})[)）](?![项款条目类级、和至])/g;
const PAREN_ARABIC = /(?<=[：；。，])[（(](\d{1,2})[)）](?![项款条目类级式、和至])/g;
const CIRCLED = /(?:^|(?<=[：；。，]))([①-⑳])/g;

/** Candidates in one text, in order; whether they are a series is for `keepSeries` to say. */
export function findItems(text: string): Item[] {
  const items: Item[] = [];
  if (text.includes('是')) for (const match of text.matchAll(SHI)) add('shi', match);
  if (items[0]?.number === 2) {
    const first = LOOSE_FIRST.exec(text.slice(0, items[0].start));
    if (first) add('shi', first);
  }
  if (text.includes('第')) for (const match of text.matchAll(DI)) add('di', match);
  if (/[（(]/.test(text)) {
    for (const match of text.matchAll(PAREN)) add('paren', match);
    for (const match of text.matchAll(PAREN_ARABIC)) add('parenArabic', match);
  }
  if (/[①-⑳]/.test(text)) for (const match of text.matchAll(CIRCLED)) add('circled', match);
  return items.sort((a, b) => a.start - b.start);

  function add(style: Item['style'], match: RegExpExecArray): void {
    const number = readItemNumber(match[1]!);
    if (number !== undefined && number > 0 && number < 30) items.push({ style, number, start: match.index, length: match[0].length });
  }
}

/** The number in 一百零二, 12 or ②; undefined for anything else. */
export const readItemNumber = (text: string): number | undefined => {
  const code = text.codePointAt(0)!;
  for (const [first, last, one] of [[0x2460, 0x2473, 1], [0x3251, 0x325f, 21], [0x32b1, 0x32bf, 36]] as const) if (code >= first && code <= last) return code - first + one;
  return /^\d+$/.test(text) ? Number(text) : readChineseNumeral(text);
};

const SAID: readonly (readonly [MarkerStyle, RegExp])[] = [['shi', /^(.+)是$/], ['di', /^第(.+)，$/], ['parenArabic', /^（(\d+)）$/], ['paren', /^（(.+)）$/], ['circled', /^(\S)$/u]];

/** An inline number written by ourselves: its style and its number. */
export function readItem(text: string): Pick<Item, 'style' | 'number'> | undefined {
  for (const [style, pattern] of SAID) {
    const match = pattern.exec(text);
    const number = match ? readItemNumber(match[1]!) : undefined;
    if (number !== undefined) return { style, number };
  }
  return undefined;
}

/**
 * Of the items of consecutive texts, those that count: 一是 followed by 二是 in the same text or at the beginning of one soon
 * after. A lone 一是 or 统一是 is ordinary wording. Brackets must be a row from one in the same text.
 */
export function keepSeries(texts: readonly (readonly Item[])[]): Item[][] {
  return texts.map((items, index) => items.filter((item) => {
    if (item.style === 'paren' || item.style === 'parenArabic' || (item.style === 'circled' && item.start > 0)) return inRow(items, item);
    const mate = (other: Item): boolean => other.style === item.style && (other.number === item.number + 1 || (item.number > 1 && other.number === item.number - 1));
    if (items.some(mate)) return true;
    return item.start === 0 && [...texts.slice(Math.max(0, index - 4), index), ...texts.slice(index + 1, index + 5)].some((others) => others[0]?.start === 0 && mate(others[0]));
  }));
}

/** True in a row 1, 2, … of at least two of the same style. */
function inRow(items: readonly Item[], item: Item): boolean {
  const row: Item[] = [];
  for (const each of items) {
    if (each.style !== item.style) continue;
    if (each.number === 1) {
      if (row.includes(item)) break;
      row.length = 0;
    }
    if (each.number === row.length + 1) row.push(each);
  }
  return row.length > 1 && row.includes(item);
}
