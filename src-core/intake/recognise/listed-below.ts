import { isLine } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { DATE_LINE } from './patterns.ts';
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
 * what goes with the document. [] where anything else stands there.
 */
export function listedBelow(pieces: readonly Piece[], start: number): readonly Listed[] {
  if (pieces.length - start > MOST || pieces.length - start < 2) return [];
  const listed: Listed[] = [];
  for (const piece of pieces.slice(start)) {
    const found = isLine(piece) && !piece.said && !piece.source && !isProse(piece.text) && !DATE_LINE.test(piece.text) ? NAMED.exec(piece.text) : null;
    if (!found || Number(found[1]) !== listed.length + 1) return [];
    listed.push({ line: piece as Line, label: found[0].length });
  }
  return listed;
}
