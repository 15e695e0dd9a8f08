import { isBlock } from '../block.ts';
import type { Part } from '../block.ts';
import type { Ledger } from '../ledger.ts';
import { isLine } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { ANNEX_MARK } from './patterns.ts';

/** The title once more, cut off where the page or the file ends. */
const isCut = (text: string, title: string): boolean => text.length >= 8 && plainOf(title).startsWith(text);
const plainOf = (text: string): string => text.replace(/[\s\u3000]/g, '').replace(/^附件\d*[：:.．]?/, '').replace(/^\d{1,2}[.．、]/, '').replace(/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd)$/i, '');

/** More than a page offers: so that a long text is not gone through for each of its lines. */
const MOST_LINES = 40;

/**
 * Where a page offers for download what its text names: below the close, to the very end, nothing but the title or the names of the
 * annexes once more, 附件： above them or not. Returns the lines, [] where anything else stands there.
 */
export function repeatedBelow(pieces: readonly Piece[], start: number, title: string, parts: readonly Part[]): readonly Line[] {
  if (pieces.length - start > MOST_LINES) return [];
  const known = new Set(parts.flatMap((part) => (isBlock(part) && part.role === 'attachmentNote' ? [plainOf(part.text.text)] : [])));
  if (title !== '') known.add(plainOf(title));
  const lines: Line[] = [];
  for (const piece of pieces.slice(start)) {
    if (!isLine(piece) || piece.said || piece.source || !(known.has(plainOf(piece.text)) || isCut(plainOf(piece.text), title) || ANNEX_MARK.test(piece.text))) return [];
    lines.push(piece);
  }
  return lines.some((line) => !ANNEX_MARK.test(line.text)) ? lines : [];
}

/** Notes such lines as left out. */
export function noteRepeated(lines: readonly Line[], ledger: Ledger): void {
  for (const line of lines) ledger.note('dropped-duplicate', line);
}
