import type { Placed } from '../document/divide.ts';
import type { Role } from '../document/roles.ts';
import { TEXT_WIDTH } from '../template/styles.ts';
import { SMALL_CELL } from '../units/length.ts';
import { labelOf, paragraphItem, styleOf } from './paragraph-item.ts';
import type { Composing, Imprint, ParagraphItem } from './items.ts';
import { twipsOf } from './unit.ts';

/** 主送 that found no room on the first page (7.3.2), and 抄送: no rule parts them. */
const isOffices = (role: Role | null): boolean => role === 'sentTo' || role === 'copyTo';

/** The 版记 (7.4): all 主送 and 抄送 in one row, 印发机关 and 印发日期 side by side. A letter has no rules in it (10.1). */
export function composeImprint(composing: Composing, imprint: readonly Placed[]): Imprint | null {
  if (imprint.length === 0) return null;
  const rows: Placed[][] = [];
  let previous: Role | null = null;
  for (const placed of imprint) {
    const role = placed.node.attrs.role as Role;
    if ((isOffices(role) && isOffices(previous)) || (role === 'printDate' && previous === 'printer')) rows.at(-1)!.push(placed);
    else rows.push([placed]);
    previous = role;
  }
  return { rows: rows.map((row) => composeRow(composing, row)), isRuled: composing.styles.format !== 'letter' };
}

function composeRow(composing: Composing, row: readonly Placed[]): ParagraphItem[] {
  if (isOffices(row[0]!.node.attrs.role as Role)) {
    // Further 抄送 paragraphs have no label of their own and begin under the first one's text.
    return row.map((placed, index) => paragraphItem(composing, placed, TEXT_WIDTH, labelOf(composing, placed.pos) === '' && index > 0 ? { left: styleOf(composing, placed.node).left, firstLine: 0 } : {}));
  }
  const [first, second] = row;
  if (!second) return [paragraphItem(composing, first!, TEXT_WIDTH)];
  const date = paragraphItem(composing, second, TEXT_WIDTH, { isBeside: true });
  const dateWidth = Math.min(Math.max(0, ...date.laid.lines.map((line) => twipsOf(line.width))) + 2 * SMALL_CELL, Math.floor(TEXT_WIDTH / 2));
  return [
    paragraphItem(composing, first!, TEXT_WIDTH, { right: dateWidth }),
    paragraphItem(composing, second, TEXT_WIDTH, { left: TEXT_WIDTH - dateWidth, isBeside: true }),
  ];
}
