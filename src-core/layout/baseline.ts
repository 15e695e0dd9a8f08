import type { Millipoints } from './unit.ts';

/**
 * Where the body of a Han character stands in a line of exact height: word processors put the baseline at 80 % of it, and the
 * character reaches 88 % of its size above and 12 % below. The same numbers place the elements of our .docx.
 */
export const baselineIn = (pitch: Millipoints): Millipoints => Math.round(pitch * 0.8);
export const spaceAbove = (pitch: Millipoints, size: Millipoints): Millipoints => baselineIn(pitch) - Math.round(size * 0.88);
export const spaceBelow = (pitch: Millipoints, size: Millipoints): Millipoints => pitch - baselineIn(pitch) - Math.round(size * 0.12);
