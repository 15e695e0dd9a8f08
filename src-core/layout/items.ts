import type { Node } from 'prosemirror-model';
import type { Numbering } from '../document/numbering.ts';
import type { PageGeometry, ParagraphStyle, ResolvedStyles, StyleKey } from '../template/styles.ts';
import type { RuleFrame } from './frames.ts';
import type { LaidParagraph, Setting } from './lay-paragraph.ts';
import type { Millipoints } from './unit.ts';

/** What a document is composed with. */
export interface Composing {
  readonly doc: Node;
  readonly styles: ResolvedStyles;
  readonly numbering: Numbering;
  readonly setting: Setting;
}

/** A paragraph on its way to a page. `x` is from the left edge of the text block. */
export interface ParagraphItem {
  readonly kind: 'paragraph';
  /** Position before it in the document; changes where an item serves again (plain-item.ts). Pieces of pages copy it. */
  pos: number;
  readonly role: StyleKey;
  readonly laid: LaidParagraph;
  readonly align: ParagraphStyle['align'];
  readonly x: Millipoints;
  readonly before: Millipoints;
  readonly after: Millipoints;
  readonly pitch: Millipoints;
  readonly keepsWithNext: boolean;
  readonly startsPage: boolean;
  /** Begins at the same height as the item before it; `down` moves it. */
  readonly isBeside: boolean;
  readonly down: Millipoints;
  /** A red rule so far below its last line. */
  readonly rule: { readonly gap: Millipoints; readonly weight: Millipoints } | null;
  /** Text that a page must have beside a signature (7.3.5.5) and on the first page (7.1). */
  readonly isText: boolean;
  /** 署名, 成文日期: they stay together. */
  readonly closes: boolean;
  /** A seal over it: radius, and from the top of its first line to the seal's middle; `box` is the height of a 签名章, which stands over the name. */
  readonly seal: { readonly radius: Millipoints; readonly down: Millipoints; readonly box: Millipoints | null } | null;
}

/** A table on its way to a page: its cells laid, its rows measured. Positions are relative to the inside of the table. */
export interface TableItem {
  readonly kind: 'table';
  readonly pos: number;
  readonly table: LaidTable;
  /** The line that stands above it on every further page (续表); null where none does. */
  readonly continued: LaidParagraph | null;
}

export interface LaidTable {
  readonly columns: readonly Millipoints[];
  readonly rows: readonly LaidRow[];
  readonly cells: readonly LaidCell[];
  /** Leading rows that are repeated on every page. */
  readonly heads: number;
  readonly pitch: Millipoints;
  readonly x: Millipoints;
}

export interface LaidRow {
  /** From the inside of the table. */
  readonly pos: number;
  readonly height: Millipoints;
  /** What the footnotes of its cells take at the foot of the page; 0 where it has none. */
  readonly notesHeight: Millipoints;
  /** Cells that begin in it. */
  readonly cells: readonly LaidCell[];
}

export interface LaidCell {
  readonly pos: number;
  readonly size: number;
  readonly row: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly x: Millipoints;
  readonly width: Millipoints;
  readonly isHead: boolean;
  /** Lines of the table's pitch that all of it takes. */
  readonly lines: number;
  readonly paragraphs: readonly { readonly pos: number; readonly laid: LaidParagraph; readonly align: ParagraphStyle['align'] }[];
}

export type Item = ParagraphItem | TableItem;

/** Pages of one direction: geometry, and what flows down them. */
export interface Section {
  readonly page: PageGeometry;
  readonly isTurned: boolean;
  readonly items: readonly Item[];
}

/** What stands at fixed places on the first page. */
export interface FixedHead {
  readonly items: readonly { readonly item: ParagraphItem; readonly y: Millipoints }[];
  readonly rules: readonly RuleFrame[];
  /** Where the text of the first page begins, from the top of the text block. */
  readonly start: Millipoints;
}

/** A document ready to flow. */
export interface Composition {
  readonly sections: readonly Section[];
  readonly head: FixedHead;
  readonly imprint: Imprint | null;
  /** Length of the document: all behind a change moves by as much as this changes. */
  readonly size: number;
}

/** The 版记: rows of paragraphs side by side, the highest deciding. */
export interface Imprint {
  readonly rows: readonly (readonly ParagraphItem[])[];
  readonly isRuled: boolean;
}
