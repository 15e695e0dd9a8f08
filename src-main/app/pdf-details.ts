import type { Node } from 'prosemirror-model';
import { documentTitle, elementText, leadLength, textOf } from '#core/document/elements.ts';
import { numberDocument } from '#core/document/numbering.ts';
import { readOfficialDate } from '#core/units/date.ts';
import type { Bookmark } from '../pdf/bookmarks.ts';
import type { PdfDetails } from '../pdf/write-pdf.ts';

/** A draft without a date is not the work of any day: its files say the beginning of time rather than the hour they were written. */
const NO_DATE = '1970-01-01';

/** What a PDF says of its document: title, 发文机关, 成文日期 and the outline. Nothing of it hangs on when or by whom it is written. */
export function pdfDetails(doc: Node): PdfDetails {
  const date = readOfficialDate(elementText(doc, 'date')) ?? readOfficialDate(elementText(doc, 'printDate')) ?? NO_DATE;
  return {
    title: documentTitle(doc),
    author: elementText(doc, 'signature', '、') || elementText(doc, 'issuerMark', '、').replace(/文件$/, ''),
    created: new Date(`${date}T00:00:00Z`),
    bookmarks: bookmarksOf(doc),
  };
}

/** Title, headings, 章 and 节, annexes and embedded documents; headings hang under what they stand in. */
function bookmarksOf(doc: Node): Bookmark[] {
  const labels = numberDocument(doc).paragraphs;
  const found: Bookmark[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name !== 'para') return;
    const level = levelOf(node);
    if (level === null) return;
    const label = labels.get(pos)?.text ?? '';
    const words = node.attrs.runIn === true ? textOf(node).slice(0, leadLength(node)).replace(/。$/, '') : textOf(node);
    const text = `${label.trim()}${node.attrs.role === 'heading' ? '' : ' '}${words}`.trim();
    if (text !== '') found.push({ text, level, pos, isRunIn: node.attrs.runIn === true });
  });
  return found;
}

function levelOf({ attrs: { role, level } }: Node): number | null {
  if (role === 'title' || role === 'annex' || role === 'embedded') return 0;
  if (role === 'heading') return level as number;
  return role === 'article' && (level as number) <= 2 ? (level as number) : null;
}
