import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

const SHORTEST = 200;

/**
 * A line that repeats the text above it in one piece (sites keep a second, hidden copy of the document): dropped when it holds
 * a fifth of the text at least and has stood there before.
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

const SAMPLES = 40;
const SAMPLE_LENGTH = 30;

/** Whole, or in nearly every sample: the frame of a page may stand between the parts of the first copy. Punctuation does not count. */
function holds(before: string, text: string): boolean {
  const [above, here] = [bare(before), bare(text)];
  if (above.length < here.length * 0.8) return false;
  if (above.includes(here)) return true;
  const samples = Array.from({ length: SAMPLES }, (_, i) => sampleAt(here, Math.floor((i * Math.max(0, here.length - SAMPLE_LENGTH)) / SAMPLES)));
  return samples.filter((sample) => above.includes(sample)).length >= SAMPLES - 3;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
const sampleAt = (text: string, start: number): string => text.slice(start, start + SAMPLE_LENGTH);
