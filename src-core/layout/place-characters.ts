import type { ParagraphStyle } from '../template/styles.ts';
import type { BrokenLine } from './break-lines.ts';
import { BREAKS } from './character-class.ts';
import type { ShapedText } from './shape.ts';
import type { Millipoints } from './unit.ts';

/** Where each character of a line begins, from the left edge of the paragraph, and where the last one ends. */
export function placeCharacters(text: ShapedText, line: BrokenLine, measure: Millipoints, align: ParagraphStyle['align']): Int32Array {
  const { advances, spaces, shifts } = text;
  const slack = Math.max(0, measure - line.indent - line.width);
  const isStretched = align === 'justify' && !line.isLast && slack > 0;
  const gaps = isStretched ? countGaps(text, line) : 0;
  const places = new Int32Array(line.end - line.start + 1);
  let x = line.indent + (align === 'right' ? slack : align === 'center' ? slack >> 1 : 0);
  let passed = 0;
  for (let i = line.start; i < line.end; i++) {
    if (spaces && i > line.start) x += spaces[i]!;
    places[i - line.start] = x + (shifts ? shifts[i]! : 0);
    x += advances[i]!;
    if (gaps > 0 && i < line.inner - 1 && isGap(text, i)) {
      // Whole units, so shared that they add up to the slack exactly.
      x += Math.floor((slack * (passed + 1)) / gaps) - Math.floor((slack * passed) / gaps);
      passed++;
    }
  }
  places[line.end - line.start] = x;
  return places;
}

function countGaps(text: ShapedText, line: BrokenLine): number {
  let gaps = 0;
  for (let i = line.start; i < line.inner - 1; i++) if (isGap(text, i)) gaps++;
  return gaps;
}

/** A line is stretched beside Han and at spaces, never inside a word, a number, —— or ……. */
function isGap({ codes, classes, advances }: ShapedText, at: number): boolean {
  if (advances[at] === 0) return false;
  if (codes[at] === 0x20) return true;
  if (((classes[at]! | classes[at + 1]!) & BREAKS) === 0) return false;
  return !(codes[at] === codes[at + 1] && (codes[at] === 0x2014 || codes[at] === 0x2026));
}
