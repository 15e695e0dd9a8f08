import { schemeWith } from '../../template/template.ts';
import type { NumberingScheme } from '../../template/template.ts';
import type { HeadingNumber, SaidNumbering } from '../../document/said-numbering.ts';
import { markOfHeadings } from '../../document/said-numbering.ts';
import { beginsPart } from '../../document/roles.ts';
import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';

/**
 * How the headings of each part count. A file of ours has `said` it of its parts: that holds as long as the headings have the numbers
 * they had, and where their labels do not tell. They tell: （一） runs on where （四） follows （三） across a 二、, and 1. where 4. follows
 * 3. across a （二） or 二、; they begin again where （一） or 1. does; `twoLevel` where 1. lies directly below 一、 and there is no （一）
 * at all. Undefined where nothing tells. Keyed by the block that heads the part; null for the main text.
 */
export function readSchemes(parts: readonly Part[], said: readonly SaidNumbering[] = []): ReadonlyMap<Block | null, NumberingScheme | undefined> {
  const found: { head: Block | null; rows: (HeadingNumber & { own: number })[] }[] = [{ head: null, rows: [] }];
  for (const part of parts) {
    if (!isBlock(part)) continue;
    if (beginsPart(part.role)) found.push({ head: part, rows: [] });
    else if (part.role === 'heading' && part.label) found.at(-1)!.rows.push({ ...part.label, own: part.level });
  }
  const isWhole = said.length === found.length;
  return new Map(found.map(({ head, rows }, index) => {
    const own = isWhole || index === 0 ? said[index] : undefined;
    const isAsWritten = own?.mark === markOfHeadings(rows.map(({ own: level, number }) => ({ level, number })));
    return [head, isAsWritten ? (own!.scheme ?? undefined) : (schemeOf(rows) ?? own?.scheme ?? undefined)];
  }));
}

function schemeOf(rows: readonly { level: number; number: number }[]): NumberingScheme | undefined {
  const [chapters, items] = [countOn(rows, 2), countOn(rows, 3)];
  const runsOn = [chapters, items].flatMap((tally, index) => (tally.runsOn > tally.restarts ? [index + 2] : []));
  if (chapters.isUsed) return runsOn.length > 0 || chapters.restarts > 0 ? schemeWith(false, runsOn) : undefined;
  const first = rows.findIndex(({ level }) => level === 1);
  const below = first < 0 ? 0 : rows.slice(first).filter(({ level }) => level === 3).length;
  return below >= 2 ? schemeWith(true, runsOn) : undefined;
}

/** How often a level went on counting where a higher one had begun, and how often it began again. */
function countOn(rows: readonly { level: number; number: number }[], wanted: number): { isUsed: boolean; runsOn: number; restarts: number } {
  let [runsOn, restarts, last] = [0, 0, 0];
  let crossed = false;
  for (const { level, number } of rows) {
    if (level < wanted) crossed = true;
    if (level !== wanted) continue;
    if (crossed && last > 0 && number === last + 1) runsOn++;
    else if (crossed && last > 0 && number === 1) restarts++;
    last = number;
    crossed = false;
  }
  return { isUsed: last > 0, runsOn, restarts };
}
