import type { Imprint, ParagraphItem } from './items.ts';
import type { RuleFrame } from './frames.ts';
import { addPage, bottomOf, isClear, leftOf, nextPage, putLines, topOf, widthOf } from './pages.ts';
import type { Cursor, LaidPage } from './pages.ts';
import { hasRunningNotes, limitOf } from './page-notes.ts';
import type { FlowOptions } from './flow-options.ts';
import { heightOfLines } from './line-heights.ts';
import { fromMillimetres } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** First and last rule 0.35 mm, those between 0.25 mm (7.4.1). */
const OUTER = fromMillimetres(0.35);
const INNER = fromMillimetres(0.25);
/**
 * Puts the 版记 at the foot of the last page, its last rule on the lower edge of the text block (7.4). It is never parted; where it
 * does not fit, it has a page to itself, which like the blank one before it bears no number (7.5).
 */
export function putImprint(imprint: Imprint | null, cursor: Cursor, { isImprintEven }: FlowOptions): void {
  if (!imprint) return;
  const heights = imprint.rows.map(heightOfRow);
  // Its rules stand inside its lines: n lines of it take the last n lines of the page.
  const height = heights.reduce((sum, each) => sum + each, 0);
  if (height > bottomOf(cursor.page) - topOf(cursor.page)) {
    if (cursor.page.isTurned) addUpright(cursor);
    flowRows(imprint, cursor);
    return;
  }
  const isUpright = !cursor.page.isTurned;
  // Where footnotes stand already the 版记 cannot: its last rule is the lower edge of the text block.
  let isAlone = !isUpright || cursor.page.notes.length > 0 || (cursor.y + height > bottomOf(cursor.page) && !cursor.isTop);
  if (isAlone) addUpright(cursor);
  if (isImprintEven && cursor.page.number % 2 === 1) {
    if (isAlone) cursor.page.folio = null;
    addUpright(cursor);
    isAlone = true;
  }
  if (isAlone) cursor.page.folio = null;
  const { page } = cursor;
  const low = cursor.y;
  page.foot = height;
  let y = bottomOf(page) - height;
  imprint.rows.forEach((row, index) => {
    if (imprint.isRuled) page.rules.push(index === 0 ? rule(page, y, OUTER) : rule(page, y - (INNER >> 1), INNER));
    putRow(page, row, y, low);
    y += heights[index]!;
  });
  if (imprint.isRuled) page.rules.push(rule(page, y - OUTER, OUTER));
  while (hasRunningNotes(cursor.page)) nextPage(cursor);
}

const rule = (page: LaidPage, y: Millipoints, height: Millipoints): RuleFrame => ({ x: leftOf(page), y, width: widthOf(page), height, color: 'black', kind: 'imprint' });

/** The 版记 stands on upright paper, also behind landscape pages. */
function addUpright(cursor: Cursor): void {
  const { geometry, isTurned } = cursor.page;
  cursor.page = addPage(cursor.pages, isTurned ? cursor.pages.find((page) => !page.isTurned)?.geometry ?? upright(cursor.page) : geometry, false);
  cursor.y = topOf(cursor.page);
  cursor.isTop = true;
}

const upright = ({ geometry }: LaidPage): LaidPage['geometry'] => ({ width: geometry.height, height: geometry.width, top: geometry.right, right: geometry.bottom, bottom: geometry.left, left: geometry.top });

const heightOf = (item: ParagraphItem): Millipoints => heightOfLines(item.laid, 0, item.laid.lines.length, item.pitch);

function heightOfRow(row: readonly ParagraphItem[]): Millipoints {
  let below = 0;
  let beside = 0;
  for (const item of row) {
    if (item.isBeside) beside = Math.max(beside, heightOf(item));
    else below += heightOf(item);
  }
  return Math.max(below, beside);
}

function putRow(page: LaidPage, row: readonly ParagraphItem[], top: Millipoints, low: Millipoints): void {
  let y = top;
  for (const item of row) {
    putLines(page, item, 0, item.laid.lines.length, item.isBeside ? top : y, -1, low);
    if (!item.isBeside) y += heightOf(item);
  }
}

/** A 版记 longer than a page is set like text: nothing of it may be lost. */
function flowRows(imprint: Imprint, cursor: Cursor): void {
  for (const item of imprint.rows.flat()) {
    for (let line = 0; line < item.laid.lines.length; line++) {
      const height = heightOfLines(item.laid, line, line + 1, item.pitch);
      while (!isClear(cursor) && cursor.y + height > limitOf(cursor.page)) nextPage(cursor);
      putLines(cursor.page, item, line, line + 1, cursor.y);
      cursor.y += height;
      cursor.isTop = false;
    }
  }
  while (hasRunningNotes(cursor.page)) nextPage(cursor);
}
