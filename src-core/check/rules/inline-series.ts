import { chineseNumeral, readChineseNumeral } from '../../units/chinese-number.ts';
import { isRowNumberStyle, markerLabel } from '../../document/numbering.ts';
import type { MarkerStyle } from '../../document/numbering.ts';
import { hasLevels } from '../../document/roles.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Fix } from '../fix.ts';
import { judge } from '../judgement.ts';
import { pieceOf, rewrite, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';

/** 一是…二是…, 第一，…第二，… inside sentences: their commas (N07, N08), gaps, series of one (N20), mixed styles (N21), mixed marks (N22), one in another (N23). */
export function* inlineSeries(survey: Survey): Iterable<Diagnostic> {
  const open = new Map<Style, Series>();
  let part = 0;
  for (const line of survey.lines) {
    if (line.part !== part || line.role !== 'body') {
      yield* closeAll(open);
      part = line.part;
    }
    if (line.role !== 'body' && !hasLevels(line.role)) continue;
    yield* commas(line);
    const items = [...readItems(line, survey)];
    for (const item of items) yield* take(item, open);
    yield* stops(line, items);
    yield* nested(line, items);
  }
  yield* closeAll(open);
}

/** ； between the items and 。 after the last; where an item holds a 。 inside, 。 after each (N22). */
function* stops(line: Line, items: readonly Item[]): Iterable<Diagnostic> {
  for (let from = 0; from < items.length; ) {
    const first = items[from]!;
    let to = from + 1;
    while (to < items.length && items[to]!.style === first.style && items[to]!.number === items[to - 1]!.number + 1) to++;
    const run = items.slice(from, to);
    from = to;
    if (first.number !== 1 || run.length < 2) continue;
    const marks = run.slice(1).map((item) => item.from - 1);
    if (!marks.every((at) => /[；。]/.test(line.text[at]!))) continue;
    const holdsStop = marks.some((at, index) => line.text.slice(run[index]!.to, at).includes('。'));
    const right = holdsStop ? '。' : '；';
    const wrong = marks.filter((at) => line.text[at] !== right);
    if (wrong.length === 0 || (wrong.length === marks.length && !holdsStop)) continue;
    const fix: Fix = { kind: 'punctuate', pos: line.pos, at: wrong.map((at) => line.at(at)), text: right, before: storedText(line) };
    yield judge('series-stops', pieceOf(line, first.from, first.to), { text: first.text, right }, { fix });
  }
}

/** 二是…：一是… inside another 一是 (N23). */
function* nested(line: Line, items: readonly Item[]): Iterable<Diagnostic> {
  const shi = items.filter(({ style }) => style === 'shi');
  for (const [index, item] of shi.entries()) {
    if (index > 0 && item.number === 1 && line.text[item.from - 1] === '：') yield judge('series-nested', pieceOf(line, item.from, item.to), { text: shi[index - 1]!.text });
  }
}

/** 第一、 → 第一，; 首先、 → 首先，. 第一、二产业 and 第一、第二季度 are lists of their own. */
function* commas(line: Line): Iterable<Diagnostic> {
  for (const match of line.text.matchAll(/(?<=^|[。；：])(?:(第[一二三四五六七八九十])|首先|其次|再次|最后)、(?!第?[一二三四五六七八九十])/g)) {
    const at = match.index + match[0].length - 1;
    // 首先、其次 side by side are a list of words.
    if (/^(?:首先|其次|再次|最后)/.test(line.text.slice(at + 1))) continue;
    yield judge(match[1] ? 'ordinal-comma' : 'sequence-comma', pieceOf(line, match.index, at + 1), { text: match[0].slice(0, -1) }, { fix: rewrite(line, at, at + 1, '，') });
  }
}

/** The styles that are compared with one another; brackets and circles also number other things and are left to their computed labels. */
type Style = 'words' | MarkerStyle;

interface Item {
  readonly line: Line;
  readonly style: Style;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isTyped: boolean;
}

interface Series {
  readonly first: Item;
  last: number;
  count: number;
  isMixed: boolean;
}

const TYPED = /(?<=^|[。；：，！？）”\s])(?:([一二三四五六七八九十]{1,3})是(?!否|非)|第([一二三四五六七八九十]{1,3})，|(首先|其次|再次)，)|\u{FFFC}/gu;
const WORDS = ['首先', '其次', '再次'];

function* readItems(line: Line, { numbering, doc }: Survey): Iterable<Item> {
  for (const match of line.text.matchAll(TYPED)) {
    const [text, shi, di, word] = match;
    const place = { line, from: match.index, to: match.index + text.length };
    if (shi !== undefined || di !== undefined) {
      const number = readChineseNumeral((shi ?? di)!);
      if (number !== undefined) yield { ...place, style: shi === undefined ? 'di' : 'shi', number, text, isTyped: true };
    } else if (word !== undefined) yield { ...place, style: 'words', number: WORDS.indexOf(word) + 1, text, isTyped: true };
    else {
      const label = numbering.markers.get(line.at(match.index));
      // The numbers of a table's rows are no series of a sentence.
      if (label && !isRowNumberStyle(doc.nodeAt(label.pos)!.attrs.style)) yield { ...place, style: doc.nodeAt(label.pos)!.attrs.style as MarkerStyle, number: label.number, text: label.text, isTyped: false };
    }
  }
}

/** Puts an item into the open series it belongs to, and says so where a typed one belongs to none. */
function* take(item: Item, open: Map<Style, Series>): Iterable<Diagnostic> {
  const { style, number } = item;
  const series = open.get(style);
  if (number === 1) {
    if (series) yield* close(series);
    open.set(style, { first: item, last: 1, count: 1, isMixed: false });
    return;
  }
  if (series && (number === series.last + 1 || !item.isTyped)) {
    series.last = number;
    series.count++;
    return;
  }
  const other = item.isTyped ? [...open.values()].find((each) => each !== series && each.last === number - 1) : undefined;
  if (other) {
    if (!other.isMixed) yield judge('series-mixed', pieceOf(item.line, item.from, item.to), { text: item.text, first: other.first.text }, isLoose(item, other.first) ? { severity: 'hint' } : {});
    other.isMixed = true;
    other.last = number;
    other.count++;
    return;
  }
  // 其次 is also an ordinary word: without 首先 it counts nothing.
  if (style === 'words' && !series) return;
  if (item.isTyped) yield judge('series-gap', pieceOf(item.line, item.from, item.to), { text: item.text, missing: write(style, series && series.last < number ? series.last + 1 : 1) }, style === 'words' ? { severity: 'hint' } : {});
  open.set(style, { first: item, last: number, count: 2, isMixed: false });
}

/** 首先，…第二，… is in every speech; 一是…第二，… is a slip. */
const isLoose = (a: Item, b: Item): boolean => a.style === 'words' || b.style === 'words';

const write = (style: Style, number: number): string =>
  style === 'words' ? (WORDS[number - 1] ?? '') : style === 'di' ? `第${chineseNumeral(number)}` : markerLabel(style, number);

function* close({ first, count }: Series): Iterable<Diagnostic> {
  if (count > 1 || first.style === 'words') return;
  yield judge('series-of-one', pieceOf(first.line, first.from, first.to), { text: first.text }, first.isTyped ? { severity: 'hint' } : {});
}

function* closeAll(open: Map<Style, Series>): Iterable<Diagnostic> {
  for (const series of open.values()) yield* close(series);
  open.clear();
}
