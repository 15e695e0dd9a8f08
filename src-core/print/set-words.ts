import { ALNUM, classOf, NOT_FIRST, NOT_LAST } from '../layout/character-class.ts';
import type { LineFrame, PageFrame, RuleFrame, RunFrame } from '../layout/frames.ts';
import type { MetricsPack } from '../layout/metrics.ts';
import { PROFILES } from '../layout/profile.ts';
import { shapeText } from '../layout/shape.ts';
import type { ShapedText } from '../layout/shape.ts';
import { fromHalfPoints, fromMillimetres } from '../layout/unit.ts';
import type { Millipoints } from '../layout/unit.ts';
import type { Face } from '../template/styles.ts';
import type { HalfPoints } from '../units/length.ts';

/** How words on a paper of our own are set. */
export interface WordsLook {
  readonly face: Face;
  readonly size: HalfPoints;
  /** Added to every advance, in 1/20 pt. */
  readonly spacing?: number;
}

/** Where a line of words stands: from `x` in a measure of `width`. */
export interface WordsPlace {
  readonly x: Millipoints;
  readonly baseline: Millipoints;
  readonly width?: Millipoints;
  readonly align?: 'left' | 'center' | 'right';
}

const shape = (metrics: MetricsPack, text: string, { face, size, spacing = 0 }: WordsLook): ShapedText =>
  shapeText([{ text, look: { face, isWhole: face === 'biao' || face === 'song', size, spacing, color: 'black', bold: false, underline: false, raised: 0 }, at: 0, isComputed: true }], 0, metrics, PROFILES.gb);

/** One line of words that belong to no paragraph of the document. */
export function setLine(metrics: MetricsPack, text: string, look: WordsLook, { x, baseline, width = 0, align = 'left' }: WordsPlace): LineFrame {
  const shaped = shape(metrics, text, look);
  const long = shaped.advances.reduce((sum, each) => sum + each, 0);
  const slack = width - long;
  let pen = x + (align === 'center' ? Math.round(slack / 2) : align === 'right' ? slack : 0);
  const runs: RunFrame[] = [];
  for (let from = 0; from < shaped.length; ) {
    const at = shaped.lookOf[from]!;
    let to = from;
    let words = '';
    const xs: Millipoints[] = [];
    const advances: Millipoints[] = [];
    for (; to < shaped.length && shaped.lookOf[to] === at; to++) {
      words += String.fromCodePoint(shaped.codes[to]!);
      xs.push(pen + (shaped.shifts?.[to] ?? 0));
      advances.push(shaped.advances[to]!);
      pen += shaped.advances[to]!;
    }
    runs.push({ ...shaped.looks[at]!, text: words, xs, advances, positions: xs.map(() => 0) });
    from = to;
  }
  const height = fromHalfPoints(look.size);
  return { x, y: baseline - height, width: Math.max(width, long), height, baseline, role: 'body', paragraph: null, from: 0, to: 0, isFirst: true, isLast: true, isRepeated: false, note: null, turn: null, runs };
}

/** Words as lines no wider than a measure; marks stay off the wrong end, numbers and Latin words whole where they fit. */
export function wrapWords(metrics: MetricsPack, text: string, look: WordsLook, width: Millipoints): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(metrics, paragraph, look, width));
}

function wrapParagraph(metrics: MetricsPack, text: string, look: WordsLook, width: Millipoints): string[] {
  const { codes, advances, length } = shape(metrics, text, look);
  const lines: string[] = [];
  const words = (from: number, to: number): string => String.fromCodePoint(...codes.subarray(from, to));
  let start = 0;
  let long = 0;
  for (let index = 0; index < length; index++) {
    if (long + advances[index]! > width && index > start) {
      let end = index;
      while (end > start + 1 && !mayBreak(codes[end - 1]!, codes[end]!)) end--;
      // What cannot be parted anywhere is parted at the edge.
      if (end === start + 1 && !mayBreak(codes[start]!, codes[end]!)) end = index;
      lines.push(words(start, end));
      start = end;
      long = 0;
      for (let each = start; each < index; each++) long += advances[each]!;
    }
    long += advances[index]!;
  }
  lines.push(words(start, length));
  return lines;
}

function mayBreak(before: number, after: number): boolean {
  const [left, right] = [classOf(before), classOf(after)];
  return (left & NOT_LAST) === 0 && (right & NOT_FIRST) === 0 && !((left & ALNUM) !== 0 && (right & ALNUM) !== 0);
}

/** A black line of our own, given in millimetres. */
export const rule = (x: number, y: number, width: number, height: number): RuleFrame => ({ x: fromMillimetres(x), y: fromMillimetres(y), width: fromMillimetres(width), height: fromMillimetres(height), color: 'black', kind: 'mark' });

const A4 = { width: 595_300, height: 841_900 };

/** An empty upright A4 page. */
export const emptyPage = (number: number): PageFrame => ({ number, ...A4, textBlock: { x: 0, y: 0, ...A4 }, folio: null, lines: [], rules: [], cells: [], seals: [] });
