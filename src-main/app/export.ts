import type { ExportFormat, Handlers } from '#core/contract/methods.ts';
import type { ExportedFile } from '#core/contract/model.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { documentTitle } from '#core/document/elements.ts';
import { imageSources } from '#core/document/image.ts';
import { plainText } from '#core/document/plain-text.ts';
import { textLosses } from '#core/document/text-losses.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { findPersonAtWork } from './people-and-settings.ts';
import type { AppContext } from './context.ts';
import { carryImages, imageBytes } from './images.ts';
import { getNamedDocument } from './named-document.ts';
import type { NamedDocument } from './named-document.ts';
import { withOwnFonts } from './with-own-fonts.ts';

/** A document of the library, or a document file, → a file to save, named after its title. */
export function exportHandlers(context: AppContext): Pick<Handlers, 'export.write'> {
  return {
    'export.write': async ({ format, ...wish }) => {
      const named = await getNamedDocument(context, wish);
      const { doc } = named;
      if (format === 'pdf') return { name: fileName(documentTitle(doc), format), ...(await withOwnFonts(context, () => paged(context, named))) };
      const lost = format === 'txt' ? textLosses(doc) : [];
      const author = (await findPersonAtWork(context.store))?.name ?? '';
      // A document whose template is not on this machine is set in the common format.
      return { name: fileName(documentTitle(doc), format), bytes: await write(context, named, format, author), ...(lost.length > 0 && { lost }) };
    },
  };
}

/** The pages as a file. Characters no font has are left blank on them and named. */
async function paged(context: AppContext, { doc, template, images }: NamedDocument): Promise<Pick<ExportedFile, 'bytes' | 'missing' | 'sealPlaces'>> {
  const { typesetting } = context;
  const [engine, shelf, bytes, { writePdf }, { pdfDetails }] = await Promise.all([typesetting.engine(), typesetting.faces(), imageBytes(context, doc, images), import('../pdf/write-pdf.ts'), import('./pdf-details.ts')]);
  const layout = engine.layout(doc, resolveStyles(template));
  const pages = layout.pages.map((_, index) => layout.frame(index));
  const missing = layout.diagnostics.filter(({ code }) => code === 'glyph-missing');
  const sealPlaces = pages.reduce((sum, { seals }) => sum + seals.length, 0);
  return { bytes: await writePdf(pages, await shelf.facesFor(pages), { ...pdfDetails(doc), images: bytes }), ...(missing.length > 0 && { missing }), ...(sealPlaces > 0 && { sealPlaces }) };
}

async function write(context: AppContext, { doc, template, images }: NamedDocument, format: Exclude<ExportFormat, 'pdf'>, author: string): Promise<Uint8Array> {
  const { typesetting, ports } = context;
  switch (format) {
    case 'docx': {
      // Word's parts are loaded only when one is written: a start without it does not pay for it.
      const [engine, bytes, { writeDocx }] = await Promise.all([typesetting.engine(), imageBytes(context, doc, images), import('../docx/write-docx.ts')]);
      const styles = resolveStyles(template);
      const { fit, loose } = engine.layout(doc, styles);
      return writeDocx(doc, styles, { title: documentTitle(doc), author, created: ports.now() }, fit, bytes, loose);
    }
    case 'txt':
      // As Notepad saves: old programs in offices take a file without a byte order mark for GBK, and one without CR for one line.
      return new TextEncoder().encode(`\ufeff${plainText(doc).replaceAll('\n', '\r\n')}\r\n`);
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(writeDocument(doc, await carryImages(context, imageSources(doc), images)), null, 2)}\n`);
  }
}

/** A title without what file systems refuse, at most 80 characters, with its ending. */
export function fileName(text: string, format: string): string {
  const title = text.toWellFormed().replace(/[\u0000-\u001f\u007f\\/:*?"<>|\s]+/g, '').replace(/^\.+|\.+$/g, '');
  return `${[...title].slice(0, 80).join('') || '未命名公文'}.${format}`;
}
