import { readLabel } from '#core/intake/recognise/label.ts';
import type { Piece } from './inline.ts';

const FEWEST_LINES = 3;

/**
 * A whole text in one paragraph, its paragraphs parted by line breaks, as text copied from a web page comes: its lines. Undefined
 * where breaks only part a line or two of one paragraph. Whether a line runs on into the next the text tells, as in a text file.
 */
export function splitAtBreaks(pieces: readonly Piece[]): (readonly Piece[])[] | undefined {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    // What is deleted, or the text of a reference, stays in one.
    if (piece.struck || piece.link || !piece.text.includes('\n')) {
      lines.at(-1)!.push(piece);
      continue;
    }
    // What points to the text points to its first line.
    const { anchor, ...rest } = piece;
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '' || (index === 0 && anchor)) lines.at(-1)!.push({ ...rest, text, ...(index === 0 && anchor ? { anchor } : {}) });
    }
  }
  const texts = lines.map((line) => line.map(({ text, struck }) => (struck ? '' : text)).join('')).filter((text) => text.trim() !== '');
  return texts.length >= FEWEST_LINES && texts.filter(isParagraph).length * 2 >= texts.length ? withoutEmpty(lines) : undefined;
}

/** It begins like a paragraph, or ends like one. */
const isParagraph = (text: string): boolean => /^(?:[\u3000\u00a0]{2}| {4})/.test(text) || /[。；：！？]\s*$/.test(text) || (readLabel(text.trim())?.level ?? 0) > 0;

/** Empty lines go; what stands in them beside text goes with the line above. */
function withoutEmpty(lines: readonly (readonly Piece[])[]): (readonly Piece[])[] {
  const kept: Piece[][] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    if (last && line.every(({ text, struck }) => struck || text.trim() === '')) for (const piece of line) last.push(piece);
    else kept.push([...line]);
  }
  return kept;
}
