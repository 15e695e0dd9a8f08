import { headingLabel } from '../document/numbering.ts';
import { readChineseNumeral } from '../units/chinese-number.ts';

/** A number somebody typed at the beginning of a paragraph. */
export interface TypedLabel {
  /** The level it stands for: 一、=1 （一）=2 1.=3 （1）=4 ①=5. */
  readonly level: number;
  readonly number: number;
  /** Characters of the text it takes, blanks after it included. */
  readonly length: number;
  readonly text: string;
  /** How it should be written; equal to `text` when it is well formed (blanks aside). */
  readonly right: string;
  /** Written so that it may be something else: 一 followed by a blank or comma. */
  readonly isDoubtful: boolean;
}

const CN = '[一二三四五六七八九十百零]{1,5}';

interface Form {
  readonly pattern: RegExp;
  readonly level: (digits: string) => number;
  readonly isDoubtful?: boolean;
}

const isArabic = (digits: string): boolean => /^\d/.test(digits);

/** The forms of GB/T 9704—2012 7.3.3 and their disguises, N01–N05. A number that counts or measures something is none. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(`^(${CN})、(?![一二三四五六七八九十])`), level: () => 1 },
  { pattern: new RegExp(`^(${CN})[.．](?!\\d)`), level: () => 1 },
  { pattern: new RegExp(`^(${CN})(?:，|\\s)`), level: () => 1, isDoubtful: true },
  { pattern: new RegExp(`^[（(](${CN}|\\d{1,2})[)）][、.．，]?`), level: (digits) => (isArabic(digits) ? 4 : 2) },
  { pattern: /^(\d{1,2})[.．](?!\d)/, level: () => 3 },
  { pattern: /^(\d{1,2})、(?!\d)/, level: () => 3 },
  { pattern: /^(\d{1,2})[)）]/, level: () => 4 },
  { pattern: /^([㈠-㈩])[、.．]?/, level: () => 2 },
  { pattern: /^([⑴-⒇])[、.．]?/, level: () => 4 },
  { pattern: /^([①-⑳])[、.．]?/, level: () => 5 },
];

/** Reads a number typed at the beginning of a text; undefined when there is none. */
export function readTypedLabel(text: string): TypedLabel | undefined {
  for (const { pattern, level: levelOf, isDoubtful = false } of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = readNumber(match[1]!);
    if (number === undefined || number < 1) continue;
    const level = levelOf(match[1]!);
    const written = match[0].trimEnd();
    const blanks = /^[ \t\u{3000}]*/u.exec(text.slice(match[0].length))![0].length;
    return { level, number, length: match[0].length + blanks, text: written, right: write(level, number, written), isDoubtful };
  }
  return undefined;
}

/** What the whole number is written like; 齐线点 U+FF0E is as good as a full stop where a document keeps to it. */
const write = (level: number, number: number, written: string): string => (level === 3 && written.endsWith('．') ? `${number}．` : headingLabel(level, number));

function readNumber(digits: string): number | undefined {
  if (isArabic(digits)) return Number(digits);
  const code = digits.codePointAt(0)!;
  for (const first of [0x2460, 0x2474, 0x3220]) if (code >= first && code < first + 20) return code - first + 1;
  return readChineseNumeral(digits);
}
