import type { MarkName } from '../document/schema.ts';
import type { Role } from '../document/roles.ts';

/** [start, end) in the source text; absent for sources that are no text (Word files). */
export type Span = readonly [number, number];

/** What a person said of stretches of the source: they are one paragraph with this role, or no part of the document. */
export interface Known {
  readonly spans: readonly Span[];
  readonly role: Role | 'left-out';
  /** Of a heading or an article; 0 for all others. */
  readonly level: number;
  readonly runIn: boolean;
}

/** A line of a text, or a paragraph of a Word file. */
export interface SourceLine {
  readonly kind: 'line';
  readonly text: string;
  readonly span?: Span;
  /** What the source itself says the paragraph is: a style of ours, an outline level, a place in a header. */
  readonly role?: Role;
  readonly level?: number;
  readonly runIn?: boolean;
  /** True when the source is known to be whole paragraphs, so that lines are not joined. */
  readonly whole?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly landscape?: boolean;
  /** Where inline numbers of ours (一是, ①) stand, as [start, end) in `text`. */
  readonly markers?: readonly Span[];
  /** Character formats, as [start, end) in `text`. */
  readonly formats?: readonly { readonly span: Span; readonly mark: MarkName }[];
}

export interface SourceCell {
  readonly paragraphs: readonly string[];
  readonly colspan: number;
  readonly rowspan: number;
}

export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
  readonly headerRows: number;
  /** Column widths in twips, when the source has them. */
  readonly widths?: readonly number[];
  readonly span?: Span;
}

export type SourceBlock = SourceLine | SourceTable;
