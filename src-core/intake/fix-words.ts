import type { Ledger } from './ledger.ts';
import { isLine, withText } from './lines.ts';
import type { Piece } from './lines.ts';
import type { Span } from './source.ts';
import { indexOfOffset, join, respelled, slice, written } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** A misread word a person has set right: what stands at a place of the source is to read so. */
export interface WordFix {
  readonly span: Span;
  readonly text: string;
}

/** Puts the right words in the place of misread ones, in lines and in cells; each is entered in the account. */
export function fixWords(pieces: readonly Piece[], fixes: readonly WordFix[], ledger: Ledger): readonly Piece[] {
  if (fixes.length === 0) return pieces;
  const fix = <T extends Spelled>(spelled: T): Spelled => fixes.reduce<Spelled>((text, each) => fixOne(text, each, ledger), spelled);
  return pieces.map((piece): Piece => {
    if (isLine(piece)) {
      const fixed = fix(piece);
      return fixed === piece ? piece : withText(piece, fixed);
    }
    return { ...piece, rows: piece.rows.map((row) => row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(fix) }))) };
  });
}

function fixOne(spelled: Spelled, { span: [start, end], text }: WordFix, ledger: Ledger): Spelled {
  const from = indexOfOffset(spelled, start);
  const to = indexOfOffset(spelled, end - 1) + 1;
  if (from < 0 || to <= from) return spelled;
  const old = slice(spelled, from, to);
  ledger.note('fixed-word', old);
  return join([slice(spelled, 0, from), text.length === old.text.length ? respelled(old, text) : written(text), slice(spelled, to)]);
}
