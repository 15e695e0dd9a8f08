import type { HalfPoints, Twips } from '#core/units/length.ts';
import { textWidth } from '#core/units/text-width.ts';

/** How wide a line of text comes out, in twips. Good to place a signature over its date; not a line breaker. */
export const lineWidth = (text: string, size: HalfPoints, spacing: Twips): Twips => Math.round(size * 10 * textWidth(text) + spacing * [...text].length);

/**
 * Where the body of a Han character stands in a line of exact height: word processors put the baseline at 80 % of it, and the
 * character reaches 88 % of its size above and 12 % below.
 */
export const spaceAboveGlyphs = (line: Twips, size: HalfPoints): Twips => Math.round(line * 0.8 - size * 10 * 0.88);
export const spaceBelowGlyphs = (line: Twips, size: HalfPoints): Twips => Math.round(line * 0.2 - size * 10 * 0.12);
