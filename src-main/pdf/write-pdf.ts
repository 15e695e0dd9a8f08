import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { PageFrame } from '#core/layout/frames.ts';
import { addBookmarks } from './bookmarks.ts';
import type { Bookmark } from './bookmarks.ts';
import { paintPage } from './paint-page.ts';
import { createTags } from './tags.ts';
import { createFonts } from './pdf-font.ts';
import { createImages } from './pdf-image.ts';
import type { Faces } from '../fonts/face-shelf.ts';

/** What the file says of itself. */
export interface PdfDetails {
  readonly title: string;
  /** The 发文机关. */
  readonly author: string;
  /** The document's own date, not the hour of writing: the same document is the same file. */
  readonly created: Date;
  readonly bookmarks: readonly Bookmark[];
  /** The bytes of pictures by their sources. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** The file is for the printer: at its own size, on both sides if so; landscape pages stand as the paper does. */
  readonly printing?: { readonly isDouble: boolean };
}

/**
 * Pages → a PDF/A-1b file (ISO 19005-1, GB/T 23286.1—2009): fonts embedded and cut down, text as it was written, red and black in sRGB;
 * tagged, so that it can be read aloud (tags.ts).
 * The same frames give the same bytes.
 */
export async function writePdf(pages: Iterable<PageFrame>, faces: Faces, { title, author, created, bookmarks, images = new Map(), printing }: PdfDetails): Promise<Uint8Array> {
  const named = Object.entries({ Title: plain(title), Author: plain(author) }).filter(([, words]) => words !== '');
  const info = { ...Object.fromEntries(named), Creator: '拟文', Producer: 'PDFKit', CreationDate: created };
  // pdfkit's own default font is not wanted: it cannot be embedded.
  const pdf = new PDFDocument({ autoFirstPage: false, font: null as unknown as string, pdfVersion: '1.4', subset: 'PDF/A-1b', lang: 'zh-CN', displayTitle: true, tagged: !printing, info });
  const written = buffer(pdf);
  const fontOf = createFonts(pdf, faces);
  // Nobody has a printer's file read aloud.
  const tags = printing ? null : createTags(pdf, bookmarks);
  const imageOf = createImages(pdf, images);
  const shown: PageFrame[] = [];
  const painted = new Map<PageFrame, unknown>();
  if (printing) tellPrinter(pdf, printing.isDouble);
  for (const frame of pages) {
    // On paper a landscape page is an upright one, the head of its table at the left (8): no printer has to guess how to turn it.
    const isTurned = printing !== undefined && frame.width > frame.height;
    const [width, height] = isTurned ? [frame.height, frame.width] : [frame.width, frame.height];
    pdf.addPage({ size: [width / 1000, height / 1000], margin: 0 });
    const used = new Set(frame.lines.flatMap((line) => line.runs.map((run) => run.font)));
    const fonts = (pdf.page as unknown as { fonts: Record<string, unknown> }).fonts;
    for (const id of used) fonts[fontOf(id).id] = fontOf(id).reference;
    for (const source of imagesOn(frame)) imageOf(source)?.show();
    shown.push(frame);
    // Twenty copies of a page are written once.
    const { dictionary, content } = pdf.page as unknown as { dictionary: { data: { Contents: unknown } }; content: unknown };
    if (painted.has(frame)) {
      dictionary.data.Contents = painted.get(frame);
      continue;
    }
    painted.set(frame, content);
    if (isTurned) pdf.addContent(`0 -1 1 0 0 ${frame.width / 1000} cm`);
    const parts = paintPage(frame, fontOf, (source) => imageOf(source)?.label);
    if (tags) tags.write(frame, parts);
    else pdf.addContent(parts.map(({ content }) => content).join('\n'));
  }
  addBookmarks(pdf, bookmarks, shown);
  tags?.finish();
  pdf.end();
  return new Uint8Array(await written);
}

const imagesOn = ({ lines }: PageFrame): Set<string> => new Set(lines.flatMap(({ runs }) => runs.flatMap(({ image }) => (image ? [image.source] : []))));

/** What a viewer's print dialogue begins with: no scaling to the printer's margins (ISO 32000-1 12.2), which would shift everything. */
function tellPrinter(pdf: InstanceType<typeof PDFDocument>, isDouble: boolean): void {
  const { _root: root } = pdf as unknown as { _root: { data: { ViewerPreferences: { data: object } } } };
  Object.assign(root.data.ViewerPreferences.data, { PrintScaling: 'None', Duplex: isDouble ? 'DuplexFlipLongEdge' : 'Simplex' });
}

/** pdfkit writes these words into XML as they are; full-width forms mean the same. */
const plain = (text: string): string => text.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '').replace(/[&<>]/g, (mark) => ({ '&': '＆', '<': '＜', '>': '＞' })[mark]!).trim();
