import type { Kind } from '../template/template.ts';
import type { Span, WordNote } from './source.ts';

/** Kinds of repair and recognition an import reports (codes; the window has the words). */
export const REPORT_CODES = [
  'joined-line', 'dropped-page-number', 'dropped-running-head', 'dropped-website-remains', 'dropped-mail-head', 'dropped-sheet-remains', 'dropped-tag', 'dropped-duplicate', 'dropped-foreign-article',
  'removed-blank', 'widened-punctuation', 'repaired-glyph', 'computed-label', 'linked-reference', 'split-line', 'merged-table', 'doubtful-word', 'fixed-word', 'doubtful-structure', 'kept-as-body',
  'kept-revision', 'kept-comment', 'kept-image', 'moved-image', 'kept-footnote', 'dropped-contents', 'dropped-hidden-text', 'unsupported-part', 'unknown-part', 'narrowed-character', 'normalised-bracket', 'taken-from-page', 'normalised-date', 'left-out',
] as const;
export type ReportCode = (typeof REPORT_CODES)[number];

export interface ReportEntry {
  readonly code: ReportCode;
  readonly count: number;
  /** [start, end) offsets in the text of the source (`Recognition.source`). */
  readonly at?: readonly (readonly [number, number])[];
  /** Of a Word file, whose parts have no offsets: what it was, its text, and the words it stood at. */
  readonly items?: readonly WordNote[];
}

/** What was recognised in a text, and what was done to it. The form of `niwen import --json`. */
export interface ImportReport {
  readonly kind: Kind;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly addressee: string | null;
  readonly signature: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly headings: readonly { readonly level: number; readonly label: string; readonly text: string }[];
  /** Inline 一是／二是… items in the whole document. */
  readonly enumerations: number;
  readonly attachments: readonly string[];
  readonly copyTo: string | null;
  readonly publicity: string | null;
  readonly tables: number;
  readonly paragraphs: number;
  readonly report: readonly ReportEntry[];
}

/** Why a place deserves a look, the most doubtful first. */
export const DOUBT_REASONS = ['word', 'addressee-mark', 'number-jumps', 'annex-number', 'joined-at-stop', 'above-title', 'after-end', 'no-title'] as const;
export type DoubtReason = (typeof DOUBT_REASONS)[number];

/** A place a person should look at. Nothing has been changed there that the report does not name. */
export interface Doubt {
  readonly reason: DoubtReason;
  /** In the source; of no length where something is missing. */
  readonly span: Span;
  /** The words in question, as the document has them. */
  readonly text: string;
  /** What it may have been; null where there is nothing to propose. */
  readonly proposal: string | null;
}
