import type { Span } from './source.ts';

/**
 * A text that knows where each of its characters (UTF-16 units) stood in the source. All cleaning works on it, so that nothing
 * vanishes unseen.
 */
export interface Spelled {
  readonly text: string;
  /**
   * Stretches that stood together, as pairs: where one begins in `text`, and its source offset, -1 for characters the intake put there
   * itself. Most texts are one stretch: a number for each character would be most of what a long source takes.
   */
  readonly runs: readonly number[];
}

export const EMPTY: Spelled = { text: '', runs: [] };

/** A text whose characters stood together in the source from `start` on. */
export const spell = (text: string, start = 0): Spelled => ({ text, runs: text === '' ? EMPTY.runs : [0, start] });

export function slice(spelled: Spelled, start: number, end = spelled.text.length): Spelled {
  if (start <= 0 && end >= spelled.text.length) return spelled;
  const text = spelled.text.slice(Math.max(0, start), Math.max(0, end));
  if (text === '') return EMPTY;
  const from = Math.max(0, start);
  if (spelled.runs.length === 2) return spell(text, spelled.runs[1]! < 0 ? -1 : spelled.runs[1]! + from);
  const runs: number[] = [];
  for (let run = runAt(spelled, from); run < spelled.runs.length && spelled.runs[run]! < from + text.length; run += 2) {
    const [begin, offset] = [spelled.runs[run]!, spelled.runs[run + 1]!];
    runs.push(Math.max(0, begin - from), offset < 0 ? -1 : offset + Math.max(0, from - begin));
  }
  // Cut to its length: an array that grew keeps room for more.
  return { text, runs: runs.slice() };
}

export function join(parts: readonly Spelled[]): Spelled {
  if (parts.length === 1) return parts[0]!;
  const runs: number[] = [];
  let length = 0;
  for (const part of parts) {
    for (let run = 0; run < part.runs.length; run += 2) {
      const [begin, offset] = [length + part.runs[run]!, part.runs[run + 1]!];
      const [lastBegin, last] = [runs[runs.length - 2], runs[runs.length - 1]];
      const goesOn = last !== undefined && (last < 0 ? offset < 0 : offset === last + begin - lastBegin!);
      if (!goesOn) runs.push(begin, offset);
    }
    length += part.text.length;
  }
  return { text: parts.map((part) => part.text).join(''), runs: runs.slice() };
}

/** Without blanks at both ends. */
export function trim(spelled: Spelled): Spelled {
  const start = spelled.text.length - spelled.text.trimStart().length;
  return start === spelled.text.length ? EMPTY : slice(spelled, start, spelled.text.trimEnd().length);
}

/** Text of the intake's own in the place of a source text: no character of it claims a place. */
export const written = (text: string): Spelled => spell(text, -1);

/** Other characters in the places of as many old ones. */
export const respelled = (old: Spelled, text: string): Spelled => ({ text, runs: old.runs });

/** The source offset of the character at `index`; -1 where it has none. */
export function offsetAt(spelled: Spelled, index: number): number {
  if (index < 0 || index >= spelled.text.length) return -1;
  const run = runAt(spelled, index);
  const offset = spelled.runs[run + 1]!;
  return offset < 0 ? -1 : offset + index - spelled.runs[run]!;
}

/** The index in the text of the character from a source offset; -1 where it is not in it. */
export function indexOfOffset({ text, runs }: Spelled, offset: number): number {
  for (let run = 0; run < runs.length; run += 2) {
    const [begin, start] = [runs[run]!, runs[run + 1]!];
    const end = runs[run + 2] ?? text.length;
    if (start >= 0 && start <= offset && offset < start + end - begin) return begin + offset - start;
  }
  return -1;
}

/** The stretches a text is made of, in its order, as [start, end) in the source; what the intake put there has none. */
export function spansOf(spelled: Spelled): [number, number][] {
  const spans: [number, number][] = [];
  for (let run = 0; run < spelled.runs.length; run += 2) {
    const offset = spelled.runs[run + 1]!;
    if (offset < 0) continue;
    const end = offset + (spelled.runs[run + 2] ?? spelled.text.length) - spelled.runs[run]!;
    const last = spans[spans.length - 1];
    if (last !== undefined && last[1] === offset) last[1] = end;
    else spans.push([offset, end]);
  }
  return spans;
}

/** Where the first of its characters that has a place stood; -1 for a text that has none. */
export const firstOffset = ({ runs }: Spelled): number => runs[1] === undefined ? -1 : runs[1] < 0 ? (runs[3] ?? -1) : runs[1];

/** Where the last of its characters that has a place stood; -1 for a text that has none. */
export function lastOffset({ text, runs }: Spelled): number {
  const last = runs.length - 2;
  const offset = runs[last + 1] ?? -1;
  if (offset >= 0) return offset + text.length - 1 - runs[last]!;
  return last >= 2 ? runs[last - 1]! + runs[last]! - 1 - runs[last - 2]! : -1;
}

/** One stretch from the first to the last source character; undefined for a text that has none. */
export function extentOf(spelled: Spelled): Span | undefined {
  const [first, last] = [firstOffset(spelled), lastOffset(spelled)];
  return first < 0 ? undefined : [Math.min(first, last), Math.max(first, last) + 1];
}

/** Index in `runs` of the stretch the character at `index` is in. */
function runAt({ runs }: Spelled, index: number): number {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle * 2]! > index) high = middle - 1;
    else low = middle;
  }
  return low * 2;
}

/**
 * Replaces every match of a global pattern; `change` gives the new text, or undefined to leave the match as it is.
 * A replacement as long as the match keeps the places one by one; otherwise its characters stand at no place and the
 * caller reports the match. Returns the same object when nothing changed.
 */
export function replace(
  spelled: Spelled,
  pattern: RegExp,
  change: (match: RegExpExecArray) => string | undefined,
  changed: (gone: Spelled) => void,
): Spelled {
  if (spelled.text.search(pattern) < 0) return spelled;
  const edits: { readonly old: Spelled; readonly at: number; readonly text: string }[] = [];
  for (const match of spelled.text.matchAll(pattern)) {
    const text = change(match);
    if (text === undefined || text === match[0]) continue;
    const old = slice(spelled, match.index, match.index + match[0].length);
    changed(old);
    edits.push({ old, at: match.index, text });
  }
  if (edits.length === 0) return spelled;
  // Most repairs put one mark in the place of another: nothing is taken apart for them.
  if (edits.every(({ old, text }) => text.length === old.text.length)) return respelled(spelled, edited(spelled.text, edits));
  const parts: Spelled[] = [];
  let done = 0;
  for (const { old, at, text } of edits) {
    parts.push(slice(spelled, done, at), text.length === old.text.length ? respelled(old, text) : written(text));
    done = at + old.text.length;
  }
  return join([...parts, slice(spelled, done)]);
}

function edited(whole: string, edits: readonly { readonly at: number; readonly text: string }[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, text } of edits) {
    parts.push(whole.slice(done, at), text);
    done = at + text.length;
  }
  parts.push(whole.slice(done));
  return parts.join('');
}
