/** Every reason a request can be refused for. The window has a sentence for each (core/wording). */
export const FAILURE_CODES = [
  'unknown-method', 'invalid-input', 'not-found', 'conflict', 'no-person', 'not-permitted', 'internal',
  'empty-file', 'binary-file', 'file-too-large', 'unsupported-file', 'unreadable-file', 'unwritable-file', 'not-a-docx', 'too-much-inside', 'encrypted-docx', 'wrong-password', 'unknown-encryption', 'needs-office', 'not-converted',
  'not-a-document', 'newer-document', 'broken-document', 'not-a-template', 'newer-template', 'broken-template', 'template-without-base', 'unknown-template',
  'not-an-office', 'newer-office', 'broken-office', 'broken-table', 'entry-gone', 'not-a-font', 'not-a-chinese-font', 'font-not-embeddable', 'newer-database', 'damaged-database', 'disk-full', 'read-only-folder', 'folder-in-use', 'bad-print-range', 'no-printer', 'printer-refused', 'not-an-image', 'image-too-large', 'unknown-image-type', 'cancelled', 'unreachable',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type FailureDetails = Readonly<Record<string, string | number>>;

/** A failure as plain data, the form in which it crosses to the window. */
export interface Failure {
  readonly code: FailureCode;
  readonly details: FailureDetails;
}

/** A request that cannot be done. The code is the situation; there are no subclasses. */
export class AppError extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, details: FailureDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export type Reply = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly failure: Failure };
