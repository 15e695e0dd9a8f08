import { isLine } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { DATE_LINE, ORGANISATION_LINE } from './patterns.ts';
import { isProse } from './prose.ts';

const NAMED = /^附[\s\u3000]*件[\s\u3000]*(\d{1,2})[\s\u3000]*[：:.．、]?[\s\u3000]*(?=\S{4})/;
const MOST = 20;

/** A line 附件2某某表, and how much of it is label. */
export interface Listed {
  readonly line: Line;
  readonly label: number;
}

/**
 * 附件1某某表, 附件2某某表, one a line, numbered on from 1, from `start` to the very end: with no text below any of them they name
 * what goes with the document. So they do above 署名 and 成文日期 (the document not `closed` yet). [] where anything else stands there.
 */
export function listedBelow(pieces: readonly Piece[], start: number, closed: boolean): readonly Listed[] {
  if (closed && (pieces.length - start > MOST || pieces.length - start < 2)) return [];
  const listed: Listed[] = [];
  for (const [index, piece] of pieces.slice(start, start + MOST).entries()) {
    if (!closed && listed.length > 1 && closesAt(pieces, start + index)) return listed;
    const found = isLine(piece) && !piece.said && !piece.source && !isProse(piece.text) && !DATE_LINE.test(piece.text) ? NAMED.exec(piece.text) : null;
    if (!found || Number(found[1]) !== listed.length + 1) return [];
    listed.push({ line: piece as Line, label: found[0].length });
  }
  return closed ? listed : [];
}

/** 署名, one or several, and the date. */
function closesAt(pieces: readonly Piece[], start: number): boolean {
  const below = pieces.slice(start, start + 4).filter(isLine).map((line) => line.text.replace(/[\s\u3000]/g, ''));
  const date = below.findIndex((text) => DATE_LINE.test(text));
  return date >= 0 && below.slice(0, date).every((text) => ORGANISATION_LINE.test(text));
}
