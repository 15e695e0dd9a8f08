import type { Node } from 'prosemirror-model';
import { countDocument } from '#core/document/count.ts';
import { documentTitle, elementText, roleOf } from '#core/document/elements.ts';
import { eachReference } from '#core/document/references.ts';
import { schema } from '#core/document/schema.ts';
import type { Applied } from './apply-steps.ts';

/** What the library's line says of a document's content. */
export interface ContentSummary {
  readonly template: string | null;
  readonly title: string;
  readonly document_number: string;
  readonly addressee: string;
  /** 字数 of the whole document, as the status line has it. */
  readonly words: number;
  readonly is_counted: 1;
}

export function summarise(doc: Node): ContentSummary {
  return { ...namesOf(doc), words: countDocument(doc).words, is_counted: 1 };
}

/** The summary after steps, found from the blocks they changed: the rest of a long document is not read again. */
export function summariseChange(before: ContentSummary, { doc, changed }: Applied): ContentSummary {
  const touchesNames = [...changed.old, ...changed.now].some((block) => NAMING.has(roleOf(block)));
  const names = touchesNames || doc.attrs.template !== before.template ? namesOf(doc) : before;
  // What a reference says is known only of the whole document.
  const words = [...changed.old, ...changed.now].some(refers) ? countDocument(doc).words : before.words - wordsIn(changed.old) + wordsIn(changed.now);
  return { ...names, words, is_counted: 1 };
}

const NAMING = new Set<unknown>(['title', 'documentNumber', 'addressee']);

function namesOf(doc: Node): Omit<ContentSummary, 'words' | 'is_counted'> {
  return {
    template: typeof doc.attrs.template === 'string' ? doc.attrs.template : null,
    title: documentTitle(doc),
    document_number: elementText(doc, 'documentNumber'),
    addressee: elementText(doc, 'addressee'),
  };
}

const wordsIn = (blocks: readonly Node[]): number => (blocks.length === 0 ? 0 : countDocument(schema.nodes.doc.create(null, blocks)).words);

function refers(block: Node): boolean {
  let found = false;
  eachReference(block, () => (found = true));
  return found;
}
