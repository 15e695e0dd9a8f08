import type { Twips } from '#core/units/length.ts';

/** English metric units, in which drawings are measured: 635 to a twip, 36,000 to a millimetre. */
export const emuFromTwips = (twips: Twips): number => Math.round(twips * 635);
export const emuFromMillimetres = (millimetres: number): number => Math.round(millimetres * 36_000);
