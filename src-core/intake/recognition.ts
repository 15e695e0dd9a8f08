import type { Role } from '../document/roles.ts';
import { isBlock } from './block.ts';
import type { Part } from './block.ts';
import type { Choice } from './choose-template.ts';
import type { Doubt } from './report.ts';
import type { Known, Span } from './source.ts';
import { spansOf } from './spelled.ts';

/** What one block of the document was taken for, and which stretches of the source it was made of. */
export interface RecognisedElement {
  /** Index among the document's blocks. */
  readonly block: number;
  readonly role: Role | 'table';
  /** Of headings and articles; 0 for all others. */
  readonly level: number;
  readonly runIn: boolean;
  /** In the order of the source, the label a paragraph was typed with included; none for what the intake wrote itself. */
  readonly spans: readonly Span[];
  /** A person said so. */
  readonly told: boolean;
}

/** What was made of a source, for the eye of a person who judges it. */
export interface Recognition {
  /** The text all spans count in: the source itself, or the paragraphs and cells of a Word file, one a line. */
  readonly source: string;
  readonly elements: readonly RecognisedElement[];
  /** Places to look at, most doubtful kinds first. */
  readonly doubts: readonly Doubt[];
  readonly choice: Choice | null;
  /** What a person has said so far; given back with the next reading of the same source. */
  readonly known: readonly Known[];
}

/** The elements of a document with their places; `parts` are in the order of its blocks. */
export function recognise(parts: readonly Part[], source: string): RecognisedElement[] {
  const owner = new Int32Array(source.length).fill(-1);
  const runs = parts.map(runsOf);
  runs.forEach((own, index) => own.forEach(([start, end]) => owner.fill(index, start, end)));
  const spans = runs.map((own, index) => stretches(own, index, owner));
  // What belongs to nobody in a line (labels, blanks) goes to the text behind it, else to the text before it.
  spans.forEach((own, index) => own.forEach((span) => growBack(span, index, owner, source)));
  spans.forEach((own, index) => own.forEach((span) => growOn(span, index, owner, source)));
  return parts.map((part, index) => ({
    block: index,
    ...(isBlock(part) ? { role: part.role, level: part.level, runIn: part.runIn } : { role: 'table' as const, level: 0, runIn: false }),
    spans: spans[index]!.map((span) => trimmed(span, source)).sort((a, b) => a[0] - b[0]),
    told: isBlock(part) && part.line?.said !== undefined,
  }));
}

function runsOf(part: Part): Stretch[] {
  if (!isBlock(part)) return part.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs.flatMap(spansOf)));
  const own = spansOf(part.text);
  return own.length > 0 || !part.line ? own : spansOf(part.line);
}

type Stretch = [number, number];

/** Stretches with nothing of another element between. */
function stretches(runs: readonly Stretch[], index: number, owner: Int32Array): Stretch[] {
  const spans: Stretch[] = [];
  for (const [start, end] of runs) {
    const last = spans[spans.length - 1];
    if (last && start >= last[0] && isFree(last[1], start, index, owner)) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

function growBack(span: Stretch, index: number, owner: Int32Array, source: string): void {
  while (span[0] > 0 && owner[span[0] - 1] === -1 && !isEnd(source[span[0] - 1]!)) owner[--span[0]] = index;
}

function growOn(span: Stretch, index: number, owner: Int32Array, source: string): void {
  while (span[1] < source.length && owner[span[1]] === -1 && !isEnd(source[span[1]]!)) owner[span[1]++] = index;
}

function trimmed([start, end]: Stretch, source: string): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(source[from]!)) from++;
  while (to > from && isBlank(source[to - 1]!)) to--;
  return [from, to];
}

function isFree(start: number, end: number, index: number, owner: Int32Array): boolean {
  for (let i = start; i < end; i++) if (owner[i] !== -1 && owner[i] !== index) return false;
  return true;
}

const isEnd = (c: string): boolean => /[\n\r\f\v\u0085\u2028\u2029]/.test(c);
const isBlank = (c: string): boolean => /[\s\u3000]/.test(c);
