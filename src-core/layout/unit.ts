import type { HalfPoints, Twips } from '../units/length.ts';

/**
 * A length on the page in 1/1000 pt. Always an integer: twips (50 of it), half-points (500) and 1/1000 em of a size in half-points
 * are whole, so that pages are the same numbers in every JavaScript engine; an A4 sheet is 595 300 × 841 900.
 */
export type Millipoints = number & { readonly unit?: 'millipoint' };

export const fromTwips = (twips: Twips): Millipoints => Math.round(twips * 50);
export const fromHalfPoints = (size: HalfPoints): Millipoints => Math.round(size * 500);
export const fromMillimetres = (millimetres: number): Millipoints => Math.round((millimetres * 72_000) / 25.4);
export const millimetresOf = (length: Millipoints): number => (length * 25.4) / 72_000;
/** Never less: what is given this room must fit in it. */
export const twipsOf = (length: Millipoints): Twips => Math.ceil(length / 50);
