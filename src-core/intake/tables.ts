import { cellParagraphs } from './clean/tags.ts';
import { isFactName, isRemains } from './clean/website.ts';
import { cleanCharacters } from './clean/characters.ts';
import type { Ledger } from './ledger.ts';
import { cellText, lineOf } from './lines.ts';
import type { Cell, Grid, Line, Piece } from './lines.ts';
import { alignedRows } from './aligned-rows.ts';
import { formRows } from './form-rows.ts';
import { readHeadRows } from './head-rows.ts';
import { placeShortRows } from './short-rows.ts';
import { groupCells } from './table-groups.ts';
import { EMPTY, join, replace, respelled, slice, trim } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** Lines whose cells are parted by tabs or by bars become tables; blocks that a page break parted are put together again. */
export function readTables(lines: readonly Line[], ledger: Ledger): Piece[] {
  const pieces: Piece[] = [];
  const aligned = alignedRows(lines);
  for (let i = 0; i < lines.length; ) {
    const form = formRows(lines, i);
    if (form > 0) {
      pieces.push(toForm(lines.slice(i, i + form), ledger));
      i += form;
      continue;
    }
    const set = aligned.get(i);
    const rows: Rows | undefined = set ? { cells: set.map((row) => row.map((part): Cell => ({ paragraphs: cleanCell(part, ledger), colspan: 1, rowspan: 1 }))), next: i + set.length } : rowsFrom(lines, i, ledger);
    if (rows?.facts) {
      for (const line of rows.facts) pieces.push(line);
      i = rows.next;
    } else if (rows === undefined) pieces.push(lines[i++]!);
    else {
      if (rows.cells.length > 0) pieces.push(toGrid(rows.cells));
      i = rows.next;
    }
  }
  return mergeTables(pieces, ledger);
}

interface Rows {
  readonly cells: Cell[][];
  readonly next: number;
  /** The cells as lines, when the table is the one a site puts above a document. */
  readonly facts?: Line[];
}

/** 发布日期: | 2026-01-08 |: a name and its value are one fact. */
function namedCells(cells: readonly Spelled[]): Spelled[] {
  const facts: Spelled[] = [];
  for (let i = 0; i < cells.length; i++) {
    const [cell, next] = [cells[i]!, cells[i + 1]];
    const isNamed = NAMED.test(cell.text) && next !== undefined && next.text.trim() !== '' && !NAMED.test(next.text);
    facts.push(isNamed ? join([cell, next]) : cell);
    if (isNamed) i++;
  }
  return facts;
}

const NAMED = /[:：][\s\u3000]*$/;

function rowsFrom(lines: readonly Line[], start: number, ledger: Ledger): Rows | undefined {
  const bars = isBarRow(lines[start]!);
  if (!bars && !isTabRow(lines[start]!)) return undefined;
  let next = start + 1;
  while (next < lines.length && (belongs(lines[next]!, lines[start]!, bars) || (next === start + 1 && isSecondHead(lines, start)))) next++;
  if (next - start < 2 && (bars || columns(lines[start]!) < WIDE_ROW)) return undefined;
  if (bars && lines.slice(start, next).some((line) => line.text.split('|').some((cell) => isRemains(cell.trim())))) {
    const facts = lines.slice(start, next).flatMap((line) => namedCells(splitBars(line, ledger))).map((cell) => lineOf(cell)).filter((line) => line.text !== '');
    return { cells: [], next, facts };
  }
  if (bars && isFactTable(lines.slice(start, next).map(barCells))) {
    const rows = lines.slice(start, next);
    for (const line of rows) ledger.note('dropped-tag', join([slice(line, 0, 1), slice(line, line.text.length - 1)]));
    return { cells: [], next, facts: rows.map((line) => lineOf(slice(line, 1, line.text.length - 1))) };
  }
  const cells = lines.slice(start, next).flatMap((line) => {
    if (bars && /^[|\s:-]+$/.test(line.text)) {
      ledger.note('dropped-tag', line);
      return [];
    }
    const parts = bars ? splitBars(line, ledger) : splitCells(line, '\t');
    const row = parts.map((part): Cell => ({ paragraphs: cleanCell(part, ledger), colspan: 1, rowspan: 1 }));
    return [row, ...Array.from({ length: bars ? 0 : (line.emptyRows ?? 0) }, () => row.map(emptyCell))];
  });
  return { cells, next };
}

const barCells = (line: Line): readonly string[] => line.text.slice(1, -1).split('|').map((cell) => cell.replace(/[\s\u3000]|[:：]\s*$/g, ''));

/** | 发文字号 | … | 成文日期 | … |: names and values side by side, in every row: the table a site puts above a document. 名称 | 文号 names columns. */
function isFactTable(rows: readonly (readonly string[])[]): boolean {
  const told = rows.filter((row) => row.some((cell) => /[^:-]/.test(cell)));
  const pairs = told.flatMap((row) => row.filter((cell, at) => at % 2 === 0 && isFactName(cell) && !isFactName(row[at + 1] ?? '')));
  return pairs.length > 1 && told.every(([first]) => isFactName(first!));
}

/** A row of so many cells is a table by itself: a form to be filled in. */
const WIDE_ROW = 4;
/** Word's own limit; more tabs than that are no table. */
const MOST_COLUMNS = 63;

/** A row has a tab between two texts; a tab at its start is an empty cell, inside a table only. */
const isTabRow = (line: Line): boolean => !line.said && line.text.includes('\t') && columns(line) <= MOST_COLUMNS;
const isBarRow = (line: Line): boolean => !line.said && /^\|.*\|$/.test(line.text) && line.text.length > 2;
const columns = (line: Line): number => line.tabs + line.text.split('\t').length;

function belongs(line: Line, first: Line, bars: boolean): boolean {
  if (bars) return isBarRow(line) && !line.gap;
  const isWhole = line.tabsBehind !== undefined && columns(line) + line.tabsBehind === columns(first) + (first.tabsBehind ?? 0);
  if (line.said || (!isTabRow(line) && line.tabs === 0 && !isWhole)) return false;
  if (!line.gap || columns(line) === columns(first) || /\d/.test(line.text)) return true;
  // After a blank line, a header with other columns begins a table of its own; so does a row of a form, which has few.
  return columns(line) > columns(first) / 2 && !line.text.split('\t').every(isHead);
}

/** Names of columns below the heads that reach over them, told by the longer row of figures behind: blank lines stand between all rows. */
function isSecondHead(lines: readonly Line[], start: number): boolean {
  const [first, second, third] = [lines[start]!, lines[start + 1]!, lines[start + 2]];
  if (!third || !isTabRow(second) || !isTabRow(third) || !/\d/.test(third.text) || ![first, second].every((line) => line.text.split('\t').every(isHead))) return false;
  return columns(third) > Math.max(columns(first), columns(second)) && columns(third) < columns(first) + columns(second);
}

function splitCells(line: Line, separator: string): Spelled[] {
  const cells: Spelled[] = [];
  let done = 0;
  for (let at = line.text.indexOf(separator); at >= 0; at = line.text.indexOf(separator, done)) {
    cells.push(slice(line, done, at));
    done = at + 1;
  }
  cells.push(slice(line, done));
  const empty = (count: number): Spelled[] => Array.from({ length: separator === '\t' ? count : 0 }, () => EMPTY);
  return [...empty(line.tabs), ...cells, ...empty(line.tabsBehind ?? 0)];
}

function splitBars(line: Line, ledger: Ledger): Spelled[] {
  replace(line, /\|/g, () => '', (gone) => ledger.note('dropped-tag', gone));
  return splitCells(lineOf(slice(line, 1, line.text.length - 1)), '|');
}

const cleanCell = (cell: Spelled, ledger: Ledger): Spelled[] =>
  cellParagraphs(cell, ledger).map((part) => trim(tidyBlanks(cleanCharacters(part, ledger), ledger)));

/** In a cell a blank parts names (县财政局 县民政局) and stays; only beside digits and punctuation it goes. */
const tidyBlanks = (text: Spelled, ledger: Ledger): Spelled =>
  replace(text, /(?<=[，。；：、（）“”》])[ \u00a0]+|(?<=\d) +(?=[年月日%万亿元个])|(?<=[\u4e00-\u9fff]) +(?=\d)|(?<=^\d{1,2}\.) +/g, () => '', (gone) => ledger.note('removed-blank', gone));

function toGrid(cells: readonly (readonly Cell[])[]): Grid {
  // Tabs at the end of every row are no column.
  const width = cells.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cellText(cell) !== '') + 1), 1);
  const cut = cells.map((row) => row.slice(0, width));
  const { rows: headed, headerRows } = readHeadRows(cut, width);
  const rows = placeShortRows(headed, headerRows).map((row, index) => (index < headerRows ? row : [...row, ...Array.from({ length: width - row.length }, emptyCell)]));
  return { kind: 'table', rows, headerRows };
}

/** Names and the blank cells beside them: no row is the head of the others. */
function toForm(lines: readonly Line[], ledger: Ledger): Grid {
  const cells = lines.map((line) => splitCells(line, '\t').map((part): Cell => ({ paragraphs: cleanCell(part, ledger), colspan: 1, rowspan: 1 })));
  const width = Math.max(2, ...cells.map((row) => row.length));
  return { kind: 'table', rows: cells.map((row) => [...row, ...Array.from({ length: width - row.length }, emptyCell)]), headerRows: 0 };
}

const emptyCell = (): Cell => ({ paragraphs: [], colspan: 1, rowspan: 1 });
const isHead = (text: string): boolean => /^[^\d。；]{1,16}$/.test(text);

/** Tables that follow each other with the same header are one table, cut by pages: the repeated header goes. */
function mergeTables(pieces: readonly Piece[], ledger: Ledger): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (piece.kind === 'table' && last?.kind === 'table' && last.headerRows > 0 && headText(piece) === headText(last)) {
      merged[merged.length - 1] = { ...last, rows: [...last.rows, ...piece.rows] };
    } else merged.push(piece);
  }
  return merged.map((piece) => (piece.kind === 'table' ? groupCells(repairOrdinals(dropRepeatedHeaders(piece, ledger), ledger), ledger) : piece));
}

const rowText = (row: readonly Cell[]): string => row.map(cellText).filter((text) => text !== '').join('\t').replace(/[ \u3000]/g, '');
const headText = ({ rows, headerRows }: Grid): string => rows.slice(0, headerRows).map(rowText).join('\n');

/** Rows in the middle of a table that say what its head says, all of it, stood at the top of a page. */
function dropRepeatedHeaders(grid: Grid, ledger: Ledger): Grid {
  const { headerRows } = grid;
  if (headerRows === 0) return grid;
  const heads = grid.rows.slice(0, headerRows).map(rowText);
  const rows = grid.rows.slice(0, headerRows);
  for (let i = headerRows; i < grid.rows.length;) {
    if (heads.some((head, at) => rowText(grid.rows[i + at] ?? []) !== head)) {
      rows.push(grid.rows[i++]!);
      continue;
    }
    const repeated = grid.rows.slice(i, i + headerRows).flat().flatMap((cell) => cell.paragraphs);
    for (const part of repeated) ledger.note('dropped-duplicate', part);
    ledger.note('merged-table', repeated[0]!);
    i += headerRows;
  }
  return { ...grid, rows };
}

/** A first column of ordinals 一 二 三 whose 一 was read as a dash. */
function repairOrdinals(grid: Grid, ledger: Ledger): Grid {
  if (!grid.rows.some((row) => cellText(row[0]!) === '二')) return grid;
  const rows = grid.rows.map((row) => {
    const [first, ...rest] = row;
    if (!/^[—－ー-]$/.test(cellText(first!))) return row;
    const part = first!.paragraphs[0]!;
    ledger.note('repaired-glyph', part);
    return [{ ...first!, paragraphs: [respelled(part, '一')] }, ...rest];
  });
  return { ...grid, rows };
}
