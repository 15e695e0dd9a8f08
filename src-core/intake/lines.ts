import { typedWidth } from '../units/text-width.ts';
import type { RowChange } from '../document/revisions.ts';
import type { Known, SourceLine } from './source.ts';
import type { Ledger } from './ledger.ts';
import { slice, spell } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** A line of the source on its way to a paragraph. Its text has no blanks at the ends. */
export interface Line extends Spelled {
  readonly kind: 'line';
  /** A blank line stands before it. */
  readonly gap: boolean;
  /** A page ended before it (page number, form feed): a paragraph may run on across. */
  readonly page: boolean;
  /** Blanks before the text, in full-width characters. */
  readonly indent: number;
  /** Tabs before the text: empty cells, where the line is a row of a table. */
  readonly tabs: number;
  /** Tabs behind the text: empty cells too. */
  readonly tabsBehind?: number;
  /** A row of a table below which so many rows stand that are empty. */
  readonly emptyRows?: number;
  /** It was marked as a heading (## of a Markdown text). */
  readonly marked: boolean;
  /** What a Word file says about it; absent for a text. */
  readonly source?: SourceLine;
  /** What a person said it is. */
  readonly said?: Known;
}

/** A cell's paragraphs. */
export interface Cell {
  readonly paragraphs: readonly Spelled[];
  readonly colspan: number;
  readonly rowspan: number;
}

export interface Grid {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
  readonly headerRows: number;
  readonly widths?: readonly number[];
  /** Rows inserted or deleted in a revision of a Word file. */
  readonly rowChanges?: readonly (RowChange | null)[];
  readonly isContinued?: boolean;
}

export const cellText = (cell: Cell): string => cell.paragraphs.map((part) => part.text).join('');

export type Piece = Line | Grid;

export const isLine = (piece: Piece | undefined): piece is Line => piece?.kind === 'line';

/** A line from a source text, blanks at both ends cut off. */
export function lineOf(spelled: Spelled, facts: Partial<Pick<Line, 'gap' | 'page' | 'marked' | 'source'>> = {}): Line {
  const body = spelled.text.trimStart();
  const lead = spelled.text.length - body.length;
  const text = slice(spelled, lead, lead + body.trimEnd().length);
  return { kind: 'line', gap: false, page: false, marked: false, ...facts, text: text.text, runs: text.runs, ...leadOf(spelled.text.slice(0, lead)) };
}

const leadOf = (blanks: string): Pick<Line, 'indent' | 'tabs'> => ({ indent: typedWidth(blanks), tabs: blanks === '' ? 0 : blanks.split('\t').length - 1 });

/** The same line with another text. */
export const withText = (line: Line, spelled: Spelled): Line => (spelled === line ? line : { ...line, text: spelled.text, runs: spelled.runs });

const BREAK = /\r\n|[\n\r\v\u0085\u2028\u2029]|\f/g;
/** \n, \r\n and the indent behind, written out: a text from a data base or a program. */
const WRITTEN_BREAK = /\r\n|[\n\r\v\u0085\u2028\u2029]|\f|(?:\\r)?\\n(?:\\t|\\u3000)*/g;
const FEWEST_WRITTEN = 3;

/** True where line ends are written out, oftener than they are made. */
function writesBreaks(text: string): boolean {
  if (!text.includes('\\n')) return false;
  const written = text.match(/\\n/g)?.length ?? 0;
  return written >= FEWEST_WRITTEN && written > (text.match(/\n/g)?.length ?? 0);
}

const BLANK = /^[\s\u200b-\u200d\u2060\ufeff]*$/;

/** Cuts a text into lines; blank ones are remembered as a gap before the next. */
export function splitLines(text: string, ledger: Ledger): Line[] {
  const lines: Line[] = [];
  let gap = false;
  let page = false;
  let tabs = 0;
  const take = (start: number, end: number): void => {
    const piece = text.slice(start, end);
    const last = lines[lines.length - 1];
    if (last && tabs > 0 && !gap && piece.length === tabs && /^\t+$/.test(piece)) {
      lines[lines.length - 1] = { ...last, emptyRows: (last.emptyRows ?? 0) + 1 };
      return;
    }
    tabs = 0;
    if (BLANK.test(piece)) {
      gap = true;
      // A zero-width character is no blank to the eye of a program: it is accounted for like the rest.
      if (/\S/.test(piece)) ledger.mark('removed-blank', start, end);
      return;
    }
    const body = piece.trimStart();
    const lead = piece.length - body.length;
    const trimmed = body.trimEnd();
    const tabsBehind = body.slice(trimmed.length).split('\t').length - 1;
    lines.push({ kind: 'line', gap, page, marked: false, ...spell(trimmed, start + lead), ...leadOf(piece.slice(0, lead)), ...(tabsBehind > 0 ? { tabsBehind } : {}) });
    tabs = piece.includes('\t') ? piece.split('\t').length - 1 : 0;
    gap = false;
    page = false;
  };
  let done = 0;
  for (const match of text.matchAll(writesBreaks(text) ? WRITTEN_BREAK : BREAK)) {
    take(done, match.index);
    if (match[0] === '\f') page = true;
    if (match[0].startsWith('\\')) ledger.mark('dropped-tag', match.index, match.index + match[0].length);
    done = match.index + match[0].length;
  }
  take(done, text.length);
  return lines;
}
