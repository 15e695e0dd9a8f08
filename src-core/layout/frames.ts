import type { StyleKey } from '../template/styles.ts';
import type { LaidImage } from './fit-image.ts';
import type { RunLook } from './shape.ts';
import type { Millipoints } from './unit.ts';

/**
 * What a page holds, ready to be painted, written to a file or measured. All lengths in 1/1000 pt, from the upper left corner of the
 * page as it is read: a landscape page is wider than high. `from` and `to` are positions in the document.
 */
export interface PageFrame {
  /** From 1, blank pages included. */
  readonly number: number;
  readonly width: Millipoints;
  readonly height: Millipoints;
  /** Where text stands (版心). */
  readonly textBlock: Box;
  /** The page number printed on it; null where none is (7.5, 10.1). */
  readonly folio: number | null;
  /** In the order of the document; then the footnotes, the folio comes last. */
  readonly lines: readonly LineFrame[];
  readonly rules: readonly RuleFrame[];
  readonly cells: readonly CellFrame[];
  readonly seals: readonly SealFrame[];
}

export interface Box {
  readonly x: Millipoints;
  readonly y: Millipoints;
  readonly width: Millipoints;
  readonly height: Millipoints;
}

/** A line of text. `x`, `y`, `width`, `height` are its line box: the measure it is set in, the line pitch it takes (several where it holds an image). */
export interface LineFrame extends Box {
  readonly baseline: Millipoints;
  /** The element it belongs to. */
  readonly role: StyleKey;
  /** Position before its paragraph; null for a page number and a footnote. */
  readonly paragraph: number | null;
  /** The caret's first and last place on this line. Both the paragraph's start where nothing but a computed label stands. */
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** A table's head again at the top of a page, or 续表 above it: no words of the document's own there, no place for a caret. */
  readonly isRepeated: boolean;
  /** On a line of a footnote: the position of its mark, and `paragraph` is null. Null for every other line. */
  readonly note: number | null;
  /**
   * The page number of a landscape page runs from top to bottom: turn by 90° clockwise about this point, then take `x`, `y` and the
   * runs as distances from it. Null for every other line.
   */
  readonly turn: { readonly x: Millipoints; readonly y: Millipoints } | null;
  /** In the order of reading; together they are the line's text. */
  readonly runs: readonly RunFrame[];
}

/** Characters of one look. Controls, joiners and selectors are among them with no width: kept for copying, not to be painted. */
export interface RunFrame extends RunLook {
  readonly text: string;
  /** For each code point of `text`: where it begins on the page (its glyph's origin), how wide it is, and its place in the document. */
  readonly xs: readonly Millipoints[];
  readonly advances: readonly Millipoints[];
  readonly positions: readonly number[];
  /** A run without text that is an image: its left edge is its only x, it stands on the baseline. */
  readonly image?: LaidImage;
}

/** A straight line, as a filled box: the red rules, those of the 版记, the one above footnotes; a `mark` is no part of the document (core/print). */
export interface RuleFrame extends Box {
  readonly color: 'black' | 'red';
  readonly kind: 'masthead' | 'letter' | 'imprint' | 'note' | 'mark';
}

/** A cell of a table as far as it stands on this page; its four edges are drawn `stroke` wide, their middle on the box. */
export interface CellFrame extends Box {
  readonly stroke: Millipoints;
  readonly from: number;
  readonly to: number;
  readonly isRepeated: boolean;
  /** From the inside of its table to it: cells of one table have the same `from − offset`. */
  readonly offset: number;
  /** The row it begins in, from 0, and how many rows and columns it covers. */
  readonly row: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly isHead: boolean;
}

/** Where a seal goes, over the 署名 that begins at `from`: `x`, `y` its middle; round (7.3.5.1), or the box of a 签名章 over the name (7.3.5.3). */
export interface SealFrame {
  readonly x: Millipoints;
  readonly y: Millipoints;
  /** Half its width. */
  readonly radius: Millipoints;
  /** Height of the box of a 签名章; null for a round seal. */
  readonly box: Millipoints | null;
  readonly from: number;
}

/** Everything that can go wrong with pages; the sentences are in core/wording/layout.ts. */
export const LAYOUT_CODES = ['glyph-missing', 'control-character', 'first-page-without-text', 'closing-without-text'] as const;
export type LayoutCode = (typeof LAYOUT_CODES)[number];

export interface LayoutDiagnostic {
  readonly code: LayoutCode;
  /** Positions in the document; null where it is about a page. */
  readonly from: number | null;
  readonly to: number | null;
  /** The page it is on, from 1. */
  readonly page: number;
  readonly args: Readonly<Record<string, string | number>>;
}
