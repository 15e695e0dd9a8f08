import type { Twips } from '../../units/length.ts';
import { textWidth } from '../../units/text-width.ts';

/** Between a cell's border and its text, on either side. */
export const CELL_SIDE: Twips = 85;
const MARGINS: Twips = 2 * CELL_SIDE + 10;
/** 四号, in which tables are set. */
const CHARACTER: Twips = 280;
/** A text this long at most (a unit, a date, a head) stays on one line; of a longer one this much stands together. */
const SHORT = 8;
const BEGINNING = 4;
/** Of a number or an address, no more than this is kept on one line. */
const LONGEST_WORD = 12;
const STEP = 0.5;
/** A row of more lines than this, on average, asks for a wider page. */
const MOST_LINES = 2.5;
/** So many rows tell what all need. */
const ENOUGH_ROWS = 300;

/** A cell that stands in one column: where it begins, over how many rows, and its paragraphs. */
export interface ColumnText {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly texts: readonly string[];
}

/**
 * Widths in twips, adding up to `measure`, that make a table low: short texts and numbers stay on one line, and what is left goes by
 * half characters to the column that just then makes the rows highest.
 */
export function lowestWidths(cells: readonly ColumnText[], columns: number, measure: Twips): Twips[] {
  if (columns === 0) return [];
  const least = Array.from({ length: columns }, () => 2);
  const longest = Array.from({ length: columns }, () => 0);
  const rows: number[][] = [];
  for (const { row, column, rows: span, texts } of cells) {
    let amount = 0;
    for (const text of texts) {
      const length = textWidth(text);
      amount += length;
      longest[column] = Math.max(longest[column]!, length);
      least[column] = Math.max(least[column]!, Math.min(longestWord(text), LONGEST_WORD));
    }
    // A cell over several rows has the height of all of them.
    for (let r = row; r < row + span; r++) (rows[r] ??= Array.from({ length: columns }, () => 0))[column] = amount / span;
  }
  // A column without a word is there to be written in.
  longest.forEach((length, column) => {
    if (length > 0) return;
    longest[column] = SHORT;
    for (const row of rows) if (row) row[column] = SHORT;
  });
  const need = longest.map((length, column) => Math.max(least[column]!, length <= SHORT ? length : BEGINNING));
  const room = measure / CHARACTER - (columns * MARGINS) / CHARACTER;
  const [leastSum, needSum] = [sum(least), sum(need)];
  if (needSum > room) {
    const share = leastSum < room ? (room - leastSum) / (needSum - leastSum) : 0;
    return toTwips(least.map((each, column) => each + (need[column]! - each) * share), measure);
  }
  const every = Math.ceil(rows.length / ENOUGH_ROWS);
  return toTwips(widen(need, room - needSum, rows.filter((row, index) => row && index % every === 0)), measure);
}

/** Whether texts stand well in columns so wide: no word is broken, and a row below the first has few lines. */
export function standWell(cells: readonly ColumnText[], widths: readonly Twips[]): boolean {
  const lines: number[] = [];
  for (const { row, column, rows, texts } of cells) {
    const room = (widths[column]! - 2 * CELL_SIDE) / CHARACTER;
    if (texts.some((text) => Math.min(longestWord(text), LONGEST_WORD) > room)) return false;
    const height = texts.reduce((total, text) => total + Math.max(1, Math.ceil(textWidth(text) / room)), 0) / rows;
    for (let r = row; r < row + rows; r++) lines[r] = Math.max(lines[r] ?? 0, height);
  }
  // The heads of narrow columns may take what they need.
  const below = lines.slice(1);
  return below.reduce((total, each) => total + each, 0) <= MOST_LINES * below.length;
}

/** Gives the room away. A row's height is the fourth-power mean of its columns' lines: near the greatest, and never blind to the second. */
function widen(widths: readonly number[], room: number, rows: readonly (readonly number[])[]): number[] {
  const wide = [...widths];
  const powers = rows.map((row) => row.reduce((total, amount, column) => total + fourth(amount / wide[column]!), 1));
  const gainOf = (column: number): number => rows.reduce((gain, row, index) => {
    const [now, then] = [fourth(row[column]! / wide[column]!), fourth(row[column]! / (wide[column]! + STEP))];
    return gain + root(powers[index]!) - root(powers[index]! - now + then);
  }, 0);
  for (let left = room; left >= STEP; left -= STEP) {
    const gains = wide.map((_, column) => gainOf(column));
    const best = gains.indexOf(Math.max(...gains));
    rows.forEach((row, index) => (powers[index]! += fourth(row[best]! / (wide[best]! + STEP)) - fourth(row[best]! / wide[best]!)));
    wide[best]! += STEP;
  }
  return wide;
}

// Square roots are the same to the last bit on every host; other powers need not be.
const fourth = (x: number): number => x * x * x * x;
const root = (x: number): number => Math.sqrt(Math.sqrt(x));
const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

/** Characters to twips, in proportion to what the measure holds; the last column takes what rounding leaves. */
function toTwips(characters: readonly number[], measure: Twips): Twips[] {
  const scale = (measure - characters.length * MARGINS) / sum(characters);
  const widths = characters.map((each) => Math.max(1, Math.floor(MARGINS + each * scale)));
  return widths.with(-1, Math.max(1, widths.at(-1)! + measure - sum(widths)));
}

/** The longest run without a blank and without a Chinese character, in characters. */
const longestWord = (text: string): number => (text.match(/[!-\u1fff]+/g) ?? []).reduce((longest, word) => Math.max(longest, textWidth(word)), 0);
