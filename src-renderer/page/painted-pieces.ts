import type { RunFrame } from '#core/layout/frames.ts';

/** Characters painted in one go, with the place of each. */
export interface PaintedPiece {
  readonly text: string;
  /** 1/1000 pt, one for each character. */
  readonly xs: readonly number[];
}

/**
 * The characters of a run that have a width. One beyond U+FFFF (𠮷) ends its piece: browsers differ in whether it takes one place of an
 * SVG text or two, and what follows it would stand at the place of another.
 */
export function paintedPieces({ text, xs, advances }: Pick<RunFrame, 'text' | 'xs' | 'advances'>): PaintedPiece[] {
  const pieces: { text: string; xs: number[] }[] = [];
  let isOpen = false;
  let index = 0;
  for (const character of text) {
    if (advances[index]! > 0 && character.trim() !== '') {
      if (!isOpen) pieces.push({ text: '', xs: [] });
      const piece = pieces.at(-1)!;
      piece.text += character;
      piece.xs.push(xs[index]!);
      isOpen = character.length === 1;
    }
    index++;
  }
  return pieces;
}
