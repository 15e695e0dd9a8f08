import type PDFDocument from 'pdfkit';
import type { LineFrame, PageFrame } from '#core/layout/frames.ts';

/** A line of the file's outline (书签). */
export interface Bookmark {
  readonly text: string;
  /** 0 for an element such as the title, 1–5 for headings: each hangs under the last of a lower level. */
  readonly level: number;
  /** Position in the document before its paragraph. */
  readonly pos: number;
  /** The paragraph goes on with text behind it: it is read aloud as a paragraph. */
  readonly isRunIn: boolean;
}

/** What pdfkit's published types leave out. */
interface OutlineItem {
  readonly outlineData: { Count?: number };
  addItem(title: string, options: { pageNumber: number; fit: false; top: number; left: number; zoom: number }): OutlineItem;
}

/** Writes the outline, all of it open; each line leads to the first line of its paragraph. What stands on no page is left out. */
export function addBookmarks(pdf: InstanceType<typeof PDFDocument>, bookmarks: readonly Bookmark[], pages: readonly PageFrame[]): void {
  const places = placesOf(new Set(bookmarks.map(({ pos }) => pos)), pages);
  const root = pdf.outline as unknown as OutlineItem;
  const above: { readonly level: number; readonly item: OutlineItem }[] = [];
  for (const { text, level, pos } of bookmarks) {
    const place = places.get(pos);
    if (!place) continue;
    while (above.length > 0 && above.at(-1)!.level >= level) above.pop();
    const parent = above.at(-1)?.item ?? root;
    // pdfkit counts `left` from the right edge.
    const item = parent.addItem(text.toWellFormed(), { pageNumber: place.page, fit: false, top: place.line.y / 1000, left: pages[place.page]!.width / 1000, zoom: 0 });
    // PDF/A-1 wants the count of what is seen below on every item and on the whole; pdfkit counts children only.
    for (const { outlineData } of [root, ...above.map((each) => each.item)]) outlineData.Count = (outlineData.Count ?? 0) + 1;
    above.push({ level, item });
  }
}

/** Where paragraphs begin. */
function placesOf(wanted: ReadonlySet<number>, pages: readonly PageFrame[]): ReadonlyMap<number, { readonly page: number; readonly line: LineFrame }> {
  const places = new Map<number, { readonly page: number; readonly line: LineFrame }>();
  pages.forEach((frame, page) => {
    for (const line of frame.lines) {
      if (line.paragraph !== null && line.isFirst && wanted.has(line.paragraph) && !places.has(line.paragraph)) places.set(line.paragraph, { page, line });
    }
  });
  return places;
}
