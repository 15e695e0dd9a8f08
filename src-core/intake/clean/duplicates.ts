import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

const SHORTEST = 200;

/**
 * What repeats the text above it (sites keep a second, hidden copy of the document; a text was pasted twice): one line that holds
 * all of it, a row of lines, or lines broken otherwise. Dropped when it holds a fifth of the text at least and has stood there before.
 */
export function dropDuplicates(lines: readonly Line[], ledger: Ledger): Line[] {
  const squashed = lines.map((line) => bare(line.text));
  const total = squashed.reduce((sum, text) => sum + text.length, 0);
  const again = new Set([...repeatedRows(squashed, total), ...rewrappedRows(squashed, total)]);
  if (again.size === 0 && !squashed.some((text) => isLargePart(text.length, total))) return [...lines];
  // A line that was broken otherwise in the first copy stands between two that were not.
  const between = (index: number): boolean => squashed[index]!.length >= FEWEST_BETWEEN && again.has(index - 1) && again.has(index + 1);
  let before = '';
  return lines.filter((line, index) => {
    const text = squashed[index]!;
    if (again.has(index) || (between(index) && before.includes(text)) || (isLargePart(text.length, total) && holds(before, text))) {
      ledger.note('dropped-duplicate', line);
      return false;
    }
    before += text;
    return true;
  });
}

/** A fifth of a long text; of a short one nearly half. */
const isLargePart = (length: number, total: number): boolean => (length >= SHORTEST && length * 5 >= total) || (length >= SHORTEST / 2 && length * 5 >= total * 2);

const FEWEST_BETWEEN = 12;
const SAMPLES = 40;
const SAMPLE_LENGTH = 30;

/** Whole, or in nearly every sample: the frame of a page may stand between the parts of the first copy. Punctuation does not count. */
function holds(above: string, here: string): boolean {
  if (above.length < here.length * 0.8) return false;
  if (above.includes(here)) return true;
  const samples = Array.from({ length: SAMPLES }, (_, i) => sampleAt(here, Math.floor((i * Math.max(0, here.length - SAMPLE_LENGTH)) / SAMPLES)));
  return samples.filter((sample) => above.includes(sample)).length >= SAMPLES - 3;
}

const FARTHEST_SKIP = 3;
/** A short text counts as doubled when so many lines of it come again and make up most of a half. */
const FEWEST_ROWS = 5;

/** Steps for each line of the text. */
const PATIENCE = 40;

/** Lines of a second copy: they follow one another as they did before, but for a few of the frame. */
function repeatedRows(texts: readonly string[], total: number): Set<number> {
  const firsts = firstPlaces(texts);
  const again = new Set<number>();
  // A text of lines that are all alike would be gone through once for each of them.
  let refused = { end: -1, by: 0 };
  let patience = texts.length * PATIENCE + 10_000;
  for (let i = 0; i < texts.length && patience >= 0; i++) {
    const begin = firsts[i]!;
    if (begin < 0 || begin === i || texts[i]!.length < 4) continue;
    // What goes on with a row that was too short is shorter still.
    if (i <= refused.end && i - begin === refused.by) continue;
    const row = fromLastBeginning(firsts, begin, follow(firsts, begin, i));
    patience -= row.length;
    const length = row.reduce((sum, index) => sum + texts[index]!.length, 0);
    if ((length < SHORTEST || length * 5 < total) && (row.length < FEWEST_ROWS || length * 5 < total * 2)) {
      refused = { end: row[row.length - 1]!, by: i - begin };
      continue;
    }
    for (const index of row) again.add(index);
    i = row[row.length - 1]!;
  }
  return again;
}

const KEY_LENGTH = 8;

/** Lines of a second copy whose lines were broken otherwise: nearly half of the text says, line ends aside, what the text above says. */
function rewrappedRows(texts: readonly string[], total: number): Set<number> {
  const whole = texts.join('');
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length;
  }
  const firsts = new Map<number, number>();
  let patience = total * 4;
  for (const [index, start] of starts.entries()) {
    // The two copies make up four fifths of the text at least: so far down each of them can begin.
    if (start * 5 > total * 3) break;
    const key = keyAt(whole, start);
    const first = firsts.get(key);
    if (first === undefined) {
      if (start * 5 <= total) firsts.set(key, start);
      continue;
    }
    if (start - first < SHORTEST / 2 || (start - first) * 5 < total * 2 || patience < 0) continue;
    let run = 0;
    while (run < start - first && start + run < total && whole.charCodeAt(first + run) === whole.charCodeAt(start + run)) run++;
    patience -= run;
    if (run < SHORTEST / 2 || run * 5 < total * 2) continue;
    return new Set([...texts.keys()].filter((line) => line >= index && starts[line]! + texts[line]!.length <= start + run));
  }
  return new Set();
}

/** The first characters of a line as one number, for a long text has hundreds of thousands of lines; two that share one by chance are told apart by what follows. */
function keyAt(text: string, start: number): number {
  let key = 0;
  for (let i = start; i < Math.min(start + KEY_LENGTH, text.length); i++) key = (key * 131 + text.charCodeAt(i)) % KEYS;
  return key;
}

const KEYS = 2 ** 40 - 87;

/** For each line, the index of the first that says the same: lines are the same where these are. -1 for an empty one. */
function firstPlaces(texts: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(texts, (text, index) => {
    if (text === '') return -1;
    const known = first.get(text);
    if (known === undefined) first.set(text, index);
    return known ?? index;
  });
}

/** A name at the end of the first copy may begin the second too (署名 and 标题): the row begins with the one its next line stands closest to. */
function fromLastBeginning(firsts: Int32Array, first: number, row: number[]): number[] {
  const [begin, next] = row;
  for (let i = (next ?? 0) - 1; next !== undefined && i > begin!; i--) if (firsts[i] === firsts[begin!]) return follow(firsts, first, i);
  return row;
}

/** The lines from `second` on that repeat those from `first` on; the first copy ends where the second begins. */
function follow(firsts: Int32Array, first: number, second: number): number[] {
  const row = [second];
  let [above, here] = [first + 1, second + 1];
  while (here < firsts.length && above < second) {
    const step = nextMatch(firsts, above, here, second);
    if (!step) break;
    row.push(step[1]);
    [above, here] = [step[0] + 1, step[1] + 1];
  }
  return row;
}

function nextMatch(firsts: Int32Array, above: number, here: number, end: number): [number, number] | undefined {
  for (let skip = 0; skip <= FARTHEST_SKIP; skip++) {
    for (let left = 0; left <= skip; left++) {
      const [a, b] = [above + left, here + skip - left];
      if (a < end && b < firsts.length && firsts[a]! >= 0 && firsts[a] === firsts[b]) return [a, b];
    }
  }
  return undefined;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
const sampleAt = (text: string, start: number): string => text.slice(start, start + SAMPLE_LENGTH);
