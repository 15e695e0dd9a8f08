import type { Composition, Item, LaidRow, LaidTable, ParagraphItem, Section, TableItem } from './items.ts';
import { heightOfLines } from './line-heights.ts';
import { hasImage } from './plan-image-rows.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** So many paragraphs before a 落款 stay with it: 附件说明 and the end of the text. */
export const LONGEST_CHAIN = 4;

const heightOf = (item: ParagraphItem): Millipoints => heightOfLines(item.laid, 0, item.laid.lines.length, item.pitch);
const firstLineOf = (item: ParagraphItem): Millipoints => heightOfLines(item.laid, 0, 1, item.pitch);

/** A 附件说明. */
export const isNote = (item: Item | undefined): boolean => item?.kind === 'paragraph' && item.role === 'attachmentNote';

/** As our .docx has it: the end of the text and a short 附件说明 stay with the 落款. */
export function keepsToClosing(items: readonly Item[], index: number): boolean {
  let after = index + 1;
  while (isNote(items[after])) after++;
  const closing = items[after];
  return closing?.kind === 'paragraph' && closing.closes && !(items[index] as ParagraphItem).closes && after - index <= LONGEST_CHAIN;
}

const isKeeper = (item: Item): boolean => item.kind === 'paragraph' && item.keepsWithNext;

/**
 * Whether the end of the text with the headings over it and its 落款 are higher than a page: nothing can hold them together, and LibreOffice, which moves a paragraph
 * kept with the next one whole, would part the 落款 itself. So in the .docx such a paragraph is not kept with it.
 */
export function isLoose(items: readonly Item[], index: number, room: Millipoints): boolean {
  const { pitch } = items[index] as ParagraphItem;
  let total = 0;
  let row = 0;
  let first = index;
  while (first > 0 && isKeeper(items[first - 1]!)) first--;
  for (let at = first; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind === 'table') break;
    const isOfEnd = at <= index || item.closes || item.role === 'attachmentNote';
    if (!isOfEnd && !(items[at - 1] as ParagraphItem).keepsWithNext) break;
    const height = isOfEnd ? heightOf(item) : firstLineOf(item);
    if (item.isBeside) row = Math.max(row, height);
    else {
      total += row + (at > first ? item.before : 0);
      row = height;
    }
    if (!isOfEnd) break;
  }
  // Rows of the grid, as word processors count.
  return total + row > Math.floor(room / pitch) * pitch;
}

/** What a table has on every page it goes on to: its head, and 续表. */
export const headHeightOf = (table: LaidTable, isContinued: boolean): Millipoints => table.rows.slice(0, table.heads).reduce((sum, row) => sum + row.height, isContinued ? table.pitch : 0);

const heightOfPage = ({ page }: Section): Millipoints => fromTwips(page.height - page.top - page.bottom);

/** Higher than a page, and so parted from where it begins; a table with images has its own way (plan-image-rows.ts). */
export const isParted = (row: LaidRow, table: LaidTable, isContinued: boolean, pageHeight: Millipoints): boolean => row.height > pageHeight - headHeightOf(table, isContinued) && !table.cells.some(hasImage);

/** Kept whole such a row would begin on a new page in a word processor, and leave the one before empty. */
const tallRows = ({ pos, table, continued }: TableItem, pageHeight: Millipoints): number[] => table.rows.flatMap((row) => (isParted(row, table, continued !== null, pageHeight) ? [pos + 1 + row.pos] : []));

/** Positions of what the .docx does not keep together: paragraphs before their 落款, and rows. */
export const findLoose = ({ sections }: Composition): number[] => sections.flatMap((section) => section.items.flatMap((item, index) => {
  const room = heightOfPage(section);
  if (item.kind === 'table') return tallRows(item, room);
  return keepsToClosing(section.items, index) && isLoose(section.items, index, room) ? [item.pos] : [];
}));
