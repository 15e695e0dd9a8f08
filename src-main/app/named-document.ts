import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import { readDocument } from '#core/document/document-file.ts';
import type { CarriedImages } from '#core/document/image.ts';
import type { Template } from '#core/template/template.ts';
import type { AppContext } from './context.ts';

export interface NamedDocument {
  readonly doc: Node;
  readonly template: Template | null;
  /** What the file brought along. */
  readonly images: CarriedImages;
}

/**
 * A document of the library by its id, or the one a document file holds; with both, the file's under the template in use of
 * the other. Throws `not-found` or why the file cannot be read.
 */
export async function getNamedDocument(context: AppContext, { id, file }: { readonly id?: string; readonly file?: unknown }): Promise<NamedDocument> {
  const { doc, images } = file === undefined && id !== undefined ? { doc: await context.store.journal.peek(id), images: {} } : read(file);
  return { doc, images, template: (await templateInUse(context, doc, id)).template };
}

function read(file: unknown): Pick<NamedDocument, 'doc' | 'images'> {
  const found = readDocument(file);
  if (!found.ok) throw new AppError(found.problem, { problem: found.detail.slice(0, 200) });
  return found;
}

/**
 * The template a document follows: the one it was made with (`isPinned`), else the one of this program that has its name; null
 * where neither is. `id` is that of the document in the library.
 */
export async function templateInUse({ store, templates }: Pick<AppContext, 'store' | 'templates'>, doc: Node, id?: string): Promise<{ template: Template | null; isPinned: boolean }> {
  const pinned = id === undefined ? null : await store.templates.inUse(id);
  // A step may have given the document another template than the one it began with.
  if (pinned?.id === doc.attrs.template) return { template: pinned, isPinned: true };
  return { template: (await templates.list()).find((template) => template.id === doc.attrs.template) ?? null, isPinned: false };
}
