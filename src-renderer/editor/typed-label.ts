import type { MarkerStyle } from '#core/document/numbering.ts';
import { readChineseNumeral } from '#core/units/chinese-number.ts';

/** A heading number a person has typed: its level, its number, and how many characters it takes. */
export interface TypedLabel {
  readonly level: 1 | 2 | 3 | 4;
  readonly number: number;
  readonly length: number;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';

/** The four written forms, as typed with care: 一、（一）1.（1）; half-width brackets pass, because every keyboard writes them. */
const EXACT: readonly (readonly [1 | 2 | 3 | 4, RegExp])[] = [
  [1, new RegExp(`^(${CHINESE})、`)],
  [2, new RegExp(`^[（(](${CHINESE})[)）]`)],
  // 1. counts only once something other than a digit follows: 1.5万 is a figure.
  [3, /^(\d{1,2})[.．](?=[^\d\s])/],
  [4, /^[（(](\d{1,2})[)）]/],
];

/** The same as found in texts from elsewhere: 1、 （一）、 and blanks after the number are common slips. */
const LOOSE: readonly (readonly [1 | 2 | 3 | 4, RegExp])[] = [
  [1, new RegExp(`^(${CHINESE})[、．.]\\s*`)],
  [2, new RegExp(`^[（(](${CHINESE})[)）][、，．.]?\\s*`)],
  [3, /^(\d{1,2})(?:[.．](?!\d)|、)\s*/],
  [4, /^[（(](\d{1,2})[)）][、，．.]?\s*/],
];

/** The heading number at the start of a paragraph. `loose` for pasted text, where slips are to be repaired. */
export function findTypedLabel(text: string, how: 'exact' | 'loose'): TypedLabel | undefined {
  for (const [level, pattern] of how === 'exact' ? EXACT : LOOSE) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = level === 1 || level === 2 ? readChineseNumeral(match[1]!) : Number(match[1]);
    if (number !== undefined && number > 0) return { level, number, length: match[0].length };
  }
  return undefined;
}

/** 一是 or 第一， just typed at the start of a sentence; `start` is its offset in the paragraph. */
export interface TypedMarker {
  readonly style: MarkerStyle;
  readonly number: number;
  readonly start: number;
  readonly length: number;
}

const MARKERS: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['shi', new RegExp(`(?<=^|[。；：])(${CHINESE})是`, 'g')],
  ['di', new RegExp(`(?<=^|[。；：])第(${CHINESE})，`, 'g')],
];

/** The inline numbers in a paragraph up to the caret that were finished after the offset `since`, in order. */
export function findTypedMarkers(before: string, since: number): TypedMarker[] {
  return MARKERS.flatMap(([style, pattern]) => [...before.matchAll(pattern)].flatMap((match): TypedMarker[] => {
    const number = readChineseNumeral(match[1]!);
    return number && match.index + match[0].length > since ? [{ style, number, start: match.index, length: match[0].length }] : [];
  })).sort((a, b) => a.start - b.start);
}
