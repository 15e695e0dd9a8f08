import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

const HEADING = /^目[\s\u3000]*[录次]$/;
/** The leaders between a name and its page, where a page broke there. */
const LEADERS = /^[.·…—]{2,}$/;
const LONGEST = 60;

/** A printed table of contents (目录) goes: the window makes its own. A line counts as part of it while it comes again below. */
export function dropContents(lines: readonly Line[], ledger: Ledger): Line[] {
  const start = lines.findIndex((line, index) => HEADING.test(line.text) || (line.text === '目' && lines[index + 1]?.text === '录'));
  if (start < 0) return dropChapterNames(lines, ledger);
  const later = new Map<string, number>();
  for (const line of lines) if (line.text.length <= LONGEST) later.set(bare(line.text), (later.get(bare(line.text)) ?? 0) + 1);
  const first = start + (lines[start]!.text === '目' ? 2 : 1);
  let end = first;
  while (end < lines.length && lines[end]!.text.length <= LONGEST && (LEADERS.test(lines[end]!.text) || ((later.get(bare(lines[end]!.text)) ?? 0) > 1 && !repeatsWithin(lines, first, end)))) end++;
  // Word keeps its own contents as a field, which is left out where it is read: its heading is left.
  if (end === first && lines[start]!.source?.whole && lines[start]!.source.role === undefined) return without(lines, start, first, ledger);
  if (end - start < 3) return dropChapterNames(lines, ledger);
  return without(lines, start, end, ledger);
}

function without(lines: readonly Line[], start: number, end: number, ledger: Ledger): Line[] {
  for (const line of lines.slice(start, end)) ledger.note('dropped-duplicate', line);
  return [...lines.slice(0, start), ...lines.slice(end)];
}

/** 总则 ………… 3 is 总则. */
const bare = (text: string): string => text.replace(/[\s\u3000]/g, '').replace(/[.·…—-]{2,}\d*$/, '');

/** The first line of the contents come again is the first line of the text. */
const repeatsWithin = (lines: readonly Line[], first: number, end: number): boolean => end > first && bare(lines[end]!.text) === bare(lines[first]!.text);

const CHAPTER = /^第[一二三四五六七八九十百]{1,4}[编章](?=[\u4e00-\u9fff])/;
const FEWEST_CHAPTERS = 3;

/** Chapters named one below the other with no text between, and the first of them once more right below: contents whose 目录 was lost. */
function dropChapterNames(lines: readonly Line[], ledger: Ledger): Line[] {
  const isChapter = (line: Line | undefined): boolean => line !== undefined && !line.said && !line.source && line.text.length <= LONGEST && CHAPTER.test(bare(line.text));
  const start = lines.findIndex((line, index) => isChapter(line) && isChapter(lines[index + 1]));
  if (start < 0) return [...lines];
  let end = start + 1;
  while (isChapter(lines[end]) && bare(lines[end]!.text) !== bare(lines[start]!.text)) end++;
  if (end - start < FEWEST_CHAPTERS || !isChapter(lines[end])) return [...lines];
  return without(lines, HEADING.test(lines[start - 1]?.text ?? '') ? start - 1 : start, end, ledger);
}
