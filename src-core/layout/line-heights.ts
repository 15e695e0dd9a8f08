import type { BrokenLine } from './break-lines.ts';
import { heightAmongWords, pitchesOf } from './fit-image.ts';
import type { LaidParagraph } from './lay-paragraph.ts';
import type { Millipoints } from './unit.ts';

/** The height of a line: a pitch; with an image by itself as many pitches as it needs, with one among words as in Word and LibreOffice just what it needs. */
export function heightOfLine({ text, form }: LaidParagraph, { tallest }: BrokenLine, pitch: Millipoints): Millipoints {
  if (tallest === 0) return pitch;
  return text.length > 1 && !form.images.isCell ? heightAmongWords(tallest, pitch) : pitchesOf(tallest, pitch) * pitch;
}

/** The height of lines first … last−1. */
export function heightOfLines(laid: LaidParagraph, first: number, last: number, pitch: Millipoints): Millipoints {
  if (!laid.text.images) return (last - first) * pitch;
  let height = 0;
  for (let line = first; line < last; line++) height += heightOfLine(laid, laid.lines[line]!, pitch);
  return height;
}

/** The line behind the last one that still has room, from a line on. */
export function linesInRoom(laid: LaidParagraph, first: number, room: Millipoints, pitch: Millipoints): number {
  const { text, lines } = laid;
  if (!text.images) return Math.min(lines.length, first + Math.max(0, Math.floor(room / pitch)));
  let line = first;
  for (let left = room; line < lines.length; line++) {
    left -= heightOfLine(laid, lines[line]!, pitch);
    if (left < 0) break;
  }
  return line;
}
