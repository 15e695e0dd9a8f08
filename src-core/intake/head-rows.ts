import { FIGURE, columnKinds, formOf } from './column-kind.ts';
import type { ColumnKind } from './column-kind.ts';
import { cellText } from './lines.ts';
import type { Cell } from './lines.ts';
import { placeSubheads } from './subheads.ts';

/** The rows of a table, those of its head first, with the cells of the head set across and down as their places tell. */
export interface Headed {
  readonly rows: readonly (readonly Cell[])[];
  readonly headerRows: number;
}

type Rows = readonly (readonly Cell[])[];

/**
 * Which rows of a table copied as text are its head: short words above rows of figures or of 序号, no figure and no sentence among
 * them. Under a head that reaches over columns stands a second row; where its cells belong is told by the empty cells of both rows or,
 * where the merges are lost, by their number. A single cell across the top is a title row and part of the head.
 */
export function readHeadRows(rows: Rows, width: number): Headed {
  const title = width > 2 && rows.length > 2 && isTitleRow(rows[0]!) ? 1 : 0;
  const { rows: headed, headerRows } = readHeads(rows.slice(title), width);
  if (headerRows === 0) return { rows, headerRows };
  return { rows: [...(title ? [[{ ...rows[0]![0]!, colspan: width }]] : []), ...headed], headerRows: title + headerRows };
}

/** The rows that name the columns, one or two. */
function readHeads(rows: Rows, width: number): Headed {
  const none = { rows, headerRows: 0 };
  const [first, second, ...body] = rows;
  if (first === undefined || second === undefined) return none;
  if (isHead(first, rows.slice(1), width)) return { rows: [pad(first, width), second, ...body], headerRows: 1 };
  const columns = columnKinds(body, width);
  const figures = columns.filter(isFigures).length;
  if (figures === 0 || ![...first, ...second].every((cell) => cellText(cell) === '' || isShortWords(cellText(cell)))) return none;
  if (first.length < width && isFilled(first) && isFilled(second)) {
    return second.length > width ? none : { rows: [...(placeSubheads(first, second, columns) ?? [pad(first, width), pad(second, width)]), ...body], headerRows: 2 };
  }
  const merged = mergeByEmptyCells(pad(first, width), pad(second, width));
  return merged && figures * 2 >= merged[1]!.length ? { rows: [...merged, ...body], headerRows: 2 } : none;
}

const isFigures = ({ figures }: ColumnKind): boolean => figures >= 0.5;
const WORDS = /^[^。；]{1,20}$/;
/** A head without any figure, which needs no figures below it to be known. */
const PLAIN_WORDS = /^[^\d。；]{1,16}$/;

const YEAR = /^(?:19|20)\d{2}$/;

const isShortWords = (text: string): boolean => WORDS.test(text) && (!FIGURE.test(text) || /年|月|季/.test(text));
const isFilled = (row: readonly Cell[]): boolean => row.every((cell) => cellText(cell) !== '');
const isTitleRow = ([first, ...rest]: readonly Cell[]): boolean => rest.length > 0 && isShortWords(cellText(first!)) && rest.every((cell) => cellText(cell) === '');

/** One row that names every column; the corner over the names of the rows may be empty where all else below is figures. */
function isHead(row: readonly Cell[], below: Rows, width: number): boolean {
  const texts = row.map(cellText);
  const isPlain = texts.every((text) => PLAIN_WORDS.test(text));
  if (isPlain && row.length === width) return true;
  const columns = columnKinds(below, width);
  // A remark behind the rows that no head names: the figures below tell that it is the head all the same.
  if (row.length < width) return isPlain && row.length === width - 1 && columns.slice(0, -1).some(isFigures) && !isPlainRow(below[0]!);
  const years = areYears(texts);
  return texts.every((text, column) => {
    if (text === '') return column === 0 && columns.slice(1).every(isFigures);
    if (PLAIN_WORDS.test(text) || (years && YEAR.test(text))) return true;
    return isShortWords(text) && isFigures(columns[column]!) && formOf(text) !== '0' && !columns[column]!.forms.has(formOf(text));
  });
}

const isPlainRow = (row: readonly Cell[]): boolean => row.every((cell) => PLAIN_WORDS.test(cellText(cell)));

/** 2023 2024 2025: bare years that follow each other are heads. */
function areYears(texts: readonly string[]): boolean {
  const years = texts.filter((text) => YEAR.test(text)).map(Number);
  return years.length > 1 && years.every((year, index) => index === 0 || Math.abs(year - years[index - 1]!) === 1);
}

const pad = (row: readonly Cell[], width: number): Cell[] => [...row, ...Array.from({ length: width - row.length }, (): Cell => ({ paragraphs: [], colspan: 1, rowspan: 1 }))];

/**
 * Two rows copied with their empty cells, as spreadsheets do: a head above several names reaches over the empty cells behind it,
 * one with nothing below it reaches down. Undefined where a column has no name or a name stands under a head of one column.
 */
function mergeByEmptyCells(upper: readonly Cell[], lower: readonly Cell[]): Cell[][] | undefined {
  const heads: Cell[] = [];
  const names: Cell[] = [];
  for (let column = 0; column < upper.length;) {
    if (cellText(upper[column]!) === '') return undefined;
    let end = column + 1;
    while (end < upper.length && cellText(upper[end]!) === '') end++;
    const below = lower.slice(column, end);
    const named = below.filter((cell) => cellText(cell) !== '');
    const isSpanning = end - column > 1;
    if (named.length !== (isSpanning ? below.length : 0)) return undefined;
    heads.push({ ...upper[column]!, colspan: end - column, rowspan: isSpanning ? 1 : 2 });
    names.push(...named);
    column = end;
  }
  return names.length > 0 ? [heads, names] : undefined;
}
