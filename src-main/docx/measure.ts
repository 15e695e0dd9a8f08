import type { HalfPoints, Twips } from '#core/units/length.ts';

/**
 * How wide a line of text comes out, in twips: Han characters and full-width marks one em, Latin letters and digits half an em
 * (Times digits exactly, letters on average). Good to place a signature over its date; not a line breaker.
 */
export function textWidth(text: string, size: HalfPoints, spacing: Twips): Twips {
  let width = 0;
  for (const character of text) width += size * 10 * (isNarrow(character) ? narrowWidth(character) : 1) + spacing;
  return Math.round(width);
}

const isNarrow = (character: string): boolean => character.codePointAt(0)! < 0x2000 && character !== '·' && character !== '×';
const narrowWidth = (character: string): number => ('.,:;\'!|'.includes(character) ? 0.25 : 0.5);

/**
 * Where the body of a Han character stands in a line of exact height: word processors put the baseline at 80 % of it, and the
 * character reaches 88 % of its size above and 12 % below.
 */
export const spaceAboveGlyphs = (line: Twips, size: HalfPoints): Twips => Math.round(line * 0.8 - size * 10 * 0.88);
export const spaceBelowGlyphs = (line: Twips, size: HalfPoints): Twips => Math.round(line * 0.2 - size * 10 * 0.12);
