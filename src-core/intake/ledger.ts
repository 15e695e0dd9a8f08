import type { ReportCode, ReportEntry } from './report.ts';
import { spansOf } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** The account of one import: every change and every thing left out, with its place in the source. */
export interface Ledger {
  /** One occurrence, with the source characters concerned. */
  note(code: ReportCode, spelled: Spelled): void;
  /** One occurrence at [start, end) of the source. */
  mark(code: ReportCode, start: number, end: number): void;
  /** `placed` false: the source has no offsets a person could use (Word files), only counts are given. */
  entries(placed: boolean): ReportEntry[];
}

export function createLedger(): Ledger {
  const notes = new Map<ReportCode, { count: number; at: [number, number][] }>();
  const entry = (code: ReportCode) => {
    const found = notes.get(code) ?? { count: 0, at: [] };
    notes.set(code, found);
    return found;
  };
  return {
    note(code, spelled) {
      const { at } = entry(code);
      notes.get(code)!.count++;
      for (const span of spansOf(spelled)) at.push(span);
    },
    mark(code, start, end) {
      const found = entry(code);
      found.count++;
      found.at.push([start, end]);
    },
    entries: (placed) =>
      [...notes].map(([code, { count, at }]) => {
        if (!placed || at.length === 0) return { code, count };
        return { code, count, at: at.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
      }),
  };
}
