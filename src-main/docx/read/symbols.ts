import { circledNumber } from '#core/units/chinese-number.ts';
import type { Account } from './account.ts';

/** Boxes, ticks and numbers of the Wingdings fonts. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0xa8: '□', 0x6f: '□', 0x71: '□', 0x72: '□', 0xfe: '☑', 0x52: '☑', 0xfd: '☒', 0xfc: '✓', 0xfb: '✗', 0x6c: '●', 0x6e: '■', 0x75: '◆', 0xab: '★', 0xd8: '➢', 0xe0: '→', 0xdf: '←', 0xa1: '○',
};
/** What people take from the font Symbol. */
const SYMBOL: Readonly<Record<number, string>> = { 0xb4: '×', 0xb8: '÷', 0xb1: '±', 0xb0: '°', 0xa3: '≤', 0xb3: '≥', 0xb9: '≠', 0xbb: '≈', 0xb7: '·', 0xae: '→', 0xa5: '∞', 0xd6: '√' };

/** The character a w:sym shows; one whose meaning only its font knows is kept as it is and told of. */
export function symbol(font: string, code: string | undefined, account: Account): string {
  const point = Number.parseInt(code ?? '', 16);
  if (Number.isNaN(point) || point > 0x10ffff) return '';
  const inFont = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  const known = /^symbol$/i.test(font) ? SYMBOL[inFont] : inFont >= 0x81 && inFont <= 0x8a && /^wingdings$/i.test(font) ? circledNumber(inFont - 0x80) : point >= 0xf000 || /dings/i.test(font) ? WINGDINGS[inFont] : undefined;
  if (known !== undefined) return known;
  const text = String.fromCodePoint(point).toWellFormed();
  if (point >= 0xe000 && point <= 0xf8ff) account.note('symbol', `${font} ${code}`);
  return text;
}
