import type { Placed } from './divide.ts';
import type { Role } from './roles.ts';
import { TEXT_WIDTH } from '../template/styles.ts';
import type { Format } from '../template/template.ts';
import { CELL } from '../units/length.ts';
import type { HalfPoints, Twips } from '../units/length.ts';

/** How the 发文机关标志 is set: one line for each office, with 文件 at the right of several (GB/T 9704—2012 7.2.4). */
export interface MarkLayout {
  readonly size: HalfPoints;
  /** Height of a line, with the same share of air at every size. */
  readonly line: Twips;
  /** Each paragraph: what is added between its characters, and where in the text block it begins; null = it is centred. */
  readonly names: readonly { readonly spacing: Twips; readonly left: Twips | null }[];
  /** Index of the paragraph 文件 that stands beside several names, in the middle of their height; -1 for none. */
  readonly word: number;
}

/** As large as can be, in half-points (42 pt): the standard leaves it to the office. */
const LARGEST: HalfPoints = 84;
const LINE_OF_SIZE = 1000 / LARGEST;
/** Names must not fill the text block to its edges; a short one is spread, but not beyond half a character. */
const WIDEST = TEXT_WIDTH * 0.96;
const SPREAD = TEXT_WIDTH * 0.86;
/** Several names must leave room for the text on the first page. */
const HIGHEST: Twips = 3600;

/** Sizes and places of the 发文机关标志, from the texts of its paragraphs in order; `largest` as the style allows. */
export function layoutMark(texts: readonly string[], largest: HalfPoints = LARGEST): MarkLayout {
  const lengths = texts.map((text) => Math.max(1, [...text.replace(/\s/g, '')].length));
  const word = texts.length > 2 && texts.at(-1)!.replace(/\s/g, '') === '文件' ? texts.length - 1 : -1;
  const longest = Math.max(1, ...lengths.filter((_, index) => index !== word));
  const rows = texts.length - (word < 0 ? 0 : 1);
  const beside = word < 0 ? 0 : GAP + 2;
  const size = Math.floor(Math.min(largest, WIDEST / 10 / (longest + beside), rows > 1 ? HIGHEST / LINE_OF_SIZE / rows : Infinity));
  const em = size * 10;
  const line = Math.round(LINE_OF_SIZE * size);
  if (rows === 1) return { size, line, word, names: lengths.map((length) => ({ spacing: spread(length, em), left: null })) };
  // 分散对齐: every name as wide as the longest.
  const width = longest * em;
  const left = Math.round((TEXT_WIDTH - width - beside * em) / 2);
  return {
    size, line, word,
    names: lengths.map((length, index) => (index === word
      ? { spacing: 0, left: Math.round(left + width + GAP * em) }
      : { spacing: length > 1 ? Math.floor((width - length * em) / (length - 1)) : 0, left })),
  };
}

/** Between the names and 文件, in characters. */
const GAP = 0.4;

const spread = (length: number, em: Twips): Twips => (length > 1 ? Math.max(0, Math.floor(Math.min(em / 2, (SPREAD - length * em) / (length - 1)))) : 0);

/** Where the names of the 签发人 begin (7.2.6). */
export interface SignatoryLayout {
  readonly rows: number;
  readonly names: readonly { readonly row: number; readonly left: Twips }[];
}

/** 签发人 one character from the right edge, two to a line where they can share one, those below under those above; widths in twips. */
export function layoutSignatories(widths: readonly Twips[], inRows = true): SignatoryLayout {
  const columns = inRows && widths.length > 1 ? 2 : 1;
  const column = columns > 1 ? Math.max(3 * CELL, ...widths) : Math.max(0, ...widths);
  const first = Math.max(4 * CELL, TEXT_WIDTH - CELL - columns * column - (columns - 1) * CELL);
  return { rows: Math.ceil(widths.length / columns), names: widths.map((_, index) => ({ row: Math.floor(index / columns), left: first + (index % columns) * (column + CELL) })) };
}

/** The elements of a 版头 by where they stand. */
export interface MastheadParts {
  /** 份号, 密级, 紧急程度: one below the other at the left edge (7.2.1–7.2.3). */
  readonly corner: readonly Placed[];
  /** 办理结果 in the upper right corner of a letter, above its 发文机关标志, where there is room for one. */
  readonly resultMark: Placed | null;
  /** Everywhere else they stand flush right, in the run of the text. */
  readonly resultLines: readonly Placed[];
  readonly issuerMark: readonly Placed[];
  readonly documentNumber: readonly Placed[];
  readonly signatory: readonly Placed[];
}

export function mastheadParts(masthead: readonly Placed[], format: Format): MastheadParts {
  const of = (...roles: Role[]): Placed[] => masthead.filter(({ node }) => roles.includes(node.attrs.role as Role));
  const [issuerMark, results] = [of('issuerMark'), of('resultMark')];
  const isAbove = format === 'letter' && issuerMark.length > 0 && results.length === 1;
  return {
    corner: of('copyNumber', 'secrecy', 'urgency'), resultMark: isAbove ? results[0]! : null, resultLines: isAbove ? [] : results, issuerMark,
    documentNumber: of('documentNumber'), signatory: of('signatory'),
  };
}
