import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

const HEADING = /^目[\s\u3000]*[录次]$/;
const LONGEST = 60;

/** A printed table of contents (目录) goes: the window makes its own. A line counts as part of it while it comes again below. */
export function dropContents(lines: readonly Line[], ledger: Ledger): Line[] {
  const start = lines.findIndex((line) => HEADING.test(line.text));
  if (start < 0) return [...lines];
  const later = new Map<string, number>();
  for (const line of lines) if (line.text.length <= LONGEST) later.set(bare(line.text), (later.get(bare(line.text)) ?? 0) + 1);
  let end = start + 1;
  while (end < lines.length && lines[end]!.text.length <= LONGEST && (later.get(bare(lines[end]!.text)) ?? 0) > 1 && !repeatsWithin(lines, start, end)) end++;
  if (end - start < 3) return [...lines];
  for (const line of lines.slice(start, end)) ledger.note('dropped-duplicate', line);
  return [...lines.slice(0, start), ...lines.slice(end)];
}

/** 总则 ………… 3 is 总则. */
const bare = (text: string): string => text.replace(/[\s\u3000]/g, '').replace(/[.·…—-]{2,}\d*$/, '');

/** The first line of the contents come again is the first line of the text. */
const repeatsWithin = (lines: readonly Line[], start: number, end: number): boolean => end > start + 1 && bare(lines[end]!.text) === bare(lines[start + 1]!.text);
