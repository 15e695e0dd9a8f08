import type { Node } from 'prosemirror-model';
import { packDocument } from './snapshot-body.ts';
import { summarise } from './summarise.ts';
import type { ContentSummary } from './summarise.ts';

/** A document as the store keeps it. Making it reads all of a document, and may be done in a thread; putting it into the library only writes. */
export interface PreparedDocument {
  readonly summary: ContentSummary;
  readonly body: Uint8Array;
  /** Of `body`. */
  readonly sha256: Uint8Array;
}

export const prepareDocument = (doc: Node): PreparedDocument => ({ summary: summarise(doc), ...packDocument(doc) });
