import { typedWidth } from '../units/text-width.ts';
import type { Line } from './lines.ts';
import { EMPTY, firstOffset, indexOfOffset } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** From where to where a cell reaches on its line, in full-width characters. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A head names columns: no figure alone, and a row of several at least. */
const NAMES = /[\u4e00-\u9fffA-Za-z]/;
const FEWEST_NAMES = 2;
/** So many rows tell where the columns stand. */
const MOST_ROWS = 30;

/**
 * The heads above a table set with blanks, where one reaches over several columns and the lines have fewer cells than the rows below:
 * one line, or two of which the lower names single columns. Each in cells as wide as the table, empty where a head reaches on from the
 * left; [] where a line cannot be told apart from the text above.
 */
export function alignedHeads(lines: readonly Line[], first: number, rows: readonly Spelled[][], cellsOf: (line: Line) => Spelled[] | undefined): Spelled[][] {
  const columns = extentsOf(rows.slice(0, MOST_ROWS), lines.slice(first, first + MOST_ROWS));
  const read = (at: number): Spelled[] | undefined => {
    const line = lines[at];
    const cells = line && !lines[at + 1]?.gap ? cellsOf(line) : undefined;
    return cells && cells.length >= FEWEST_NAMES && cells.length < columns.length && cells.every((cell) => NAMES.test(cell.text)) ? cells : undefined;
  };
  const lower = read(first - 1);
  const named = lower && below(lower, lines[first - 1]!, columns);
  if (!named) return [];
  const upper = read(first - 2);
  const spanning = upper && above(upper, lines[first - 2]!, named, columns);
  return spanning ? [spanning, named] : [];
}

const extentOf = (line: Line, cell: Spelled): Extent => {
  const start = typedWidth(line.text.slice(0, indexOfOffset(line, firstOffset(cell)))) + line.indent;
  return { start, end: start + typedWidth(cell.text) };
};

function extentsOf(rows: readonly Spelled[][], lines: readonly Line[]): Extent[] {
  return rows[0]!.map((_, column) => {
    const extents = rows.flatMap((row, index) => (row[column] === EMPTY ? [] : [extentOf(lines[index]!, row[column]!)]));
    return { start: Math.min(...extents.map(({ start }) => start)), end: Math.max(...extents.map(({ end }) => end)) };
  });
}

const middle = ({ start, end }: Extent): number => (start + end) / 2;

/** Each name over the column it stands nearest to; undefined where two would stand over one, or a name over none. */
function below(cells: readonly Spelled[], line: Line, columns: readonly Extent[]): Spelled[] | undefined {
  const placed = columns.map(() => EMPTY);
  for (const cell of cells) {
    const extent = extentOf(line, cell);
    const column = nearest(columns, extent);
    if (placed[column] !== EMPTY || extent.end < columns[column]!.start || extent.start > columns[column]!.end) return undefined;
    placed[column] = cell;
  }
  return placed;
}

/** A head over each column without a name of its own, and one over each run of names; undefined where they do not come out so. */
function above(cells: readonly Spelled[], line: Line, names: readonly Spelled[], columns: readonly Extent[]): Spelled[] | undefined {
  const extents = cells.map((cell) => extentOf(line, cell));
  const heads = columns.map((column) => nearest(extents, column));
  const placed = columns.map((_, column) => (heads[column] === heads[column - 1] ? EMPTY : cells[heads[column]!]!));
  const isWhole = heads.every((head, column) => column === 0 || head === heads[column - 1] || head === heads[column - 1]! + 1) && new Set(heads).size === cells.length;
  const isDivided = heads.every((head, column) => (heads.filter((other) => other === head).length > 1) === (names[column] !== EMPTY));
  return isWhole && isDivided ? placed : undefined;
}

function nearest(extents: readonly Extent[], to: Extent): number {
  const distances = extents.map((extent) => Math.abs(middle(extent) - middle(to)));
  return distances.indexOf(Math.min(...distances));
}
