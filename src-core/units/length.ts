/** A length in twips, 1/20 pt = 1/1440 in. Always an integer, so that every host lays out alike. */
export type Twips = number & { readonly unit?: 'twip' };

/** A type size in half-points, as OOXML writes it (三号 = 32). */
export type HalfPoints = number & { readonly unit?: 'half-point' };

export const twipsFromMillimetres = (millimetres: number): Twips => Math.round((millimetres * 1440) / 25.4);
export const twipsFromPoints = (points: number): Twips => Math.round(points * 20);
export const millimetresFromTwips = (twips: Twips): number => (twips * 25.4) / 1440;
export const pointsFromTwips = (twips: Twips): number => twips / 20;

/** One 三号 character cell: 16 pt set 0.25 pt tight, 28 to a line of 156 mm (GB/T 9704—2012 5.2.3). */
export const CELL: Twips = 315;
/** One 四号 character, 14 pt: the 版记 and the page number are set in it. */
export const SMALL_CELL: Twips = 280;
/** One line: 22 to the page; 580 would leave only 21 (GB/T 9704—2012 5.2.3). */
export const LINE: Twips = 579;

/** Sizes by name, in half-points. */
export const SIZES = { 一号: 52, 二号: 44, 小二: 36, 三号: 32, 小三: 30, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const satisfies Record<string, HalfPoints>;
