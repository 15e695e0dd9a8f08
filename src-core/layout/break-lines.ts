import { ALNUM, BREAKS, CLOSES, HANGS, NO_WIDTH, NOT_FIRST, NOT_LAST } from './character-class.ts';
import type { Profile } from './profile.ts';
import type { ShapedText } from './shape.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** A line of a paragraph: characters start … end, without those that end it invisibly. */
export interface BrokenLine {
  readonly start: number;
  readonly end: number;
  /** Places of the caret in the paragraph's content: the line's first, and its last. */
  readonly from: number;
  readonly to: number;
  /** From the left edge of the paragraph. */
  readonly indent: Millipoints;
  /** Width of what stands inside the measure; trailing spaces and a hanging mark are outside. */
  readonly width: Millipoints;
  /** Characters inside the measure end here. */
  readonly inner: number;
  /** Nothing stretches it: the last line, or one a person or a title's shape ended. */
  readonly isLast: boolean;
  /** Height of its highest image; 0 without one. */
  readonly tallest: Millipoints;
}

/** Where tabs stop when nothing else is said, as in our .docx. */
const TAB: Millipoints = fromTwips(420);
const SPACE = 0x20;
const WIDE_SPACE = 0x3000;
const TAB_CODE = 9;
const ZERO_SPACE = 0x200b;

/**
 * Breaks shaped text into lines of `measure`, the first moved by `firstIndent`, which hangs when negative. Marks that may not begin
 * a line hang outside it or take their neighbour along to the next (推出); nothing is ever compressed. Where no break is allowed in
 * a whole line, it is broken at its edge.
 */
export function breakLines(text: ShapedText, measure: Millipoints, firstIndent: Millipoints, profile: Profile): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start = 0;
  let from = 0;
  for (const end of text.ends) {
    breakStretch(text, start, end.index, from, end.at, measure, lines.length === 0 ? firstIndent : 0, profile, lines);
    start = end.index;
    from = end.isTitle ? end.at : end.at + 1;
  }
  breakStretch(text, start, text.length, from, text.places[text.length]!, measure, lines.length === 0 ? firstIndent : 0, profile, lines);
  return lines;
}

function breakStretch(text: ShapedText, first: number, stop: number, from: number, to: number, measure: Millipoints, firstIndent: Millipoints, profile: Profile, lines: BrokenLine[]): void {
  const { codes, classes, advances, spaces, places } = text;
  let start = first;
  let indent = firstIndent;
  let place = from;
  do {
    const width = Math.max(0, measure - indent - profile.loss);
    let at = start;
    let used = 0;
    let chance = -1;
    // Inside a date, and before a mark bound to what follows, a line ends only where there is no other place.
    let lastResort = -1;
    while (at < stop) {
      if (at > start && mayBreak(text, at, profile)) {
        if (profile.bindsDates && isInDate(text, at)) lastResort = at;
        else chance = at;
      } else if (profile.bindsLatin && at > start && binds(classes[at]!, codes[at]!) && ((classes[at + 1] ?? 0) & ALNUM) !== 0) lastResort = at;
      const code = codes[at]!;
      if (code === TAB_CODE) advances[at] = TAB - ((indent + used) % TAB);
      const more = advances[at]! + (spaces && at > start ? spaces[at]! : 0);
      if (used + more > width && code !== SPACE) break;
      used += more;
      at++;
    }
    let end = at;
    let inner = -1;
    if (chance <= start) chance = lastResort;
    if (at < stop && chance !== at) {
      if (profile.hangs && (classes[at]! & HANGS) !== 0 && codes[at - 1] !== SPACE && (at + 1 >= stop || mayBreak(text, at + 1, profile))) {
        inner = at;
        end = at + 1;
      } else {
        end = chance > start ? chance : Math.max(at, start + 1);
        while (chance <= start && end < stop && (classes[end]! & NO_WIDTH) !== 0) end++;
      }
    }
    while (end < stop && codes[end] === SPACE) end++;
    const isEnd = end >= stop && inner < 0;
    if (inner < 0) inner = end;
    // A blank at the end of a line that is not stretched has no part in placing it.
    while (inner > start && (codes[inner - 1] === SPACE || (isEnd && codes[inner - 1] === WIDE_SPACE))) inner--;
    let inside = 0;
    for (let i = start; i < inner; i++) inside += advances[i]! + (spaces && i > start ? spaces[i]! : 0);
    const isLast = end >= stop;
    const after = isLast ? to : places[end]!;
    lines.push({ start, end, from: place, to: after, indent, width: inside, inner, isLast, tallest: text.images ? tallestIn(text.images, start, end) : 0 });
    start = end;
    place = after;
    indent = 0;
  } while (start < stop);
}

function tallestIn(images: NonNullable<ShapedText['images']>, start: number, end: number): Millipoints {
  let tallest = 0;
  for (const [at, { height }] of images) if (at >= start && at < end) tallest = Math.max(tallest, height);
  return tallest;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (kind: number, code: number): boolean => (kind & ALNUM) !== 0 && !isDigit(code);
const UNITS: ReadonlySet<number> = new Set([...'年月日号'].map((each) => each.codePointAt(0)!));
const ORDINAL = '第'.codePointAt(0)!;
const YEAR_END = 0x3015;
const HYPHEN = 0x2d;
const STROKE = 0x2f;
const QUESTION = 0x3f;
const DASHES: ReadonlySet<number> = new Set([0x2014, 0x2026, 0x2500]);

/** Whether a line may end before character `at` (避头尾 and what must not be parted). */
export function mayBreak(text: ShapedText, at: number, profile: Profile): boolean {
  const { codes, classes } = text;
  const kind = classes[at]!;
  const code = codes[at]!;
  let before = at - 1;
  if (codes[before] === ZERO_SPACE) return true;
  if ((kind & NOT_FIRST) !== 0) return false;
  while (before > 0 && (classes[before]! & NO_WIDTH) !== 0) {
    // A word joiner and its like keep both sides together.
    if (codes[before] === 0x2060 || codes[before] === 0xfeff || codes[before] === 0x200d) return false;
    before--;
  }
  const kindBefore = classes[before]!;
  const codeBefore = codes[before]!;
  if ((kindBefore & NOT_LAST) !== 0 || code === SPACE) return false;
  if (codeBefore === SPACE || codeBefore === TAB_CODE || code === TAB_CODE) return true;
  if (code === HYPHEN || code === STROKE) return false;
  if (((kind | kindBefore) & BREAKS) === 0) return breaksInLatin(text, before, at, profile);
  if (isDigit(code) && (codeBefore === YEAR_END || (profile.bindsUnits && codeBefore === ORDINAL))) return false;
  if (profile.bindsLatin && (kind & ALNUM) !== 0 && binds(kindBefore, codeBefore)) return false;
  if (profile.bindsUnits && isDigit(codeBefore) && UNITS.has(code)) return false;
  return !(codeBefore === code && DASHES.has(code));
}

/** ：；！？ are not closing marks to Unicode's line breaking (UAX 14: NS, EX). */
const LOOSE_MARKS: ReadonlySet<number> = new Set([...'：；！？'].map((each) => each.codePointAt(0)!));
const binds = (kind: number, code: number): boolean => (kind & CLOSES) !== 0 && !LOOSE_MARKS.has(code);

const DATE_PARTS: ReadonlySet<number> = new Set([...'年月'].map((each) => each.codePointAt(0)!));

/** Between 年 or 月 and the number that goes on with the date. */
const isInDate = ({ codes }: ShapedText, at: number): boolean => isDigit(codes[at]!) && at > 1 && DATE_PARTS.has(codes[at - 1]!) && isDigit(codes[at - 2]!);

/** Inside Latin a line may end after a hyphen, a stroke or a question mark of an address; nowhere inside a number. What browsers do otherwise editor/behaviour/line-ends.ts mends. */
function breaksInLatin({ codes, classes }: ShapedText, before: number, at: number, profile: Profile): boolean {
  const mark = codes[before]!;
  const code = codes[at]!;
  if (mark !== HYPHEN && mark !== STROKE && mark !== QUESTION) return false;
  if (isLetter(classes[at]!, code)) return true;
  if (!isDigit(code) || mark === STROKE || before === 0) return false;
  return mark === QUESTION || profile.breaksAtHyphens || isLetter(classes[before - 1]!, codes[before - 1]!);
}
