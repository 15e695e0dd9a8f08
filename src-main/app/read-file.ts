import { AppError } from '#core/contract/failure.ts';
import { readDocument } from '#core/document/document-file.ts';
import type { ReadDocument } from '#core/document/document-file.ts';

/** The document a file of ours holds. Throws AppError `not-a-document`, `newer-document` or `broken-document`, with the file's name. */
export function readFile(file: unknown, name: string): Extract<ReadDocument, { ok: true }> {
  const read = readDocument(file);
  if (!read.ok) throw new AppError(read.problem, { name, problem: read.detail.slice(0, 200) });
  return read;
}
