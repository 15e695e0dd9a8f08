import type { Node } from 'prosemirror-model';
import { countDocument } from '#core/document/count.ts';
import { documentTitle, elementText, roleOf } from '#core/document/elements.ts';
import { schema } from '#core/document/schema.ts';
import type { Applied } from './apply-steps.ts';

/** What the library's line says of a document's content. */
export interface ContentSummary {
  readonly template: string | null;
  readonly title: string;
  readonly document_number: string;
  readonly addressee: string;
  readonly characters: number;
}

export function summarise(doc: Node): ContentSummary {
  return { ...namesOf(doc), characters: countDocument(doc).characters };
}

/** The summary after steps, found from the blocks they changed: the rest of a long document is not read again. */
export function summariseChange(before: ContentSummary, { doc, changed }: Applied): ContentSummary {
  const touchesNames = [...changed.old, ...changed.now].some((block) => NAMING.has(roleOf(block)));
  const names = touchesNames || doc.attrs.template !== before.template ? namesOf(doc) : before;
  return { ...names, characters: before.characters - charactersIn(changed.old) + charactersIn(changed.now) };
}

const NAMING = new Set<unknown>(['title', 'documentNumber', 'addressee']);

function namesOf(doc: Node): Omit<ContentSummary, 'characters'> {
  return {
    template: typeof doc.attrs.template === 'string' ? doc.attrs.template : null,
    title: documentTitle(doc),
    document_number: elementText(doc, 'documentNumber'),
    addressee: elementText(doc, 'addressee'),
  };
}

const charactersIn = (blocks: readonly Node[]): number => (blocks.length === 0 ? 0 : countDocument(schema.nodes.doc.create(null, blocks)).characters);
