import { beginsPart } from '../../document/roles.ts';
import { readChineseNumeral } from '../../units/chinese-number.ts';
import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import type { Ledger } from '../ledger.ts';
import { join, slice } from '../spelled.ts';
import { readLabel } from './label.ts';
import type { TypedLabel } from './label.ts';

const NUMBER = '([一二三四五六七八九十百零〇]{1,6})';
const DIVISION = new RegExp(`^第${NUMBER}(章|节)[\\s\\u3000]*(?=[^。；：，]{1,40}$)`);
const CLAUSE = new RegExp(`^第${NUMBER}条(?:[\\s\\u3000]+|$)`);
/** Without a blank 第二条 may also be the beginning of a sentence; then only its place in the row tells. */
const GLUED_CLAUSE = new RegExp(`^第${NUMBER}条(?=[\\u4e00-\\u9fff])(?!规定|所称|中|的|第|[、和至])`);

/**
 * Rules (办法、规定、细则) are made of 章节条项目. In a part of the document where 第一条, 第二条 … follow one another their labels
 * are stripped and computed; below a 条 （一） is a 项 and 1. a 目; what stands between stays body text, a 款. A 条 whose label
 * stands alone on its line takes in the text below it. Parts without such a row are left as they are.
 */
export function readArticles(parts: readonly Part[], ledger: Ledger): Part[] {
  const read: Part[] = [];
  let from = 0;
  for (let i = 0; i <= parts.length; i++) {
    const part = parts[i];
    if (i < parts.length && !(isBlock(part) && beginsPart(part.role))) continue;
    for (const each of readStretch(parts.slice(from, i), ledger)) read.push(each);
    from = i;
  }
  return read;
}

function readStretch(parts: readonly Part[], ledger: Ledger): Part[] {
  const isRow = clausesOf(parts) >= 2;
  if (!isRow && !parts.some((part) => isBlock(part) && part.line?.said?.role === 'article')) return [...parts];
  const read: Part[] = [];
  const counters = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const label = isBlock(part) && part.role === 'body' ? labelIn(part, counters) : undefined;
    if (!isBlock(part) || !label) {
      // A new 款: its 项 begin again.
      counters.fill(0, 4);
      read.push(part);
      continue;
    }
    counters[label.level] = label.number;
    for (let below = label.level + 1; below <= 5; below++) if (below !== 3) counters[below] = 0;
    ledger.note('computed-label', slice(part.text, 0, label.length));
    let text = slice(part.text, label.length);
    const below = parts[i + 1];
    if (label.level === 3 && text.text === '' && isBlock(below) && below.role === 'body' && !CLAUSE.test(below.text.text) && !DIVISION.test(below.text.text)) {
      ledger.note('joined-line', slice(below.text, 0, 1));
      text = join([text, below.text]);
      i++;
    }
    const { align: _, ...kept } = part;
    read.push({ ...kept, role: 'article', level: label.level, label, text });
  }
  return read;
}

/** An article by a person's word: of that level, with the number it was typed with or else the next. */
function saidLabel(text: string, level: number, counters: readonly number[]): TypedLabel {
  const typed = DIVISION.exec(text) ?? CLAUSE.exec(text) ?? GLUED_CLAUSE.exec(text);
  const number = typed ? readChineseNumeral(typed[1]!) : undefined;
  if (typed && number) return { level, number, length: typed[0].length, isPlain: true };
  const label = readLabel(text);
  return label && label.length < text.length ? { ...label, level } : { level, number: counters[level]! + 1, length: 0, isPlain: true };
}

/** How many 条 follow on from one before them. */
function clausesOf(parts: readonly Part[]): number {
  let last = 0;
  let count = 0;
  for (const part of parts) {
    const match = isBlock(part) && part.role === 'body' ? (CLAUSE.exec(part.text.text) ?? GLUED_CLAUSE.exec(part.text.text)) : null;
    const number = match ? readChineseNumeral(match[1]!) : undefined;
    if (number === undefined) continue;
    if (count === 0 || number === last + 1) count++;
    last = number;
  }
  return count;
}

function labelIn(part: Block, counters: readonly number[]): TypedLabel | undefined {
  const { text } = part.text;
  const said = part.line?.said;
  if (said && said.role !== 'article') return undefined;
  if (said) return saidLabel(text, said.level, counters);
  const division = DIVISION.exec(text);
  const clause = CLAUSE.exec(text);
  const match = division ?? clause ?? GLUED_CLAUSE.exec(text);
  if (match) {
    const level = division ? (match[2] === '章' ? 1 : 2) : 3;
    const number = readChineseNumeral(match[1]!);
    const isSure = division !== null || (clause !== null && counters[3] === 0) || number === counters[3]! + 1 || (clause !== null && /\s/.test(clause[0]));
    return number && isSure ? { level, number, length: match[0].length, isPlain: true } : undefined;
  }
  const item = counters[3]! > 0 ? readLabel(text) : undefined;
  if (!item || (item.level !== 2 && item.level !== 3) || item.length >= text.length) return undefined;
  const level = item.level + 2;
  return item.number === counters[level]! + 1 ? { ...item, level } : undefined;
}
