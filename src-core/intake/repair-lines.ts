import { removeBlanks } from './clean/blanks.ts';
import { cleanCharacters } from './clean/characters.ts';
import { dropPageNumbers } from './clean/page-numbers.ts';
import { dropTags } from './clean/tags.ts';
import { joinLines } from './join-lines.ts';
import { createLedger } from './ledger.ts';
import { isLine, splitLines, withText } from './lines.ts';
import type { ReportCode, ReportEntry } from './report.ts';
import { trim } from './spelled.ts';

/** Lines as they were meant, and what was done for it. */
export interface RepairedLines {
  readonly lines: readonly string[];
  readonly entries: readonly ReportEntry[];
}

/**
 * A piece of a text that is put into a draft, repaired as a whole text would be: lines broken by a page's edge joined, page numbers,
 * blanks between characters, marks of HTML and Markdown gone, half-width punctuation set right. Nothing is recognised in it. Null for a
 * text that neither page nor program has broken: what somebody has written as it stands is not touched.
 */
export function repairLines(text: string): RepairedLines | null {
  const ledger = createLedger();
  const clean = dropTags(splitLines(text, ledger), ledger).map((line) => withText(line, trim(cleanCharacters(line, ledger))));
  const spaced = dropPageNumbers(clean, ledger).map((line) => withText(line, removeBlanks(line, ledger)));
  const lines = joinLines(spaced, ledger).filter(isLine).map((line) => line.text).filter((line) => line !== '');
  const entries = ledger.entries();
  const count = (code: ReportCode): number => entries.find((entry) => entry.code === code)?.count ?? 0;
  const isBroken = count('joined-line') + count('dropped-page-number') + count('dropped-tag') > 0 || count('removed-blank') >= lines.length * MANY_BLANKS;
  return isBroken && lines.length > 0 ? { lines, entries } : null;
}

/** Blanks in a paragraph that a scan or a page's justified lines have left, and no hand. */
const MANY_BLANKS = 6;
