import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import { readDocument } from '#core/document/document-file.ts';
import type { Template } from '#core/template/template.ts';
import type { AppContext } from './context.ts';

/** A document of the library by its id, or the one a document file holds. Throws `not-found` or why the file cannot be read. */
export async function getNamedDocument({ store }: AppContext, { id, file }: { readonly id?: string; readonly file?: unknown }): Promise<Node> {
  if (id !== undefined) return store.journal.peek(id);
  const read = readDocument(file);
  if (!read.ok) throw new AppError(read.problem, { problem: read.detail.slice(0, 200) });
  return read.doc;
}

/** Null where its template is not on this machine. */
export const findTemplateOf = (doc: Node, { templates }: AppContext): Template | null =>
  templates.list().find((template) => template.id === doc.attrs.template) ?? null;
