import type { RecognisedElement, Recognition } from '#core/intake/recognition.ts';
import type { ReportEntry } from '#core/intake/report.ts';
import type { Doubt } from '#core/intake/report.ts';

/** What happened to a stretch of the source. */
export type Fate = 'kept' | 'changed' | 'dropped' | 'doubtful';

/** Which of the four a report code is said under. */
export const fateOf = (code: ReportEntry['code']): Exclude<Fate, 'kept'> =>
  code.startsWith('dropped-') || code.startsWith('un') || code === 'left-out' ? 'dropped' : code.startsWith('doubtful-') || code === 'kept-as-body' ? 'doubtful' : 'changed';

export interface Stretch {
  readonly text: string;
  readonly fate: Fate;
}

/** A line of the source as it is shown: cut where something was done to it, and the block it went into. */
export interface ShownLine {
  readonly stretches: readonly Stretch[];
  /** Block of the document that has most of the line; null for what was left out and for empty lines. */
  readonly block: number | null;
}

/** The least first. */
const FATES: readonly Fate[] = ['kept', 'changed', 'doubtful', 'dropped'];
const WEIGHT: Readonly<Record<Fate, number>> = { kept: 0, changed: 1, doubtful: 2, dropped: 3 };

/** The source by lines, with the fate of each character and the block each line went into. */
export function showLines({ source, elements, doubts }: Pick<Recognition, 'source' | 'elements' | 'doubts'>, report: readonly ReportEntry[]): ShownLine[] {
  const fates = fatesOf(source.length, report, doubts);
  const owners = ownersOf(source.length, elements);
  const lines: ShownLine[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    lines.push({ stretches: cut(line, at, fates), block: mostIn(owners, at, at + line.length) });
    at += line.length + 1;
  }
  return lines;
}

/** Of each character the weight of its fate: a byte each, for a source may have millions. */
function fatesOf(length: number, report: readonly ReportEntry[], doubts: readonly Doubt[]): Uint8Array {
  const fates = new Uint8Array(length);
  const mark = (fate: Fate, start: number, end: number): void => {
    for (let i = start; i < end && i < length; i++) if (WEIGHT[fate] > fates[i]!) fates[i] = WEIGHT[fate];
  };
  for (const { code, at } of report) for (const [start, end] of at ?? []) mark(fateOf(code), start, end);
  for (const { span } of doubts) mark('doubtful', span[0], span[1]);
  return fates;
}

function ownersOf(length: number, elements: readonly RecognisedElement[]): Int32Array {
  const owners = new Int32Array(length).fill(-1);
  for (const { block, spans } of elements) for (const [start, end] of spans) owners.fill(block, start, end);
  return owners;
}

function mostIn(owners: Int32Array, start: number, end: number): number | null {
  const counts = new Map<number, number>();
  for (let i = start, from = start; i < end; i = from) {
    while (from < end && owners[from] === owners[i]) from++;
    if (owners[i]! >= 0) counts.set(owners[i]!, (counts.get(owners[i]!) ?? 0) + from - i);
  }
  let best: number | null = null;
  for (const [block, count] of counts) if (best === null || count > counts.get(best)!) best = block;
  return best;
}

function cut(line: string, at: number, fates: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= line.length; i++) {
    if (i < line.length && fates[at + i] === fates[at + from]) continue;
    stretches.push({ text: line.slice(from, i), fate: FATES[fates[at + from]!]! });
    from = i;
  }
  return stretches;
}

/** The line of the source (from 0) in which an offset stands. */
export function lineAt(source: string, offset: number): number {
  let line = 0;
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++;
  return line;
}
