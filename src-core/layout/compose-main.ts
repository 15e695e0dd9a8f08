import type { Placed } from '../document/divide.ts';
import { roleOf } from '../document/elements.ts';
import type { Role } from '../document/roles.ts';
import { isTableTitle } from '../document/table/table-title.ts';
import { CELL, LINE } from '../units/length.ts';
import type { Twips } from '../units/length.ts';
import { composeClosing } from './compose-closing.ts';
import { formOf, labelOf, paragraphItem, styleOf, wordsItem } from './paragraph-item.ts';
import type { Composing, Item } from './items.ts';
import type { Local } from './paragraph-item.ts';
import { layParagraph } from './lay-paragraph.ts';
import { plainItem } from './plain-item.ts';
import { tableItem } from './table-item.ts';
import { twipsOf } from './unit.ts';

/** The 主体 of pages of one direction: every paragraph in its style, with what its neighbours change about its place. */
export function composeMain(composing: Composing, blocks: readonly Placed[], measure: Twips, begins: 'document' | 'page' | 'below-masthead'): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const placed = blocks[index]!;
    if (placed.node.type.name === 'table') {
      items.push(tableItem(composing, placed, measure, blocks[index - 1]?.node));
      continue;
    }
    const role = roleOf(placed.node)!;
    const opensPage = index === 0 && begins !== 'below-masthead';
    if (role === 'annex') {
      items.push(...annexItems(composing, placed, measure, !opensPage));
    } else if (role === 'signature' || role === 'date') {
      const end = endOfClosing(blocks, index);
      const last = blocks[end - 1]!;
      const date = roleOf(last.node) === 'date' ? last : null;
      items.push(...composeClosing(composing, { signatures: blocks.slice(index, date ? end - 1 : end), date }, roleAt(blocks, end) === 'note'));
      index = end - 1;
    } else if (PLAIN.has(role)) {
      const item = plainItem(composing, placed, measure);
      items.push(isTableTitle(blocks, index) ? { ...item, keepsWithNext: true } : item);
    } else {
      const local = localOf(composing, blocks, index, role);
      items.push(paragraphItem(composing, placed, measure, {
        ...local,
        ...(role === 'embedded' ? { startsPage: !opensPage } : {}),
        ...(role === 'title' && index === 0 && begins === 'document' ? { before: 0 } : {}),
      }));
    }
  }
  return items;
}

/** Nothing stands beside them that would change them. */
const PLAIN: ReadonlySet<Role> = new Set(['body', 'heading', 'article', 'addressee', 'note']);

const roleAt = (blocks: readonly Placed[], index: number): Role | null => (blocks[index] ? roleOf(blocks[index].node) : null);

/** Signatures that follow one another, and the date below them. */
function endOfClosing(blocks: readonly Placed[], start: number): number {
  let end = start;
  while (roleAt(blocks, end) === 'signature') end++;
  return roleAt(blocks, end) === 'date' ? end + 1 : end;
}

/** 附件 (7.3.7): a new page, its mark on the first line, its title on the third. */
function annexItems(composing: Composing, placed: Placed, measure: Twips, startsPage: boolean): Item[] {
  return [
    wordsItem(composing, labelOf(composing, placed.pos), 'annexMark', placed.pos, measure, { startsPage, isWhole: true }),
    paragraphItem(composing, placed, measure, { label: '', isTitle: true }),
  ];
}

const ATTENDANCE: ReadonlySet<Role | null> = new Set(['present', 'excused', 'observing']);

function localOf(composing: Composing, blocks: readonly Placed[], index: number, role: Role): Local {
  const { node, pos } = blocks[index]!;
  const previous = roleAt(blocks, index - 1);
  const next = roleAt(blocks, index + 1);
  switch (role) {
    case 'title':
    case 'embedded':
      // A title of several paragraphs, or one with a note (题注) under it, is one block.
      return { isTitle: true, ...(previous === role ? { before: 0 } : {}), ...(next === role || next === 'titleNote' ? { after: 0 } : {}) };
    case 'titleNote':
      return { isTitle: true, after: next === 'titleNote' ? 0 : styleOf(composing, node).line };
    case 'attachmentNote':
      return { ...attachmentNoteLocal(composing, labelOf(composing, pos), previous !== role), isText: false };
    case 'present':
    case 'excused':
    case 'observing':
      // One line below the text (10.3).
      return { before: ATTENDANCE.has(previous) ? 0 : LINE };
    default:
      return {};
  }
}

/**
 * 附件说明 (7.3.4): one line below the text, two characters in, further lines under the first character of the name; numbers stand
 * one below the other, and the numbers' own width decides how far the names hang.
 */
function attachmentNoteLocal(composing: Composing, label: string, isFirst: boolean): Local {
  const style = composing.styles.paragraph.attachmentNote;
  const form = formOf(composing, style, 28 * CELL, { label: label.replace('附件：', ''), align: 'left', left: 0, right: 0, firstLine: 0 });
  const number = twipsOf(layParagraph(composing.setting, null, 0, form, composing.numbering).lines[0]!.width);
  const names = 5 * CELL + number;
  return isFirst ? { before: LINE, left: names, firstLine: -(3 * CELL + number) } : { before: 0, left: names, firstLine: -number };
}
