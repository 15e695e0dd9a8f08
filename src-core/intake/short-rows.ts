import { cellText } from './lines.ts';
import type { Cell } from './lines.ts';

/** How much better a row must fit further right before it is moved there. */
const MARGIN = 0.5;
const LABEL = /^[（(]?\d{1,3}[.．、）)]/;
const NUMBER = /^\d{1,4}$/;

/** What the whole rows have in a column: how long its cells are (as a logarithm), how many begin with a label, how many are a number. */
interface Usual {
  readonly length: number;
  readonly labels: number;
  readonly numbers: number;
}

/**
 * In a table copied as text, a cell that reaches over several rows is written in the first of them only, and the others are short.
 * Such a row is moved to the right, below the columns its cells are like; what it leaves free there belongs to the cell above.
 */
export function placeShortRows(rows: readonly (readonly Cell[])[], header: number): (readonly Cell[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const whole = rows.slice(header).filter((row) => row.length === width);
  const first = rows.findIndex((row, index) => index >= header && row.length === width);
  if (first < 0 || whole.length === rows.length - header) return [...rows];
  const usual = Array.from({ length: width }, (_, column): Usual => {
    const texts = whole.map((row) => cellText(row[column]!)).filter((text) => text !== '');
    const part = (is: (text: string) => boolean): number => (texts.length === 0 ? 0 : texts.filter(is).length / texts.length);
    return { length: texts.reduce((sum, text) => sum + logLength(text), 0) / Math.max(1, texts.length), labels: part((text) => LABEL.test(text)), numbers: part((text) => NUMBER.test(text)) };
  });
  return rows.map((row, index) => {
    if (index <= first || row.length >= width || row.length < 2 || cellText(row[0]!) === '') return row;
    const costs = Array.from({ length: width - row.length + 1 }, (_, shift) => row.reduce((sum, cell, at) => sum + unlike(cellText(cell), usual[shift + at]!), 0));
    const best = costs.indexOf(Math.min(...costs));
    return costs[best]! < costs[0]! - MARGIN ? [...Array.from({ length: best }, (): Cell => ({ paragraphs: [], colspan: 1, rowspan: 1 })), ...row] : row;
  });
}

const logLength = (text: string): number => Math.log(text.length + 2);

/** How unlike its column a cell is; an empty one is like any. */
function unlike(text: string, { length, labels, numbers }: Usual): number {
  if (text === '') return 0;
  return Math.abs(logLength(text) - length) + 2 * Math.abs(Number(LABEL.test(text)) - labels) + 2 * Math.abs(Number(NUMBER.test(text)) - numbers);
}
