import { gunzipSync, gzipSync } from 'node:zlib';
import type { Node } from 'prosemirror-model';
import type { ReadDocument } from '#core/document/document-file.ts';
import { DOCUMENT_VERSION, readDocument } from '#core/document/document-file.ts';
import { sha256 } from './chain-hash.ts';

/** The document format of this program; tests put a newer one in its place. */
export interface DocumentFormat {
  readonly version: number;
  read(file: unknown): ReadDocument;
}

export const documentFormat: DocumentFormat = { version: DOCUMENT_VERSION, read: readDocument };

/**
 * A document as the store keeps it: the nodes exactly as they stand, `extra` included. Not the form of a file to hand out
 * (`writeDocument`), which puts what another version wrote back in its old place and so cannot be replayed upon.
 */
export function packDocument(doc: Node): { body: Buffer; sha256: Buffer } {
  const body = gzipSync(JSON.stringify(doc.toJSON()), { level: 3 });
  return { body, sha256: sha256(body) };
}

/** Undefined when the bytes are not what was written, or hold no document this program can read. */
export function unpackDocument(row: { body: Buffer; sha256: Buffer; schema_ver: number }, format: DocumentFormat): Node | undefined {
  if (!sha256(row.body).equals(row.sha256)) return undefined;
  const read = format.read({ format: 'niwen-document', version: row.schema_ver, doc: JSON.parse(gunzipSync(row.body).toString()) });
  return read.ok ? read.doc : undefined;
}
