import { readChineseNumeral } from '../../units/chinese-number.ts';

/** The number a paragraph begins with, in any of its disguises. */
export interface TypedLabel {
  /** 1–4 as GB/T 9704—2012 7.3.3 counts them, 5 for ①; 0 for 第一条, which is no heading. */
  readonly level: number;
  readonly number: number;
  /** How many characters of the line are label, blanks after it included. */
  readonly length: number;
  /** Written as the standard writes it: 一、（一）1.（1）. */
  readonly isPlain: boolean;
}

const CN = '[一二三四五六七八九十百]{1,5}';
const FORMS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(${CN})[\\s\\u3000]*(?:、|[．.](?!\\d))`), 1],
  [new RegExp(`^(${CN})[\\u3000 ]{1,2}(?=[\\u4e00-\\u9fff]{2,24}$)`), 1],
  [new RegExp(`^[（(][\\s\\u3000]*(${CN})[\\s\\u3000]*[）)][、．.，]?`), 2],
  [new RegExp(`^(${CN})[）)](?=[\\u4e00-\\u9fff])`), 2],
  [/^([㈠-㈩])[、．.]?/, 2],
  [/^(\d{1,3})[\s\u3000]*(?:、(?!\d{1,3}[%％]|\d{1,2}、)|[.．](?!\d))/, 3],
  [/^(\d{1,3})\.(?=\d{1,3}(?:人(?![员才事民])|户(?!外)|个(?!人)|名(?![称额])|套|家(?![长庭属具])|年(?!级)|月|日(?!常)|项(?!目)|次(?!要)|所(?![有属])|座)|(?:19|20)\d{2}年)/, 3],
  [/^([⒈-⒛])/, 3],
  [/^[（(][\s\u3000]*(\d{1,3})[\s\u3000]*[）)][、．.，]?/, 4],
  [/^(\d{1,2})[）)](?=[^\d])/, 4],
  [/^([⑴-⒇])/, 4],
  [/^([①-⑳])/, 5],
  [new RegExp(`^第(${CN})条[\\s\\u3000]*`), 0],
];

/** Reads the label a line begins with; undefined when it has none. */
export function readLabel(text: string): TypedLabel | undefined {
  for (const [pattern, level] of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = numberOf(match[1]!);
    if (number === undefined || number < 1) return undefined;
    const length = match[0].length + (/^[\s\u3000]*/.exec(text.slice(match[0].length))![0].length);
    return { level, number, length, isPlain: PLAIN.test(match[0]) };
  }
  return undefined;
}

const PLAIN = /^(?:[一二三四五六七八九十百]{1,5}、|（[一二三四五六七八九十百]{1,5}）|\d{1,3}\.|（\d{1,3}）)$/;

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const code = text.codePointAt(0)!;
  for (const [first, last] of [[0x3220, 0x3229], [0x2488, 0x249b], [0x2474, 0x2487], [0x2460, 0x2473]] as const) {
    if (code >= first && code <= last) return code - first + 1;
  }
  return readChineseNumeral(text);
}
