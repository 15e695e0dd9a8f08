import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { TITLE_END } from '../recognise/patterns.ts';

const HEAD_LINES = 12;
const ABSTRACT = /^(?:导读|摘要|内容摘要|核心提示)[:：]\s*/;
/** So many characters of an abstract come again in the text. */
const AGAIN = 12;

/**
 * What a page says of a text before it shows it: its title once more, right above the title the text itself bears, and an abstract made
 * of its first lines. Both stand below too.
 */
export function dropPageAbstract(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const head = lines.slice(0, HEAD_LINES + 1).map(({ text }) => bare(text));
  const again = new Set(head.flatMap((text, index) => {
    const line = lines[index]!;
    if (index === HEAD_LINES || line.said || line.source) return [];
    return (TITLE_END.test(text) && text === head[index + 1]) || isAbstract(lines, index) ? [line] : [];
  }));
  for (const line of again) ledger.note('dropped-duplicate', line);
  return again.size === 0 ? lines : lines.filter((line) => !again.has(line));
}

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
