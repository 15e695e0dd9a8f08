import { lengthOf } from '../clipboard/clean-table.ts';
import { rtfPictures } from './rtf-pictures.ts';

/** Whether copied HTML is nothing but a picture: what a browser puts beside one it copies. */
export function pictureInHtml(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.querySelector('img') !== null && (body.textContent ?? '').trim() === '' && body.querySelector('table') === null;
}

/** A picture in copied HTML whose bytes came along: null where they are of no kind that could be read. */
export interface PastedPicture {
  readonly element: HTMLImageElement;
  readonly file: File | null;
}

/** Dots by which a page counts its readers are no pictures. */
export const isDot = (image: Element): boolean => ['width', 'height'].every((side) => /^[0-2](?:px)?$/.test(image.getAttribute(side) ?? ''));

/**
 * The pictures of copied HTML that can be carried: those in the HTML itself (data:), and those that Word and WPS name by a file of theirs
 * (file:) but have beside the HTML, in the RTF or as files. What came elsewhere is matched by number alone, and only where all fit.
 */
export function pastedPictures(source: Document, rtf: string, files: readonly File[]): PastedPicture[] {
  const images = [...source.querySelectorAll('img')].filter((image) => image.hasAttribute('src') && !isDot(image));
  const within = images.filter((image) => isData(image.src)).map((element) => ({ element, file: fileOf(element.src, element.alt) }));
  const named = images.filter((image) => !isData(image.src));
  // A drawing on a sheet is in the HTML of Excel, but its file is a picture of all that was copied.
  const isSheet = /office:excel|Excel\.Sheet|WPS Spreadsheets/i.test(source.documentElement.outerHTML.slice(0, 4000));
  const inRtf = named.length > 0 && rtf !== '' ? rtfPictures(rtf) : [];
  if (inRtf.length === named.length) return [...within, ...named.map((element, index) => ({ element, file: inRtf[index] ? new File([inRtf[index]], element.alt) : null }))];
  if (!isSheet && files.length === named.length) return [...within, ...named.map((element, index) => ({ element, file: files[index]! }))];
  return within;
}

const isData = (address: string): boolean => /^\s*data:/i.test(address);

/** The file a data: address holds; null where it is no picture or not whole. */
export function fileOf(address: string, name: string): File | null {
  const [, type, base64] = /^\s*data:(image\/[\w.+-]+)[^,]*;base64,([\s\S]*)$/i.exec(address) ?? [];
  if (type === undefined || base64 === undefined) return null;
  try {
    return new File([Uint8Array.from(atob(decodeURIComponent(base64).replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))], name, { type });
  } catch {
    return null;
  }
}

/** How wide and high the source shows it, in pixels; null where it does not say. */
export function shownSides(image: Element): { readonly width: number | null; readonly height: number | null } {
  const side = (name: 'width' | 'height'): number | null => lengthOf(image, name) / 0.75 || null;
  return { width: side('width'), height: side('height') };
}
