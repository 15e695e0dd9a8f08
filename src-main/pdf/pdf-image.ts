import type PDFDocument from 'pdfkit';
import { flattenPng } from '../images/flatten-png.ts';

/** A picture as a page's content names it. */
export interface PdfImage {
  readonly label: string;
  /** Makes it known to the page being written. */
  show(): void;
}

/** What pdfkit makes of a picture. */
interface Embedded {
  readonly label: string;
  obj: unknown;
  embed(document: InstanceType<typeof PDFDocument>): void;
}

/**
 * Pictures for a file, each embedded once however often it is shown. PDF/A-1b knows no transparency (ISO 19005-1 6.4): a PNG comes
 * flattened on white. Undefined for bytes that are not there or damaged.
 */
export function createImages(pdf: InstanceType<typeof PDFDocument>, images: ReadonlyMap<string, Uint8Array>): (source: string) => PdfImage | undefined {
  const opened = new Map<string, PdfImage | undefined>();
  const open = (bytes: Uint8Array): PdfImage | undefined => {
    try {
      const isPng = bytes[0] === 0x89;
      const image = (pdf as unknown as { openImage(source: Buffer): Embedded }).openImage(isPng ? flattenPng(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (!image.obj) image.embed(pdf);
      const { label, obj } = image;
      return { label, show: () => void ((pdf.page as unknown as { xobjects: Record<string, unknown> }).xobjects[label] ??= obj) };
    } catch {
      return undefined;
    }
  };
  return (source) => {
    const bytes = images.get(source);
    if (!opened.has(source)) opened.set(source, bytes && open(bytes));
    return opened.get(source);
  };
}
