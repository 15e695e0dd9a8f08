import type { NumberingScheme } from '../../template/template.ts';
import { beginsPart } from '../../document/roles.ts';
import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';

/**
 * How the headings of each part count, as their labels in the source tell: `continuous` where （四） follows （三） across a 二、,
 * `standard` where （一） begins again, `twoLevel` where 1. lies directly below 一、 and there is no （一） at all. Undefined where
 * nothing tells. Keyed by the block that heads the part; null for the main text.
 */
export function readSchemes(parts: readonly Part[]): ReadonlyMap<Block | null, NumberingScheme | undefined> {
  const schemes = new Map<Block | null, NumberingScheme | undefined>();
  let head: Block | null = null;
  let rows: { level: number; number: number }[] = [];
  for (const part of parts) {
    if (!isBlock(part)) continue;
    if (beginsPart(part.role)) {
      schemes.set(head, schemeOf(rows));
      head = part;
      rows = [];
    } else if (part.role === 'heading' && part.label) rows.push(part.label);
  }
  return schemes.set(head, schemeOf(rows));
}

function schemeOf(rows: readonly { level: number; number: number }[]): NumberingScheme | undefined {
  let runsOn = 0;
  let restarts = 0;
  let last = 0;
  let crossed = false;
  for (const { level, number } of rows) {
    if (level === 1) crossed = true;
    if (level !== 2) continue;
    if (crossed && last > 0 && number === last + 1) runsOn++;
    else if (crossed && last > 0 && number === 1) restarts++;
    last = number;
    crossed = false;
  }
  if (runsOn > restarts) return 'continuous';
  if (last > 0) return restarts > 0 ? 'standard' : undefined;
  const below = rows.filter(({ level }, index) => level === 3 && rows.slice(0, index).some((row) => row.level === 1)).length;
  return below >= 2 ? 'twoLevel' : undefined;
}
