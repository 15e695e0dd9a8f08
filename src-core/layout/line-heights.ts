import { pitchesOf } from './fit-image.ts';
import type { LaidParagraph } from './lay-paragraph.ts';
import type { Millipoints } from './unit.ts';

/** The height of lines first … last−1: a pitch each, and as many pitches as it needs where a line holds an image. */
export function heightOfLines({ text, lines }: LaidParagraph, first: number, last: number, pitch: Millipoints): Millipoints {
  if (!text.images) return (last - first) * pitch;
  let height = 0;
  for (let line = first; line < last; line++) height += pitchesOf(lines[line]!.tallest, pitch) * pitch;
  return height;
}

/** The line behind the last one that still has room, from a line on. */
export function linesInRoom({ text, lines }: LaidParagraph, first: number, room: Millipoints, pitch: Millipoints): number {
  if (!text.images) return Math.min(lines.length, first + Math.max(0, Math.floor(room / pitch)));
  let line = first;
  for (let left = room; line < lines.length; line++) {
    left -= pitchesOf(lines[line]!.tallest, pitch) * pitch;
    if (left < 0) break;
  }
  return line;
}
