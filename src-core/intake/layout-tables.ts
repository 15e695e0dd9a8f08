import type { Ledger } from './ledger.ts';
import type { Cell, Grid, Line, Piece } from './lines.ts';
import { cellText, isLine, lineOf } from './lines.ts';
import { isMastheadText } from './recognise/head.ts';
import { COPY_TO, DATE_LINE, ORGANISATION_LINE, PRINT_DATE, PRINT_RUN } from './recognise/patterns.ts';
import { isProse } from './recognise/prose.ts';
import { join } from './spelled.ts';
import type { Spelled } from './spelled.ts';

const MOST_PARAGRAPHS = 16;
/** So far from the top stands a table of the 版头. */
const HEAD_PIECES = 8;

/**
 * Tables of a Word file that only place text on the page become lines: the 版头 (offices at the left, 文件 at the right; 发文字号 beside
 * 签发人), the 署名 of several offices over their date, the 版记. A table with anything else in it is a table.
 */
export function unfoldLayoutTables(pieces: readonly Piece[], ledger: Ledger): readonly Piece[] {
  // A file that says of every paragraph what it is needs no guess.
  const lines = pieces.filter(isLine);
  if (lines.length > 0 && lines.every(({ source }) => source?.role !== undefined && !source.hinted)) return pieces;
  const lastText = pieces.findLastIndex((piece) => isLine(piece) && !isImprintText(piece.text));
  let opened = false;
  return pieces.flatMap((piece, index): Piece[] => {
    if (isLine(piece)) {
      opened ||= isProse(piece.text);
      return [piece];
    }
    const paragraphs = withNames(paragraphsOf(piece));
    const texts = paragraphs.map(({ text }) => text.trim());
    if (texts.length === 0 || texts.length > MOST_PARAGRAPHS || piece.rowChanges) return [piece];
    const isHead = !opened && index < HEAD_PIECES && texts.every(isMastheadText) && !texts.every(isOffice);
    const isImprint = index > lastText && texts.every(isImprintText) && texts.some((text) => COPY_TO.test(text) || PRINT_DATE.test(text));
    if (isHead || isImprint) return paragraphs.map(toLine);
    return opened && signs(texts) ? signatures(piece, ledger).map(toLine) : [piece];
  });
}

/** 签发人： in one cell, who that is in the next. */
function withNames(paragraphs: readonly Spelled[]): Spelled[] {
  const joined: Spelled[] = [];
  for (const each of paragraphs) {
    const above = joined[joined.length - 1];
    if (above && SIGNATORY_LABEL.test(plain(above.text)) && PERSONS.test(each.text.trim())) joined[joined.length - 1] = join([above, each]);
    else joined.push(each);
  }
  return joined;
}

const SIGNATORY_LABEL = /^签发人[：:]$/;
const PERSONS = /^[\u4e00-\u9fff·]{1,4}(?:[\s\u3000、]+[\u4e00-\u9fff·]{1,4}){0,6}$/;

const plain = (text: string): string => text.replace(/[\s\u3000]/g, '');
const isOffice = (text: string): boolean => ORGANISATION_LINE.test(text);
const isDate = (text: string): boolean => DATE_LINE.test(plain(text));
const isImprintText = (text: string): boolean => COPY_TO.test(text) || PRINT_DATE.test(text) || PRINT_RUN.test(text) || isOffice(text) || /^主题词/.test(text);

/** Offices and the one day they sign on. */
function signs(texts: readonly string[]): boolean {
  const days = new Set(texts.filter(isDate).map(plain));
  return days.size === 1 && texts.some(isOffice) && texts.every((text) => isOffice(text) || isDate(text));
}

/** The offices, then the day, which each of them may have below its name. */
function signatures(grid: Grid, ledger: Ledger): Spelled[] {
  const all = paragraphsOf(grid);
  const [day, ...again] = all.filter(({ text }) => isDate(text.trim()));
  for (const each of again) ledger.note('dropped-duplicate', each);
  return [...all.filter(({ text }) => !isDate(text.trim())), day!];
}

/** Row by row; a cell that stands beside several rows (文件 beside the offices) is read after them. */
function paragraphsOf({ rows }: Grid): Spelled[] {
  const waiting: { readonly cell: Cell; readonly row: number }[] = [];
  const cells = rows.flatMap((row, index) => {
    const tall = row.filter(({ rowspan }) => rowspan > 1);
    for (const cell of tall) waiting.push({ cell, row: index + cell.rowspan - 1 });
    const due = waiting.filter((each) => each.row === index || (index === rows.length - 1 && each.row > index)).map(({ cell }) => cell);
    return [...row.filter(({ rowspan }) => rowspan <= 1), ...due];
  });
  return cells.filter((cell) => cellText(cell).trim() !== '').flatMap(({ paragraphs }) => paragraphs.filter(({ text }) => text.trim() !== ''));
}

const toLine = (paragraph: Spelled): Line => lineOf(paragraph, { source: { kind: 'line', text: paragraph.text, whole: true } });
