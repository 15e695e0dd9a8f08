import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import type { Handlers } from '#core/contract/methods.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import { documentTitle } from '#core/document/elements.ts';
import { plainText } from '#core/document/plain-text.ts';
import type { AppContext } from './context.ts';

/** A document → a file to save, named after its title. */
export function exportHandlers({ ports, store }: AppContext): Pick<Handlers, 'export.write'> {
  return {
    'export.write': async ({ id, file, format }) => {
      const doc = id === undefined ? docOf(file) : (await store.journal.open(id, ports.now().getTime())).doc;
      const name = `${documentTitle(doc).replace(/[\\/:*?"<>|\s]+/g, '') || '未命名公文'}.${format}`;
      if (format === 'docx') throw new AppError('unsupported-file', { name });
      const text = format === 'txt' ? plainText(doc) : JSON.stringify(writeDocument(doc), null, 2);
      return { name, bytes: new TextEncoder().encode(text) };
    },
  };
}

function docOf(file: unknown): Node {
  const read = readDocument(file);
  if (!read.ok) throw new AppError(read.problem, { problem: read.detail.slice(0, 200) });
  return read.doc;
}
