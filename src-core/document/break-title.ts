import { heldWords } from './title-words.ts';

/** In full characters. A text without structure leaves its first paragraph as its title: to shape thousands of characters would take for ever. */
const LONGEST_TITLE = 100;

/**
 * Breaks a title over lines as GB/T 9704—2012 7.3.1 asks: no word split, lines symmetric, in the shape of a trapezium or a
 * rhombus, no line filled to the edge. Words are told apart by the platform's own segmenter and our own list (title-words.ts); a break a person made is a
 * matter of the document (lineBreak), not of this function. What is longer than any title is left whole.
 */
export function breakTitle(title: string, perLine = 20): string[] {
  const total = widthOf(title);
  if (total <= perLine - 1 || total > LONGEST_TITLE) return [title];
  const points = breakPoints(title);
  let best: { cost: number; lines: string[] } | undefined;
  const least = Math.ceil(total / (perLine - 1));
  for (let count = least; count <= least + 1; count++) {
    for (const lines of divisions(title, points, count, perLine)) {
      const cost = costOf(lines.map((line) => line.text), perLine) + lines.reduce((sum, line) => sum + line.penalty, 0) + (count - least) * 12;
      if (!best || cost < best.cost) best = { cost, lines: lines.map((line) => line.text) };
    }
    // Two lines, one of them from edge to edge, are worse than three (不要撑满); four are worse than a full one.
    if (best && (least > 2 || best.lines.every((line) => widthOf(line) <= perLine - 1))) break;
  }
  return best?.lines ?? [title];
}

/** Width in full characters. Latin letters and digits are counted a little over half: those of title faces are heavy and wide. */
export const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x250 && c !== '×' ? 0.6 : 1), 0);

interface Point {
  readonly at: number;
  readonly penalty: number;
}

const NEVER_FIRST = /^([、，。；：！？）》〉”’〕」』％…—的和与及或等\u3000]|[部局厅委院办](?=[\u3000、关])|委员会|代表大会|人民政府|办公[厅室])/;
const NEVER_LAST = /[（《〈“‘〔「『第]$|关于$/;
const UNBROKEN = /第?[0-9A-Za-z.]+[号年月日届次条项个]*|〔\d{4}〕\d+号|[省市县区州]?第?[一二三四五六七八九十]+届(?:全国)?人大[一二三四五六七八九十]+次会议|第?[一二三四五六七八九十×]+[届次](会议)?|第?×+号/g;

/** Places where a line may end: between words, outside numbers, not beside marks that belong to their neighbour. */
function breakPoints(title: string): Point[] {
  const points: Point[] = [];
  const held = [...[...title.matchAll(UNBROKEN), ...namesIn(title)].map((match) => [match.index, match.index + match[0].length] as const), ...heldWords(title)];
  let previous = '';
  for (const { index: at, segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)) {
    const word = previous;
    previous = segment;
    if (at === 0 || held.some(([from, to]) => at > from && at < to)) continue;
    const before = title.slice(0, at);
    const after = title.slice(at);
    if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) continue;
    // 市安全生产委员会: a 市 of its own names the office behind it.
    points.push({ at, penalty: penaltyAt(before, after) + (/^[省市县区州]$/.test(word) ? 8 : 0) });
  }
  return points;
}

/** The names in a title that no segmenter knows: the place it begins with, wherever it is named again, its offices, and the meeting a 题注 tells of. */
function namesIn(title: string): RegExpExecArray[] {
  const place = /^[\u4e00-\u9fff]{2,4}?[省市县区州]/.exec(title)?.[0];
  return [...(place === undefined ? [] : title.matchAll(new RegExp(place, 'g'))), ...OFFICES.flatMap((pattern) => [...title.matchAll(pattern)])];
}

/** Offices of a joint title; the one before 关于, 转发 or 批转, and the one whose document is passed on; what met on a day: （2026年1月9日…会议通过）. */
const OFFICES = [
  /(?<=^|\u3000)[^\u3000关]{2,18}(?=\u3000)|(?<=\u3000)[^\u3000]{2,18}?(?=关于)/g,
  /^[\u4e00-\u9fff]{3,18}?(?=关于|转发|批转)/g,
  /(?<=转发|批转)(?!关于)[\u4e00-\u9fff]{3,16}?(?=关于)/g,
  /(?<=\d日)[\u4e00-\u9fff]{4,24}?会议(?=通过|批准|审议)/g,
];

function penaltyAt(before: string, after: string): number {
  const depth = count(before, /[《（〔“]/g) - count(before, /[》）〕”]/g);
  if (depth > 0) return 8;
  if (after.startsWith('关于') || before.endsWith('\u3000')) return -6;
  if (/[的、，]$/.test(before) || /(会议|号）?)$/.test(before)) return -3;
  return 0;
}

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

interface Line {
  readonly text: string;
  readonly penalty: number;
}

function* divisions(title: string, points: readonly Point[], count: number, perLine: number, from = 0, first = 0): Generator<Line[]> {
  if (count === 1) {
    const text = title.slice(from);
    if (widthOf(text) <= perLine) yield [{ text, penalty: 0 }];
    return;
  }
  for (let i = first; i < points.length; i++) {
    const point = points[i]!;
    const text = title.slice(from, point.at);
    if (widthOf(text) > perLine) return;
    if (widthOf(title.slice(point.at)) > perLine * (count - 1)) continue;
    for (const rest of divisions(title, points, count - 1, perLine, point.at, i + 1)) yield [{ text, penalty: point.penalty }, ...rest];
  }
}

/** Rectangles and hourglasses are ugly, a last line of one word is worse, lines that touch the edge look crammed. */
function costOf(lines: readonly string[], perLine: number): number {
  const widths = lines.map(widthOf);
  let cost = 0;
  for (const [index, width] of widths.entries()) {
    if (width > perLine - 1) cost += 14;
    if (width < 4) cost += 30;
    const next = widths[index + 1];
    if (next === undefined) continue;
    const difference = Math.abs(width - next);
    if (difference < 1) cost += 4;
    if (difference > 6) cost += (difference - 6) * 2;
  }
  for (let i = 1; i < widths.length - 1; i++) if (widths[i]! < widths[i - 1]! && widths[i]! < widths[i + 1]!) cost += 20;
  if (widths.length === 2 && widths[0]! < widths[1]!) cost += 3;
  return cost;
}
