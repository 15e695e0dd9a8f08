import { headingLabel } from '../../document/numbering.ts';
import { levelsOf, partsOf } from '../../document/parts.ts';
import type { NumberedPart, NumberingMode } from '../../document/parts.ts';
import { roleName } from '../../document/roles.ts';
import { isTwoLevel, NUMBERING_NAMES, runOnLevels, schemeWith } from '../../template/template.ts';
import { readChineseNumeral } from '../../units/chinese-number.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Recast } from '../fix.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';

/**
 * One part counts in one way: headings or 章节条, （一） and 1. begun again or run on (numbering-and-style 1.4); 条 typed by hand can be
 * counted by the program; a level of 章节条 does not stand without the one it belongs to; 第（十二）条 is within what there is.
 */
export function* numberingMode(survey: Survey): Iterable<Diagnostic> {
  for (const part of partsOf(survey.doc)) {
    const lines = survey.lines.filter(({ pos, part: place }) => place >= 0 && pos >= part.from && pos < part.to);
    yield* mixed(part, lines, survey);
    yield* typedClauses(lines);
    yield* skippedArticles(lines);
    yield* beyond(lines, survey);
  }
}

const MODES: Readonly<Record<NumberingMode, string>> = { ...NUMBERING_NAMES, articles: '章节条' };

function* mixed(part: NumberedPart, lines: readonly Line[], { doc, numbering }: Survey): Iterable<Diagnostic> {
  const finding = (line: Line, what: string, mode: NumberingMode): Diagnostic =>
    judge('numbering-mixed', placeOf(line), { what, mode: MODES[mode] }, { fix: { kind: 'setNumbering', from: part.from, mode, before: levelsOf(doc, part) } });
  const isNumbered = ({ level }: Line): boolean => level >= 1 && level <= 5;
  const headings = lines.filter((line) => line.role === 'heading' && isNumbered(line));
  const articles = lines.filter((line) => line.role === 'article' && isNumbered(line));
  if (headings.length > 0 && articles.length > 0) {
    const odd = part.mode === 'articles' ? headings[0]! : articles[0]!;
    yield finding(odd, '既有一、（一），又有章节条', part.mode);
    return;
  }
  for (const level of [2, 3]) {
    const { runsOn, restarts } = countOn(headings, level, numbering);
    if (runsOn.length === 0 || restarts.length === 0) continue;
    const isOn = runsOn.length >= restarts.length;
    const levels = [...runOnLevels(part.scheme).filter((each) => each !== level), ...(isOn ? [level] : [])].sort();
    yield finding((isOn ? restarts : runsOn)[0]!, `${level === 2 ? '（一）' : '1.'}有的接着编，有的从头编`, schemeWith(isTwoLevel(part.scheme), levels));
  }
}

/** The headings of a level that count on where a higher one has begun, and those that begin again. */
function countOn(headings: readonly Line[], level: number, numbering: Survey['numbering']): { runsOn: Line[]; restarts: Line[] } {
  let last = 0;
  let isCrossed = false;
  const runsOn: Line[] = [];
  const restarts: Line[] = [];
  for (const line of headings) {
    const number = numbering.paragraphs.get(line.pos)?.number ?? 0;
    if (line.level < level) isCrossed = true;
    if (line.level !== level) continue;
    if (isCrossed && last > 0 && number === last + 1) runsOn.push(line);
    else if (isCrossed && last > 0 && number === 1) restarts.push(line);
    last = number;
    isCrossed = false;
  }
  return { runsOn, restarts };
}

const CLAUSE = /^第([一二三四五六七八九十百零〇]{1,6})(章|节|条)[\s\u3000]+(?=\S)/;

/** 第一条, 第二条 typed in a row from one: from now on the program counts them. */
function* typedClauses(lines: readonly Line[]): Iterable<Diagnostic> {
  if (lines.some(({ role }) => role === 'article')) return;
  const found = lines.flatMap((line) => {
    const match = line.role === 'body' && line.node.content.size === line.text.length ? CLAUSE.exec(line.text) : null;
    return match ? [{ line, level: match[2] === '章' ? 1 : match[2] === '节' ? 2 : 3, number: readChineseNumeral(match[1]!)!, cut: match[0].length, text: match[0].trim() }] : [];
  });
  const counters = [0, 0, 0, 0];
  for (const { level, number } of found) {
    if (number !== ++counters[level]!) return;
    if (level === 1) counters[2] = 0;
  }
  const clauses = found.filter(({ level }) => level === 3);
  if (clauses.length < 2) return;
  const paragraphs = found.map(({ line, level, cut }): Recast => ({ pos: line.pos, role: 'article', level, runIn: false, cut }));
  const first = found[0]!;
  yield judge('typed-number', placeOf(first.line), { text: first.text, count: found.length, role: '章节条' }, { fix: { kind: 'setRole', paragraphs, before: found.map(({ line }) => storedText(line)).join('\n') } });
}

/** 节 belongs to a 章, 项 to a 条, 目 to a 项. A number told where to start is a piece of something longer. */
function* skippedArticles(lines: readonly Line[]): Iterable<Diagnostic> {
  const PARENT: Readonly<Record<number, number>> = { 2: 1, 4: 3, 5: 4 };
  const seen = new Set<number>();
  for (const line of lines) {
    if (line.role === 'body') seen.delete(4);
    if (line.role !== 'article') continue;
    if (line.level <= 3) seen.delete(4);
    const parent = PARENT[line.level];
    if (parent !== undefined && !seen.has(parent) && line.node.attrs.startAt === null) yield judge('level-skip', placeOf(line), { role: roleName('article', line.level), missing: roleName('article', parent) });
    seen.add(line.level);
  }
}

/** 第（十二）条措施 names a （一） of this part; after 》 or 第几条 it is of another text. */
function* beyond(lines: readonly Line[], { numbering }: Survey): Iterable<Diagnostic> {
  const numbers = lines.filter(({ role, level }) => role === 'heading' && level === 2).flatMap(({ pos }) => numbering.paragraphs.get(pos)?.number ?? []);
  if (numbers.length < 2) return;
  const most = Math.max(...numbers);
  for (const line of lines) {
    if (line.role !== 'body' && line.role !== 'heading') continue;
    for (const match of line.text.matchAll(/(?<![》条款号）])第（([一二三四五六七八九十百]{1,5})）(?:条|项)(?:措施|任务|要求|举措|意见)/g)) {
      const number = readChineseNumeral(match[1]!);
      if (number !== undefined && number > most) yield judge('number-beyond', pieceOf(line, match.index, match.index + match[0].length), { text: match[0], last: headingLabel(2, most) });
    }
  }
}
