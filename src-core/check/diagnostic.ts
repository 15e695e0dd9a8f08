import type { Role } from '../document/roles.ts';
import type { Fix } from './fix.ts';

/**
 * Everything a document can be found to be wrong in: a closed list, so that a code without a Chinese sentence (core/wording)
 * or without severity and source (judgement.ts) does not compile.
 */
export const DIAGNOSTIC_CODES = [
  // Numbers
  'label-twice', 'malformed-number', 'multilevel-number', 'typed-number', 'number-gap', 'number-double', 'number-disorder',
  'level-skip', 'single-item', 'too-deep', 'heading-punctuation', 'numbering-mixed', 'number-beyond',
  // Inline enumerations
  'ordinal-comma', 'sequence-comma', 'series-gap', 'series-of-one', 'series-mixed', 'series-stops', 'series-nested',
  // Masthead
  'copy-number-missing', 'secrecy-term-missing', 'number-bracket', 'number-ordinal', 'number-zero', 'number-year', 'number-form',
  'signatory-missing', 'signatory-unexpected', 'letter-as-document', 'internal-office',
  // Title
  'title-missing', 'title-duplicate', 'title-full-stop', 'title-comma', 'title-without-wenzhong', 'title-mixed-wenzhong', 'title-repeats', 'title-asks-twice', 'embedded-name',
  // Addressee and text
  'addressee-missing', 'addressee-forbidden', 'addressee-colon', 'addressee-several', 'body-missing', 'blank-page-note', 'blank-before-closing',
  'request-in-report', 'closing-mismatch', 'quote-title-missing', 'quote-number-missing', 'quote-order', 'contact-missing',
  // Attachments
  'attachment-punctuation', 'attachment-unlisted', 'attachment-count', 'attachment-name', 'attachment-elsewhere', 'reference-without-target', 'reference-beyond', 'reference-lost', 'footnote-in-text',
  // Signature, date, imprint
  'signature-mismatch', 'date-missing', 'date-form', 'copy-to-stop', 'print-date-form', 'printed-before-dated',
  // What the 文种 needs and forbids, beside what has a code of its own
  'element-missing', 'element-forbidden', 'element-excess', 'seal-unexpected',
  // Fonts; found by a layout (missing-glyphs.ts)
  'glyph-missing',
  // Pictures; found where their bytes are kept (missing-images.ts)
  'image-missing',
  // Template
  'field-empty', 'blank-left', 'masked-text',
  // A fault of ours
  'rule-failed',
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** `error`: it may not leave the house like this; `warning`: most likely wrong; `hint`: worth a look. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where in the document: positions of a whole paragraph, or of a piece of its text. */
export interface Place {
  readonly pos: number;
  readonly end: number;
  readonly role?: Role;
  /** Which paragraph it is, as people count: from 1, empty ones and tables left out. */
  readonly paragraph: number;
}

export type DiagnosticArgs = Readonly<Record<string, string | number>>;

/** One finding. Its sentence is chosen by `code` and filled from `args` in core/wording. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Null where something is missing and no place can be named. */
  readonly where: Place | null;
  readonly args: DiagnosticArgs;
  /** The source that says so, as a person cites it: GB/T 9704—2012 7.3.3. */
  readonly clause: string;
  /** A change that settles it and nothing else; absent where only a person can decide. */
  readonly fix?: Fix;
}
