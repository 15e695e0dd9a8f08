import { DOUBT_REASONS } from './report.ts';
import type { Doubt, DoubtReason, ReportCode, ReportEntry } from './report.ts';
import { extentOf, spansOf } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** The account of one import: every change and every thing left out, with its place in the source. */
export interface Ledger {
  /** One occurrence, with the source characters concerned. */
  note(code: ReportCode, spelled: Spelled): void;
  /** One occurrence at [start, end) of the source. */
  mark(code: ReportCode, start: number, end: number): void;
  /** A place to look at, entered under the code of its reason too. */
  doubt(reason: DoubtReason, spelled: Spelled, proposal?: string): void;
  /** The most doubtful kinds first, each in the order of the source. */
  doubts(): Doubt[];
  entries(): ReportEntry[];
}

const CODES: Readonly<Record<DoubtReason, ReportCode>> = {
  word: 'doubtful-word', 'addressee-mark': 'doubtful-structure', 'number-jumps': 'doubtful-structure', 'annex-number': 'doubtful-structure', 'joined-at-stop': 'doubtful-structure', 'above-title': 'kept-as-body', 'after-end': 'kept-as-body', 'no-title': 'doubtful-structure',
};

export function createLedger(): Ledger {
  const notes = new Map<ReportCode, { count: number; at: [number, number][] }>();
  const doubts: Doubt[] = [];
  const entry = (code: ReportCode) => {
    const found = notes.get(code) ?? { count: 0, at: [] };
    notes.set(code, found);
    return found;
  };
  const note = (code: ReportCode, spelled: Spelled): void => {
    const found = entry(code);
    found.count++;
    for (const span of spansOf(spelled)) found.at.push(span);
  };
  return {
    note,
    mark(code, start, end) {
      const found = entry(code);
      found.count++;
      found.at.push([start, end]);
    },
    doubt(reason, spelled, proposal) {
      note(CODES[reason], spelled);
      doubts.push({ reason, span: extentOf(spelled) ?? [0, 0], text: spelled.text, proposal: proposal ?? null });
    },
    doubts: () => doubts.sort((a, b) => DOUBT_REASONS.indexOf(a.reason) - DOUBT_REASONS.indexOf(b.reason) || a.span[0] - b.span[0]),
    entries: () =>
      [...notes].map(([code, { count, at }]) => {
        if (at.length === 0) return { code, count };
        return { code, count, at: at.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
      }),
  };
}
