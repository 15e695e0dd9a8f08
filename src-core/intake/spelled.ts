/**
 * A text that knows where each of its characters (UTF-16 units) stood in the source: `at[i]` is the source offset of
 * `text[i]`, or -1 for a character the intake put there itself. All cleaning works on it, so that nothing vanishes unseen.
 */
export interface Spelled {
  readonly text: string;
  readonly at: readonly number[];
}

export const EMPTY: Spelled = { text: '', at: [] };

/** The source text from `start` on, each character at its place. */
export function spell(text: string, start = 0): Spelled {
  const at = new Array<number>(text.length);
  for (let i = 0; i < text.length; i++) at[i] = start + i;
  return { text, at };
}

export const slice = (spelled: Spelled, start: number, end = spelled.text.length): Spelled =>
  start <= 0 && end >= spelled.text.length ? spelled : { text: spelled.text.slice(start, end), at: spelled.at.slice(start, end) };

export function join(parts: readonly Spelled[]): Spelled {
  if (parts.length === 1) return parts[0]!;
  return { text: parts.map((part) => part.text).join(''), at: parts.flatMap((part) => part.at) };
}

/** Without blanks at both ends. */
export function trim(spelled: Spelled): Spelled {
  const start = spelled.text.length - spelled.text.trimStart().length;
  return start === spelled.text.length ? EMPTY : slice(spelled, start, spelled.text.trimEnd().length);
}

/** Text of the intake's own in the place of a source text: no character of it claims a place. */
export const written = (text: string): Spelled => ({ text, at: new Array<number>(text.length).fill(-1) });

/** The source stretches a text covers, as [start, end), neighbours merged. */
export function spansOf({ at }: Spelled): [number, number][] {
  const spans: [number, number][] = [];
  for (const offset of at) {
    if (offset < 0) continue;
    const last = spans[spans.length - 1];
    if (last !== undefined && last[1] === offset) last[1] = offset + 1;
    else spans.push([offset, offset + 1]);
  }
  return spans;
}

/** One stretch from the first to the last source character; undefined for a text that has none. */
export function extentOf({ at }: Spelled): readonly [number, number] | undefined {
  let first = -1;
  let last = -1;
  for (const offset of at) {
    if (offset < 0) continue;
    if (first < 0) first = offset;
    last = offset;
  }
  return first < 0 ? undefined : [Math.min(first, last), Math.max(first, last) + 1];
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
  const parts: Spelled[] = [];
  let done = 0;
  for (const match of spelled.text.matchAll(pattern)) {
    const text = change(match);
    if (text === undefined || text === match[0]) continue;
    const end = match.index + match[0].length;
    const old = slice(spelled, match.index, end);
    parts.push(slice(spelled, done, match.index), text.length === old.text.length ? { text, at: old.at } : written(text));
    changed(old);
    done = end;
  }
  return done === 0 && parts.length === 0 ? spelled : join([...parts, slice(spelled, done)]);
}
