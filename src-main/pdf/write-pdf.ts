import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { PageFrame } from '#core/layout/frames.ts';
import { addBookmarks } from './bookmarks.ts';
import type { Bookmark } from './bookmarks.ts';
import { paintPage } from './paint-page.ts';
import { createFonts } from './pdf-font.ts';
import type { Faces } from '../fonts/face-shelf.ts';

/** What the file says of itself. */
export interface PdfDetails {
  readonly title: string;
  /** The 发文机关. */
  readonly author: string;
  /** The document's own date, not the hour of writing: the same document is the same file. */
  readonly created: Date;
  readonly bookmarks: readonly Bookmark[];
}

/**
 * Pages → a PDF/A-1b file (ISO 19005-1, GB/T 23286.1—2009): fonts embedded and cut down, text as it was written, red and black in sRGB.
 * The same frames give the same bytes.
 */
export async function writePdf(pages: Iterable<PageFrame>, faces: Faces, { title, author, created, bookmarks }: PdfDetails): Promise<Uint8Array> {
  const named = Object.entries({ Title: plain(title), Author: plain(author) }).filter(([, words]) => words !== '');
  const info = { ...Object.fromEntries(named), Creator: '拟文', Producer: 'PDFKit', CreationDate: created };
  // pdfkit's own default font is not wanted: it cannot be embedded.
  const pdf = new PDFDocument({ autoFirstPage: false, font: null as unknown as string, pdfVersion: '1.4', subset: 'PDF/A-1b', lang: 'zh-CN', displayTitle: true, info });
  const written = buffer(pdf);
  const fontOf = createFonts(pdf, faces);
  const shown: PageFrame[] = [];
  for (const frame of pages) {
    pdf.addPage({ size: [frame.width / 1000, frame.height / 1000], margin: 0 });
    const used = new Set(frame.lines.flatMap((line) => line.runs.map((run) => run.font)));
    const fonts = (pdf.page as unknown as { fonts: Record<string, unknown> }).fonts;
    for (const id of used) fonts[fontOf(id).id] = fontOf(id).reference;
    pdf.addContent(paintPage(frame, fontOf));
    shown.push(frame);
  }
  addBookmarks(pdf, bookmarks, shown);
  pdf.end();
  return new Uint8Array(await written);
}

/** pdfkit writes these words into XML as they are; full-width forms mean the same. */
const plain = (text: string): string => text.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '').replace(/[&<>]/g, (mark) => ({ '&': '＆', '<': '＜', '>': '＞' })[mark]!).trim();
