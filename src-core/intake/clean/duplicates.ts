import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

const SHORTEST = 200;

/**
 * A line that repeats the text above it in one piece (sites keep a second, hidden copy of the document): dropped when it holds
 * a fifth of the text at least and every character of it has stood there before.
 */
export function dropDuplicates(lines: readonly Line[], ledger: Ledger): Line[] {
  const squashed = lines.map((line) => line.text.replace(/\s/g, ''));
  const total = squashed.reduce((sum, text) => sum + text.length, 0);
  let before = '';
  return lines.filter((line, index) => {
    const text = squashed[index]!;
    if (text.length >= SHORTEST && text.length * 5 >= total && holds(before, text)) {
      ledger.note('dropped-duplicate', line);
      return false;
    }
    before += text;
    return true;
  });
}

/** Punctuation apart: the two copies may differ in where a colon or a line stood. */
const holds = (before: string, text: string): boolean => bare(before).includes(bare(text));
const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
