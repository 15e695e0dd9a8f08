import type { Transform } from 'prosemirror-transform';
import { isTwoLevel, runOnLevels } from '../template/template.ts';
import type { NumberingScheme } from '../template/template.ts';
import { continuesAfterLead } from './elements.ts';
import { numberDocument } from './numbering.ts';
import { partsOf } from './parts.ts';
import type { NumberedPart, NumberingMode } from './parts.ts';
import type { Role } from './roles.ts';

/** False where the levels in use have no room in the other mode: two-level parts have one level fewer. */
export const fitsNumbering = (part: NumberedPart, mode: NumberingMode): boolean =>
  !isTwoLevel(mode) || part.mode === 'articles' || !(part.headingLevels.includes(2) && part.headingLevels.includes(5));

/**
 * Lets a part count in another mode. The scheme is set on what heads the part (the main text's on the document, and parts
 * without one of their own follow it); levels are moved only where the mode asks for it: two-level parts have 1. where there
 * was （一）, 章节条 turns headings into articles by rank, and back. Numbers that only spelled out the run-on (通排) go.
 * Steps are added to `tr`; the paragraphs stay where they are.
 */
export function changeNumbering(tr: Transform, part: NumberedPart, mode: NumberingMode): void {
  if (mode === 'articles') return relevel(tr, part, 'heading', 'article', part.articleLevels.length > 0 ? { 1: 1, 2: 4, 3: 5, 4: 5, 5: 5 } : ladder(part.headingLevels, ARTICLE_LADDERS[part.headingLevels.length] ?? ARTICLE_LADDERS[5]!));
  if (part.articleLevels.length > 0) relevel(tr, part, 'article', 'heading', ladder(part.articleLevels, isTwoLevel(mode) ? [1, 3, 4, 5, 5] : [1, 2, 3, 4, 5]));
  const followers = partsOf(tr.doc).filter(({ head, from }) => from === part.from || (part.head === null && head !== null && tr.doc.nodeAt(head)!.attrs.numbering === null));
  for (const follower of followers) relevel(tr, follower, 'heading', 'heading', shiftFor(follower, mode));
  if (part.head === null) {
    if (tr.doc.attrs.numbering !== mode) tr.setDocAttribute('numbering', mode);
  } else if (tr.doc.nodeAt(part.head)!.attrs.numbering !== mode) tr.setNodeAttribute(part.head, 'numbering', mode);
  for (const follower of followers) dropSpelledNumbers(tr, follower, mode);
}

type Levels = Readonly<Record<number, number>>;

/** By how many levels there are: one is 条, the higher of several is 章; 节 only where five levels need it. */
const ARTICLE_LADDERS: readonly (readonly number[])[] = [[], [3], [1, 3], [1, 3, 4], [1, 3, 4, 5], [1, 2, 3, 4, 5]];

const ladder = (used: readonly number[], steps: readonly number[]): Levels => Object.fromEntries(used.map((level, index) => [level, steps[index]!]));

function shiftFor({ headingLevels, scheme }: NumberedPart, mode: NumberingScheme): Levels {
  if (isTwoLevel(mode)) return headingLevels.includes(2) ? { 2: 3, 3: 4, 4: 5 } : {};
  return isTwoLevel(scheme) && !headingLevels.includes(2) ? { 3: 2, 4: 3, 5: 4 } : {};
}

function relevel(tr: Transform, { from, to }: NumberedPart, role: Role, become: Role, levels: Levels): void {
  tr.doc.forEach((node, pos) => {
    const level = levels[node.attrs.level as number];
    if (pos < from || pos >= to || node.attrs.role !== role || level === undefined) return;
    tr.setNodeMarkup(pos, null, { ...node.attrs, role: become, level, runIn: become === 'heading' && continuesAfterLead(node) });
  });
}

/** A （四） or 4. that says by `startAt` what running on from the one before says by itself; where all run on, one that begins again. */
function dropSpelledNumbers(tr: Transform, { from, to }: NumberedPart, mode: NumberingScheme): void {
  const numbers = numberDocument(tr.doc).paragraphs;
  const last = new Map<number, number>();
  tr.doc.forEach((node, pos) => {
    const { role, level, startAt } = node.attrs as { role?: Role; level: number; startAt: number | null };
    if (pos < from || pos >= to || role !== 'heading' || (level !== 2 && level !== 3)) return;
    const before = last.get(level);
    if (before !== undefined && (startAt === before + 1 || (runOnLevels(mode).includes(level) && startAt === 1))) tr.setNodeAttribute(pos, 'startAt', null);
    last.set(level, numbers.get(pos)?.number ?? before ?? 0);
  });
}
