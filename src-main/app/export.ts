import type { Node } from 'prosemirror-model';
import type { ExportFormat, Handlers } from '#core/contract/methods.ts';
import type { ExportedFile } from '#core/contract/model.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { documentTitle } from '#core/document/elements.ts';
import { plainText } from '#core/document/plain-text.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { findPersonAtWork } from './people-and-settings.ts';
import type { AppContext } from './context.ts';
import { getNamedDocument } from './named-document.ts';
import { withOwnFonts } from './with-own-fonts.ts';

/** A document of the library, or a document file, → a file to save, named after its title. */
export function exportHandlers(context: AppContext): Pick<Handlers, 'export.write'> {
  return {
    'export.write': async ({ format, ...wish }) => {
      const { doc, template } = await getNamedDocument(context, wish);
      if (format === 'pdf') return { name: fileName(documentTitle(doc), format), ...(await withOwnFonts(context, () => paged(context, doc, template))) };
      const author = (await findPersonAtWork(context.store))?.name ?? '';
      // A document whose template is not on this machine is set in the common format.
      return { name: fileName(documentTitle(doc), format), bytes: await write(context, doc, format, template, author) };
    },
  };
}

/** The pages as a file. Characters no font has are left blank on them and named. */
async function paged({ typesetting }: AppContext, doc: Node, template: Template | null): Promise<Pick<ExportedFile, 'bytes' | 'missing'>> {
  const [engine, shelf, { writePdf }, { pdfDetails }] = await Promise.all([typesetting.engine(), typesetting.faces(), import('../pdf/write-pdf.ts'), import('./pdf-details.ts')]);
  const layout = engine.layout(doc, resolveStyles(template));
  const pages = layout.pages.map((_, index) => layout.frame(index));
  const missing = layout.diagnostics.filter(({ code }) => code === 'glyph-missing');
  return { bytes: await writePdf(pages, await shelf.facesFor(pages), pdfDetails(doc)), ...(missing.length > 0 && { missing }) };
}

async function write({ typesetting, ports }: AppContext, doc: Node, format: Exclude<ExportFormat, 'pdf'>, template: Template | null, author: string): Promise<Uint8Array> {
  switch (format) {
    case 'docx': {
      // Word's parts are loaded only when one is written: a start without it does not pay for it.
      const [engine, { writeDocx }] = await Promise.all([typesetting.engine(), import('../docx/write-docx.ts')]);
      const styles = resolveStyles(template);
      const { fit } = engine.layout(doc, styles);
      return writeDocx(doc, styles, { title: documentTitle(doc), author, created: ports.now() }, fit);
    }
    case 'txt':
      // As Notepad saves: old programs in offices take a file without a byte order mark for GBK, and one without CR for one line.
      return new TextEncoder().encode(`\ufeff${plainText(doc).replaceAll('\n', '\r\n')}\r\n`);
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(writeDocument(doc), null, 2)}\n`);
  }
}

/** A title without what file systems refuse, at most 80 characters, with its ending. */
export function fileName(text: string, format: string): string {
  const title = text.toWellFormed().replace(/[\u0000-\u001f\u007f\\/:*?"<>|\s]+/g, '').replace(/^\.+|\.+$/g, '');
  return `${[...title].slice(0, 80).join('') || '未命名公文'}.${format}`;
}
