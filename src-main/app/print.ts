import { AppError } from '#core/contract/failure.ts';
import type { Handlers, Input } from '#core/contract/methods.ts';
import type { ExportedFile } from '#core/contract/model.ts';
import { documentTitle } from '#core/document/elements.ts';
import { PRINT_WISH, sidesOf } from '#core/print/print-wish.ts';
import type { Paper, PrintWish } from '#core/print/print-wish.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { officialDayOf } from '#core/units/date.ts';
import type { AppContext } from './context.ts';
import { fileName } from './export.ts';
import { imageBytes } from './images.ts';
import { getNamedDocument } from './named-document.ts';
import { findPersonAtWork } from './people-and-settings.ts';
import { withOwnFonts } from './with-own-fonts.ts';

/** What is added to a title in the name of a file that is made for the printer. */
const NAMES: Readonly<Record<Paper, string>> = { document: '打印', proof: '校样', form: '发文稿纸', test: '校准页' };

/** A document → what a printer is given: a PDF of sides in its order, written or sent. Nothing is stored or changed. */
export function printHandlers(context: AppContext): Pick<Handlers, Extract<keyof Handlers, `print.${string}`>> {
  const { printing } = context.ports;
  return {
    'print.printers': () => printing?.list() ?? [],
    'print.write': (input) => withOwnFonts(context, () => write(context, input)),
    'print.send': async ({ printer, ...input }) => {
      if (!printing) throw new AppError('not-permitted');
      const { bytes } = await withOwnFonts(context, () => write(context, input));
      await printing.send({ printer, bytes, isDouble: sidesOf(wishOf(input)) === 'two' });
      return null;
    },
  };
}

const wishOf = ({ wish }: Input<'print.write'>): PrintWish => ({ ...PRINT_WISH, ...wish });

async function write(context: AppContext, input: Input<'print.write'>): Promise<ExportedFile> {
  const { ports, store, typesetting } = context;
  const wish = wishOf(input);
  const { doc, template, images } = await getNamedDocument(context, input);
  const [engine, shelf, { writePdf }, { pdfDetails }, { layOutToPrint, pageWish, prepareToPrint }, person] = await Promise.all([
    typesetting.engine(), typesetting.faces(), import('../pdf/write-pdf.ts'), import('./pdf-details.ts'), import('#core/print/prepare.ts'), findPersonAtWork(store),
  ]);
  const prepared = prepareToPrint(engine, layOutToPrint(engine, doc, resolveStyles(template), pageWish(wish)), wish, { name: person?.name ?? '', post: person?.post ?? '', day: officialDayOf(ports.now()) });
  const { job, diagnostics } = prepared;
  if (!job.ok) throw new AppError('bad-print-range', { problem: job.problem, piece: job.piece, pages: job.pages });
  const pages = job.sides.map(prepared.frame);
  const details = { ...pdfDetails(doc), bookmarks: [], images: await imageBytes(context, doc, images), printing: { isDouble: sidesOf(wish) === 'two' } };
  const missing = diagnostics.filter(({ code }) => code === 'glyph-missing');
  return {
    name: fileName(`${documentTitle(doc)}-${NAMES[wish.paper]}`, 'pdf'),
    bytes: await writePdf(pages, await shelf.facesFor(new Set(pages)), details),
    ...(missing.length > 0 && { missing }),
  };
}
