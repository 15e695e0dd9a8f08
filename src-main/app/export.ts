import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import type { ExportFormat, Handlers } from '#core/contract/methods.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import { documentTitle } from '#core/document/elements.ts';
import { plainText } from '#core/document/plain-text.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { findPersonAtWork } from './people-and-settings.ts';
import type { AppContext } from './context.ts';

/** A document of the library, or a document file, → a file to save, named after its title. */
export function exportHandlers({ ports, store, templates }: AppContext): Pick<Handlers, 'export.write'> {
  return {
    'export.write': async ({ id, file, format }) => {
      const doc = id === undefined ? docOf(file) : await store.journal.peek(id);
      const author = (await findPersonAtWork(store))?.name ?? '';
      return { name: fileName(doc, format), bytes: await write(doc, format, templateOf(doc, templates.list()), author, ports.now()) };
    },
  };
}

async function write(doc: Node, format: ExportFormat, template: Template | null, author: string, created: Date): Promise<Uint8Array> {
  switch (format) {
    case 'docx': {
      // Word's parts are loaded only when one is written: a start without it does not pay for it.
      const { writeDocx } = await import('../docx/write-docx.ts');
      return writeDocx(doc, resolveStyles(template), { title: documentTitle(doc), author, created });
    }
    case 'txt':
      // As Notepad saves: old programs in offices take a file without a byte order mark for GBK, and one without CR for one line.
      return new TextEncoder().encode(`\ufeff${plainText(doc).replaceAll('\n', '\r\n')}\r\n`);
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(writeDocument(doc), null, 2)}\n`);
  }
}

/** A document whose template is not on this machine is set in the common format. */
const templateOf = (doc: Node, templates: readonly Template[]): Template | null => templates.find((template) => template.id === doc.attrs.template) ?? null;

function docOf(file: unknown): Node {
  const read = readDocument(file);
  if (!read.ok) throw new AppError(read.problem, { problem: read.detail.slice(0, 200) });
  return read.doc;
}

/** The title without what file systems refuse, at most 80 characters. */
function fileName(doc: Node, format: ExportFormat): string {
  const title = documentTitle(doc).toWellFormed().replace(/[\u0000-\u001f\u007f\\/:*?"<>|\s]+/g, '').replace(/^\.+|\.+$/g, '');
  return `${[...title].slice(0, 80).join('') || '未命名公文'}.${format}`;
}
