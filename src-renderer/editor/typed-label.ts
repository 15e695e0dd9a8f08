import type { MarkerStyle } from '#core/document/numbering.ts';
import { readChineseNumeral } from '#core/units/chinese-number.ts';

/** A number a person has typed at the start of a paragraph: of what, its level, its number, and how many characters it takes. */
export interface TypedLabel {
  readonly role: 'heading' | 'article';
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly number: number;
  readonly length: number;
}

type Form = readonly [TypedLabel['role'], TypedLabel['level'], RegExp];

const CHINESE = '[一二三四五六七八九十百零〇]{1,6}';
const CIRCLED = '[①-⑳㉑-㉟㊱-㊿]';

/** 第一章, 第一节, 第一条 want a blank after them: 第一条规定 is running text. */
const ARTICLES: readonly Form[] = (['章', '节', '条'] as const).map((unit, index) => ['article', (index + 1) as 1 | 2 | 3, new RegExp(`^第(${CHINESE})${unit}[ \\u3000]+`)]);

/** The written forms, as typed with care: 一、（一）1.（1）①; half-width brackets pass, because every keyboard writes them, and 1、, because many a hand does. */
const EXACT: readonly Form[] = [
  ['heading', 1, new RegExp(`^(${CHINESE})、`)],
  ['heading', 2, new RegExp(`^[（(](${CHINESE})[)）]`)],
  // 1. counts only once something other than a digit follows: 1.5万 is a figure, 1、2月 are months.
  ['heading', 3, /^(\d{1,3})[.．、](?=[^\d\s])/],
  ['heading', 4, /^[（(](\d{1,3})[)）]/],
  ['heading', 5, new RegExp(`^(${CIRCLED})`)],
  ...ARTICLES,
];

/** The same as found in texts from elsewhere: 1、 （一）、 and blanks after the number are common slips. ① there numbers all sorts of things. */
const LOOSE: readonly Form[] = [
  ['heading', 1, new RegExp(`^(${CHINESE})[、．.]\\s*`)],
  ['heading', 2, new RegExp(`^[（(](${CHINESE})[)）][、，．.]?\\s*`)],
  ['heading', 3, /^(\d{1,3})(?:[.．](?!\d)|、)\s*/],
  ['heading', 4, /^[（(](\d{1,3})[)）][、，．.]?\s*/],
  ...ARTICLES,
];

/** The number at the start of a paragraph. `loose` for pasted text, where slips are to be repaired. */
export function findTypedLabel(text: string, how: 'exact' | 'loose'): TypedLabel | undefined {
  for (const [role, level, pattern] of how === 'exact' ? EXACT : LOOSE) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = readNumber(match[1]!);
    if (number !== undefined && number > 0) return { role, level, number, length: match[0].length };
  }
  return undefined;
}

function readNumber(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const code = text.codePointAt(0)!;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return readChineseNumeral(text);
}

/** 一是 or 第一， just typed at the start of a sentence, or 二是 within one; `start` is its offset in the paragraph. */
export interface TypedMarker {
  readonly style: MarkerStyle;
  readonly number: number;
  readonly start: number;
  readonly length: number;
}

/** 一是 and 第一， open a sentence anywhere; brackets and circles only inside a paragraph, for at its start they are headings. */
const MARKERS: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['shi', new RegExp(`(?<=^|[。；：，])(${CHINESE})是`, 'g')],
  ['di', new RegExp(`(?<=^|[。；：])第(${CHINESE})，`, 'g')],
  ['paren', new RegExp(`(?<=[。；：，])[（(](${CHINESE})[)）]`, 'g')],
  ['parenArabic', /(?<=[。；：，])[（(](\d{1,2})[)）]/g],
  ['circled', new RegExp(`(?<=[。；：，])(${CIRCLED})`, 'g')],
];

/** After a comma only what goes on counts: …，二是…. A first one there is wording until a second follows. */
const isLoneFirst = (before: string, { number, start }: TypedMarker): boolean => number === 1 && before[start - 1] === '，';

/** The inline numbers in a paragraph up to the caret that were finished after the offset `since`, in order. */
export function findTypedMarkers(before: string, since: number): TypedMarker[] {
  const found = MARKERS.flatMap(([style, pattern]) => [...before.matchAll(pattern)].flatMap((match): TypedMarker[] => {
    const number = readNumber(match[1]!);
    return number ? [{ style, number, start: match.index, length: match[0].length }] : [];
  })).sort((a, b) => a.start - b.start);
  const isNew = ({ start, length }: TypedMarker): boolean => start + length > since;
  return found.filter((each, index) => {
    if (!isLoneFirst(before, each)) return isNew(each);
    const second = found.slice(index + 1).find(({ style }) => style === each.style);
    return second?.number === 2 && isNew(second);
  });
}
