import type { Piece } from './inline.ts';
import type { Link } from './references.ts';

/** Runs of one reference put together; one that was changed or formatted in part is a reference no more, but the text it is now. */
export function wholeLinks(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ link }) => link)) return pieces;
  const joined: Piece[] = [];
  const stretches = new Map<Link, number>();
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.link && last?.link === piece.link && JSON.stringify(last.marks) === JSON.stringify(piece.marks)) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else {
      joined.push(piece);
      if (piece.link) stretches.set(piece.link, (stretches.get(piece.link) ?? 0) + 1);
    }
  }
  return joined.map((piece) => {
    if (!piece.link || stretches.get(piece.link) === 1) return piece;
    const { link, ...text } = piece;
    return text;
  });
}
