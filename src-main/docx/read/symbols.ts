import { circledNumber } from '#core/units/chinese-number.ts';
import type { Account } from './account.ts';

/** Boxes, ticks and numbers of the Wingdings fonts. */
const WINGDINGS: Readonly<Record<number, string>> = {
  ...numbers(0x81), 0xa8: '□', 0x6f: '□', 0x71: '□', 0x72: '□', 0xfe: '☑', 0x52: '☑', 0xfd: '☒', 0xfc: '✓', 0xfb: '✗', 0x6c: '●', 0x6e: '■', 0x75: '◆', 0xab: '★', 0xd8: '➢', 0xe0: '→', 0xdf: '←', 0xa1: '○',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { ...numbers(0x6a), 0x50: '✓', 0x4f: '✗', 0x52: '☑', 0x51: '☒', 0x53: '☒', 0x54: '☒', 0xa3: '□', 0xa2: '■' };
const WEBDINGS: Readonly<Record<number, string>> = { 0x61: '✓', 0x72: '✗', 0x63: '□', 0x67: '■', 0x6e: '●' };
/** What people take from the font Symbol. */
const SYMBOL: Readonly<Record<number, string>> = { 0xb4: '×', 0xb8: '÷', 0xb1: '±', 0xb0: '°', 0xa3: '≤', 0xb3: '≥', 0xb9: '≠', 0xbb: '≈', 0xb7: '·', 0xae: '→', 0xa5: '∞', 0xd6: '√' };

/** The character a w:sym shows; one whose meaning only its font knows is kept as it is and told of. */
export function symbol(font: string, code: string | undefined, account: Account): string {
  const point = Number.parseInt(code ?? '', 16);
  if (Number.isNaN(point) || point > 0x10ffff) return '';
  const inFont = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  const known = pictures(font, point)?.[inFont];
  if (known !== undefined) return known;
  const text = String.fromCodePoint(point).toWellFormed();
  if (point >= 0xe000 && point <= 0xf8ff) account.note('symbol', `${font} ${code}`);
  return text;
}

/** Letters of such a font typed as text: each is its picture; blanks and all that is beyond the font stay. */
export const symbolsIn = (text: string, font: string, account: Account): string =>
  text.replace(/[\u0021-\u00ff\uf021-\uf0ff]/g, (letter) => (pictures(font, letter.charCodeAt(0)) ? symbol(font, (0xf000 | letter.charCodeAt(0)).toString(16), account) : letter));

export const isSymbolFont = (font: string): boolean => /^(?:wingdings(?: [23])?|webdings)$/i.test(font);

/** The table of a font; boxes and ticks without a font are those of Wingdings. */
function pictures(font: string, point: number): Readonly<Record<number, string>> | undefined {
  if (/^symbol$/i.test(font)) return SYMBOL;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2;
  if (/^webdings$/i.test(font)) return WEBDINGS;
  return point >= 0xf000 || /dings/i.test(font) ? WINGDINGS : undefined;
}

/** ① to ⑩ from this place on. */
function numbers(first: number): Record<number, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, index) => [first + index, circledNumber(index + 1)]));
}
