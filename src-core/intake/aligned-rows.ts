import { typedWidth } from '../units/text-width.ts';
import { alignedHeads } from './aligned-heads.ts';
import type { Line } from './lines.ts';
import { EMPTY, firstOffset, indexOfOffset, slice } from './spelled.ts';
import type { Spelled } from './spelled.ts';

const FEWEST_ROWS = 3;
const FEWEST_PAIRS = 4;
const WIDEST_CELL = 16;
const GAP = /[ \u00a0\u3000]{2,}/g;

/**
 * Tables that were set with blanks, by the index of their first line: lines with the same number of short cells. Two columns
 * are a table only where the second holds figures. Names set apart (张  三    局长) are none.
 */
export function alignedRows(lines: readonly Line[]): ReadonlyMap<number, Spelled[][]> {
  const tables = new Map<number, Spelled[][]>();
  let rows: Spelled[][] = [];
  for (let i = 0; i <= lines.length; i++) {
    const found = i < lines.length ? cellsOf(lines[i]!) : undefined;
    const row = found && rows.length > 1 && found.length < rows[0]!.length ? inColumns(found, lines[i]!, rows, lines, i) : found;
    if (row && row.length === (rows[0]?.length ?? row.length)) {
      rows.push(row);
      continue;
    }
    if (isTable(rows)) {
      const heads = alignedHeads(lines, i - rows.length, rows, cellsOf);
      tables.set(i - rows.length - heads.length, [...heads, ...rows]);
    }
    rows = row ? [row] : [];
  }
  return tables;
}

/** A row with empty cells (合计      205): each text stands below the beginning of a column of the rows above, or it is no row of theirs. */
function inColumns(row: Spelled[], line: Line, rows: readonly Spelled[][], lines: readonly Line[], index: number): Spelled[] {
  const starts = (of: Line, cells: readonly Spelled[]): number[] => cells.map((cell) => typedWidth(of.text.slice(0, indexOfOffset(of, firstOffset(cell)))) + of.indent);
  const columns = rows.map((cells, at) => starts(lines[index - rows.length + at]!, cells));
  const placed = new Array<Spelled>(rows[0]!.length).fill(EMPTY);
  for (const [at, start] of starts(line, row).entries()) {
    const column = placed.findIndex((_, n) => columns.filter((each) => Math.abs(each[n]! - start) <= 1).length * 2 > columns.length);
    if (column < 0 || placed[column] !== EMPTY) return row;
    placed[column] = row[at]!;
  }
  return placed;
}

function isTable(rows: readonly Spelled[][]): boolean {
  if (rows.length < FEWEST_ROWS || rows.filter(isNames).length * 2 >= rows.length) return false;
  return rows[0]!.length > 2 || (rows.length >= FEWEST_PAIRS && rows.slice(1).every((row) => /^[\d.,%％]+/.test(row[1]!.text)));
}

function cellsOf(line: Line): Spelled[] | undefined {
  if (line.said || line.text.includes('\t') || line.text.includes('|') || /[。；！？：]|:(?!\d)/.test(line.text) || line.text.length > 100) return undefined;
  const gaps = [...line.text.matchAll(GAP)];
  if (gaps.length === 0) return undefined;
  const ends = [...gaps.map((gap) => gap.index), line.text.length];
  const cells = ends.map((end, index) => slice(line, index === 0 ? 0 : gaps[index - 1]!.index + gaps[index - 1]![0].length, end));
  return cells.every((cell) => typedWidth(cell.text) <= WIDEST_CELL) ? cells : undefined;
}

/** 张  三    局长: two single characters beside each other are a name. */
const isNames = (row: readonly Spelled[]): boolean => row.some((cell, index) => cell.text.length === 1 && row[index + 1]?.text.length === 1 && /[\u4e00-\u9fff]/.test(cell.text));
