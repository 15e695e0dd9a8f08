import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { NUMBER, ORGANISATION_LINE, TITLE_END } from '../recognise/patterns.ts';

const HEAD_LINES = 12;
const ABSTRACT = /^(?:导读|摘要|内容摘要|核心提示)[:：]\s*/;
/** So many characters of an abstract come again in the text. */
const AGAIN = 12;

export interface AbstractResult {
  readonly lines: readonly Line[];
  /** The line that stands there twice. */
  readonly headline?: string;
  /** The office between two copies of a title: a collection of laws names there who issued it. */
  readonly issuer?: string;
}

/**
 * What a page says of a text before it shows it: its title once more, right above the title the text itself bears, and an abstract made
 * of its first lines. Both stand below too. What stands there twice, whole and broken, is a title even with no word of titles at its end.
 */
export function dropPageAbstract(lines: readonly Line[], ledger: Ledger): AbstractResult {
  let issuer: string | undefined;
  const head = lines.slice(0, HEAD_LINES + 1).map(({ text }) => bare(text));
  const again = new Set(head.flatMap((text, index) => {
    const line = lines[index]!;
    if (index === HEAD_LINES || line.said || line.source) return [];
    const below = head[index + 1];
    // The copy that bears the number stays.
    if (below !== undefined && TITLE_END.test(below) && text.startsWith(below) && BRACKETED_NUMBER.test(text.slice(below.length))) return [lines[index + 1]!];
    if (TITLE_END.test(text) && !ABOUT.test(text) && text === head[index + 2] && isOffice(lines[index + 1]!)) {
      issuer = lines[index + 1]!.text;
      return [line, lines[index + 1]!];
    }
    return (TITLE_END.test(text) && text === below) || isAbstract(lines, index) ? [line] : [];
  }));
  const whole = head.findIndex((_, index) => brokenBelow(lines, head, index).length > 0);
  for (const line of whole < 0 ? [] : brokenBelow(lines, head, whole)) again.add(line);
  for (const line of again) ledger.note('dropped-duplicate', line);
  const left = again.size === 0 ? lines : lines.filter((line) => !again.has(line));
  return { lines: left, ...(whole < 0 ? {} : { headline: lines[whole]!.text }), ...(issuer === undefined ? {} : { issuer }) };
}

const BRACKETED_NUMBER = new RegExp(`^[（(]${NUMBER}[）)]$`);
/** A title that names no office may stand below it: ××局 / 关于…的通知. */
const ABOUT = /^(?:关于|转发|印发|批转)/;
const isOffice = (line: Line): boolean => !line.said && !line.source && ORGANISATION_LINE.test(line.text);

/** The lines right below that say the same, over up to four lines. */
function brokenBelow(lines: readonly Line[], head: readonly string[], index: number): readonly Line[] {
  const text = head[index]!;
  if (text.length < SHORTEST_TITLE || text.length > LONGEST_TITLE || lines[index]!.said || lines[index]!.source || /[。；：]/.test(text) || !/[\u4e00-\u9fff]{4}/.test(text) || TITLE_END.test(text)) return [];
  let said = '';
  for (let end = index + 1; end < head.length && end <= index + MOST_OF_TITLE; end++) {
    if (lines[end]!.said || lines[end]!.source) return [];
    said += head[end]!;
    if (said === text) return [...lines.slice(index + 1, end + 1), ...brokenBelow([...lines.slice(0, index + 1), ...lines.slice(end + 1, HEAD_LINES + 1)], [...head.slice(0, index + 1), ...head.slice(end + 1)], index)];
    if (!text.startsWith(said)) return [];
  }
  return [];
}

const SHORTEST_TITLE = 8;
const LONGEST_TITLE = 100;
const MOST_OF_TITLE = 4;

function isAbstract(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index]!;
  const mark = ABSTRACT.exec(text);
  if (!mark) return false;
  const first = bare(text.slice(mark[0].length)).slice(0, AGAIN);
  return first.length === AGAIN && bare(lines.slice(index + 1, index + NEAR).map((each) => each.text).join('')).includes(first);
}

/** The text an abstract is made of begins so many lines below it at most. */
const NEAR = 20;

const bare = (text: string): string => text.replace(/[\s\u3000]/g, '');
