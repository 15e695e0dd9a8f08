import { hasLevels } from '../../document/roles.ts';
import { readChineseNumeral } from '../../units/chinese-number.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { placeOf, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';
import { readTypedLabel } from '../typed-label.ts';

/**
 * Gaps, doubles and steps back among numbers a person stated: typed ones, and headings told where to start. A level may
 * start afresh under each higher one or run on through the whole part (numbering: reset or continuous, both are in use).
 */
export function* numberOrder({ lines, numbering }: Survey): Iterable<Diagnostic> {
  let part = 0;
  const last = new Array<number>(11).fill(0);
  const highest = new Array<number>(11).fill(0);
  for (const line of lines) {
    if (line.part === -1) return;
    if (line.part !== part) {
      part = line.part;
      last.fill(0);
      highest.fill(0);
    }
    const label = readLabel(line, numbering);
    if (!label) continue;
    const { level, number } = label;
    const before = last[level]!;
    const runsOn = number === highest[level]! + 1;
    const begins = number === 1 && level !== CLAUSE_LEVEL;
    if (label.isStated && highest[level]! > 0 && !begins && number !== before + 1 && !runsOn) {
      const code = number === before ? 'number-double' : number > before ? 'number-gap' : 'number-disorder';
      const args = { text: label.text, number, expected: before + 1 };
      yield judge(code, placeOf(line), args, hasLevels(line.role) ? { fix: { kind: 'continueNumber', pos: line.pos, before: storedText(line) } } : {});
    }
    last[level] = number;
    highest[level] = number;
    // 条 run on through the chapters; a heading begins no article, nor an article a heading.
    for (let below = level + 1; below <= (level > ARTICLES ? 10 : ARTICLES); below++) if (below !== CLAUSE_LEVEL) last[below] = 0;
  }
}

/** 章 节 条 项 目 are counted beside the headings, above these levels. */
const ARTICLES = 5;
const CLAUSE_LEVEL = ARTICLES + 3;
const TYPED_ARTICLE = /^第([一二三四五六七八九十百零〇]{1,6})(章|节|条)(?=[\s\u3000]+\S)/;

interface Stated {
  readonly level: number;
  readonly number: number;
  readonly text: string;
  readonly isStated: boolean;
}

function readLabel(line: Line, numbering: Survey['numbering']): Stated | undefined {
  if (hasLevels(line.role)) {
    const label = numbering.paragraphs.get(line.pos);
    return label && { level: line.level + (line.role === 'article' ? ARTICLES : 0), number: label.number, text: label.text.trim(), isStated: line.node.attrs.startAt !== null };
  }
  const article = line.role === 'body' ? TYPED_ARTICLE.exec(line.text) : null;
  const stated = article && readChineseNumeral(article[1]!);
  if (article && stated) return { level: ARTICLES + ['章', '节', '条'].indexOf(article[2]!) + 1, number: stated, text: article[0], isStated: true };
  const typed = line.role === 'body' ? readTypedLabel(line.text) : undefined;
  return typed && !typed.isDoubtful && typed.level <= 4 ? { level: typed.level, number: typed.number, text: typed.text, isStated: true } : undefined;
}
