/**
 * What a PDF costs: documents of 10, 100 and 1,000 pages from layout to bytes, the first one with reading the faces, then with faces
 * kept as the app keeps them. Goal on one core: 20 ms a page and 100 ms.
 */
import { resolve } from 'node:path';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { pdfDetails } from '#main/app/pdf-details.ts';
import { createFaceShelf } from '#main/fonts/face-shelf.ts';
import { writePdf } from '#main/pdf/write-pdf.ts';
import { metrics } from '../test/support/layout.ts';
import { longDocument } from './long-document.ts';

const CHARACTERS_A_PAGE = 500;
const fonts = resolve(import.meta.dirname, '../resources/fonts');

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const found: Record<string, object> = {};
  for (const size of smoke ? [2] : [10, 100, 1000]) found[`about${size}Pages`] = await measure(size * CHARACTERS_A_PAGE, smoke ? 1 : 3);
  return found;
}

async function measure(characters: number, times: number): Promise<object> {
  const document = longDocument(characters);
  const details = pdfDetails(document);
  const layout = createLayoutEngine(metrics).layout(document, resolveStyles(null));
  const frames = layout.pages.map((_, index) => layout.frame(index));
  const shelf = createFaceShelf(fonts, () => Promise.reject(new Error('no own faces here')));
  const write = async (): Promise<{ ms: number; bytes: number }> => {
    const start = performance.now();
    const { length } = await writePdf(frames, await shelf.facesFor(frames), details);
    return { ms: performance.now() - start, bytes: length };
  };
  const first = await write();
  let best = first.ms;
  for (let time = 0; time < times; time++) best = Math.min(best, (await write()).ms);
  return { pages: frames.length, firstMs: Math.round(first.ms), ms: Math.round(best), msPerPage: Math.round((best / frames.length) * 100) / 100, bytes: first.bytes, rssMB: Math.round(process.memoryUsage().rss / 1e6) };
}
