import { LINE } from '../units/length.ts';
import type { CellFrame } from './frames.ts';
import { limitOf, notesOf, numberOnPage, putNotes, roomForNotes } from './page-notes.ts';
import type { ComingNote } from './page-notes.ts';
import { planImageRows } from './plan-image-rows.ts';
import { bottomOf, isClear, leftOf, nextPage, topOf } from './pages.ts';
import type { Cursor, LaidPage } from './pages.ts';
import { CELL_MARGIN, STROKE } from './table-item.ts';
import type { LaidParagraph } from './lay-paragraph.ts';
import type { LaidCell, TableItem } from './items.ts';
import { heightOfLines, linesInRoom } from './line-heights.ts';
import { headHeightOf, isParted } from './loose.ts';
import type { Profile } from './profile.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** A row, or a part of one higher than a page, on a page. */
interface Band {
  readonly page: LaidPage;
  readonly row: number;
  readonly y: Millipoints;
  readonly height: Millipoints;
}

/**
 * The head of a table and its first row: where they do not fit on a page of so much room the table begins on the next one. Of a first row that is higher than a page
 * one line is enough.
 */
export function openingHeight({ table, continued }: TableItem, pageHeight: Millipoints): Millipoints {
  const { rows, heads, pitch } = table;
  let height = 0;
  for (let row = 0; row <= heads && row < rows.length; row++) height += rows[row]!.notesHeight + (isParted(rows[row]!, table, continued !== null, pageHeight) ? pitch + STROKE : rows[row]!.height);
  return height;
}

/**
 * Puts a table on as many pages as it needs, on each its head again (8) below 续表 where the table asks for it. A row goes to the next page whole; one that is higher
 * than a page is parted between lines. Behind it the text goes on at a line of the grid.
 */
export function flowTable(item: TableItem, cursor: Cursor, { snapsAfterTables, centresCells }: Profile, index: number): void {
  const { table } = item;
  const headHeight = headHeightOf(table, item.continued !== null);
  const bands: Band[][] = table.rows.map(() => []);
  // Nothing of this table but what is repeated of it stands on the page: another page would give no more room.
  let isFresh = isClear(cursor);
  const startPage = (): void => {
    nextPage(cursor);
    isFresh = isClear(cursor);
    // A head that leaves no room for a row is not repeated, nor one that would stand in notes that run on, nor one that has not stood yet: with an image over rows below it.
    const hasHead = bands[Math.max(0, table.heads - 1)]!.length > 0;
    if (hasHead && headHeight > 0 && headHeight < (bottomOf(cursor.page) - topOf(cursor.page)) / 2 && cursor.y + headHeight + table.pitch + STROKE <= limitOf(cursor.page)) {
      if (item.continued) {
        putContinued(item, item.continued, cursor, index);
        cursor.y += table.pitch;
      }
      for (let row = 0; row < table.heads; row++) {
        repeatRow(item, row, cursor, centresCells, index, bands[row]![0]!.page);
        cursor.y += table.rows[row]!.height;
      }
      cursor.isTop = false;
    }
  };
  const pageHeight = bottomOf(cursor.page) - topOf(cursor.page) - headHeight;
  const plan = planImageRows(table, pageHeight);
  table.rows.forEach((laid, row) => {
    const height = plan?.heights[row] ?? laid.height;
    const isTall = height > pageHeight;
    const notes = notesOfRow(item, row, index);
    while ((!isTall || plan !== null) && cursor.y + (plan?.needs[row] ?? height) + roomForNotes(cursor.page, notes, false) > limitOf(cursor.page) && !isFresh) startPage();
    // The notes of a row that is parted begin where it does.
    const reserved = (): Millipoints => (isTall ? Math.min(roomForNotes(cursor.page, notes, true), Math.max(0, Math.floor(pageHeight / 3))) : 0);
    const whole = isTall && plan ? plan.inParts(row, Math.floor((limitOf(cursor.page) - cursor.y - reserved() - STROKE) / table.pitch)) : height;
    let left = whole;
    while (left > 0) {
      const room = limitOf(cursor.page) - cursor.y - (left === whole ? reserved() : 0);
      const lines = Math.floor((room - STROKE) / table.pitch);
      if (left > room && lines < 1 && !isFresh) {
        startPage();
        continue;
      }
      const part = left <= room ? left : Math.max(1, lines) * table.pitch + STROKE;
      bands[row]!.push({ page: cursor.page, row, y: cursor.y, height: part });
      cursor.y += part;
      if (left === whole) putNotes(cursor.page, notes, cursor.y);
      cursor.isTop = false;
      isFresh = false;
      // Each part has edges of its own.
      left = left <= room ? 0 : left - part + STROKE;
      if (left > 0) startPage();
    }
  });
  for (const cell of table.cells) putCell(item, cell, bands, centresCells, index);
  if (!snapsAfterTables) return;
  const pitch = fromTwips(LINE);
  const down = cursor.y - topOf(cursor.page);
  cursor.y = topOf(cursor.page) + Math.ceil(down / pitch) * pitch;
}

/** 续表 above the head of a page the table goes on to. */
function putContinued(item: TableItem, laid: LaidParagraph, { page, y }: Cursor, index: number): void {
  page.pieces.push({ laid, pos: item.pos, role: 'tableCell', align: 'right', x: leftOf(page) + item.table.x, y, pitch: item.table.pitch, first: 0, last: laid.lines.length, isRepeated: true, isText: false, item: index });
}

/** The notes of the cells that begin in a row. */
function notesOfRow(item: TableItem, row: number, index: number): ComingNote[] {
  const { cells, notesHeight } = item.table.rows[row]!;
  return notesHeight === 0 ? [] : cells.flatMap((cell) => cell.paragraphs.flatMap(({ pos, laid }) => notesOf({ laid, pos: item.pos + 1 + pos }, 0, laid.lines.length, index)));
}

/** The numbers of marks whose notes stand on the page where their row begins, and which have come to another. */
function numbersElsewhere(item: TableItem, cell: LaidCell, paragraph: number, page: LaidPage, begins: LaidPage | undefined): ReadonlyMap<number, number> | undefined {
  const { pos, laid } = cell.paragraphs[paragraph]!;
  if (laid.notes.length === 0 || !begins || page === begins) return undefined;
  return new Map(laid.notes.map(({ at }) => [at, numberOnPage(begins, item.pos + 1 + pos + 1 + at) ?? 1]));
}

/** A cell's box on every page it reaches, and its lines in them: in the middle where they all fit (`centresCells`), else from the top on. */
function putCell(item: TableItem, cell: LaidCell, bands: readonly Band[][], centresCells: boolean, index: number): void {
  const boxes: { page: LaidPage; y: Millipoints; height: Millipoints }[] = [];
  for (let row = cell.row; row < cell.row + cell.rowspan; row++) {
    for (const band of bands[row]!) {
      const last = boxes.at(-1);
      if (last && last.page === band.page) last.height = band.y + band.height - last.y;
      else boxes.push({ page: band.page, y: band.y, height: band.height });
    }
  }
  const { pitch } = item.table;
  let left = cell.lines;
  let paragraph = 0;
  let line = 0;
  boxes.forEach(({ page, y, height }, at) => {
    page.cells.push(cellFrame(item, cell, page, y, height, false));
    const isEnd = at === boxes.length - 1;
    const room = isEnd ? left : Math.max(0, Math.floor((height - STROKE) / pitch));
    let top = y + (left <= room && centresCells ? Math.max(0, (height - left * pitch) >> 1) : STROKE >> 1);
    const before = left;
    for (let rest = Math.min(left, room) * pitch; rest > 0 && paragraph < cell.paragraphs.length; ) {
      const { pos, laid, align } = cell.paragraphs[paragraph]!;
      const last = linesInRoom(laid, line, rest, pitch);
      if (last === line) break;
      const taken = heightOfLines(laid, line, last, pitch);
      const numbers = numbersElsewhere(item, cell, paragraph, page, bands[cell.row]![0]!.page);
      page.pieces.push({ laid, pos: item.pos + 1 + pos, role: cell.isHead ? 'tableHead' : 'tableCell', align, x: leftOf(page) + item.table.x + cell.x + CELL_MARGIN, y: top, pitch, first: line, last, isRepeated: false, isText: true, item: index, ...(numbers ? { numbers } : {}) });
      top += taken;
      rest -= taken;
      left -= taken / pitch;
      line = last;
      if (line === laid.lines.length) {
        paragraph++;
        line = 0;
      }
    }
    if (left < before) page.hasText = true;
  });
}

function repeatRow(item: TableItem, row: number, { page, y }: Cursor, centresCells: boolean, index: number, begins: LaidPage | undefined): void {
  for (const cell of item.table.rows[row]!.cells) {
    let height = 0;
    for (let each = row; each < Math.min(row + cell.rowspan, item.table.heads); each++) height += item.table.rows[each]!.height;
    page.cells.push(cellFrame(item, cell, page, y, height, true));
    // Of a cell that reaches below the head as much is repeated as the head has room for.
    let rest = Math.min(cell.lines, Math.floor((height - STROKE) / item.table.pitch));
    let top = y + (centresCells ? Math.max(0, (height - rest * item.table.pitch) >> 1) : STROKE >> 1);
    for (const { pos, laid, align } of cell.paragraphs) {
      const last = linesInRoom(laid, 0, rest * item.table.pitch, item.table.pitch);
      if (last === 0) break;
      const taken = heightOfLines(laid, 0, last, item.table.pitch);
      const numbers = numbersElsewhere(item, cell, cell.paragraphs.findIndex((each) => each.laid === laid), page, begins);
      page.pieces.push({ laid, pos: item.pos + 1 + pos, role: 'tableHead', align, x: leftOf(page) + item.table.x + cell.x + CELL_MARGIN, y: top, pitch: item.table.pitch, first: 0, last, isRepeated: true, isText: false, item: index, ...(numbers ? { numbers } : {}) });
      top += taken;
      rest -= taken / item.table.pitch;
    }
  }
}

const cellFrame = (item: TableItem, cell: LaidCell, page: LaidPage, y: Millipoints, height: Millipoints, isRepeated: boolean): CellFrame => ({
  x: leftOf(page) + item.table.x + cell.x, y, width: cell.width, height, stroke: STROKE, from: item.pos + 1 + cell.pos, to: item.pos + 1 + cell.pos + cell.size, isRepeated,
  offset: cell.pos, row: cell.row, rowspan: cell.rowspan, colspan: cell.colspan, isHead: cell.isHead,
});
