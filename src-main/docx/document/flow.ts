import type { Placed } from '#core/document/divide.ts';
import { roleOf } from '#core/document/elements.ts';
import type { Role } from '#core/document/roles.ts';
import { isTableTitle } from '#core/document/table/table-title.ts';
import { LINE } from '#core/units/length.ts';
import type { Twips } from '#core/units/length.ts';
import type { ParagraphProperties } from '../properties.ts';
import { PARAGRAPH_STYLE_NAMES } from '../styles/style-names.ts';
import type { Xml } from '../xml.ts';
import { attachmentNoteLayout } from './attachment-note.ts';
import { dateLayout, signatureParagraphs } from './closing.ts';
import type { ClosingGroup } from './closing.ts';
import { elementParagraph, LEAST_LINE, paragraph, placeParagraph } from './paragraph.ts';
import { labelRun } from './runs.ts';
import { tableElement } from './table.ts';
import { titleRuns } from './title.ts';
import { labelOf, styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

export interface FlowPlace {
  /** Width of the lines, for tables. */
  readonly measure: Twips;
  /** The section break before it has begun a page already. */
  readonly startsPage: boolean;
  /** Nothing stands above on the first page. */
  readonly startsDocument: boolean;
}

/** The 主体 of one section: every paragraph in its style, with what its neighbours change about its spacing. */
export function flowBlocks(whole: Writing, blocks: readonly Placed[], place: FlowPlace): Xml[] {
  const writing: Writing = { ...whole, measure: place.measure };
  return blocks.flatMap((placed, index) => {
    if (placed.node.type.name === 'table') return [...(blocks[index - 1]?.node.type.name === 'table' ? [betweenTables()] : []), tableElement(writing, placed, place.measure)];
    const role = roleOf(placed.node)!;
    const atTop = index === 0;
    if (role === 'annex') return annexParagraphs(writing, placed, place.measure, !(atTop && (place.startsPage || place.startsDocument)));
    if (role === 'signature') {
      const { group, order } = closingAround(blocks, index);
      return signatureParagraphs(writing, group, order);
    }
    const local = layoutOf(writing, blocks, index, role);
    if (role === 'embedded') local.pageBreakBefore = !(atTop && (place.startsPage || place.startsDocument)) || undefined;
    if (atTop && place.startsDocument && role === 'title') local.before = 0;
    return [role === 'title' || role === 'titleNote' || role === 'embedded' ? elementParagraph(writing, placed, local, titleRuns(writing, placed, place.measure)) : elementParagraph(writing, placed, local)];
  });
}

/** Tables with nothing between them are one to a word processor: its head would be repeated above the rows of the other. */
const betweenTables = (): Xml => placeParagraph(LEAST_LINE);

/** 附件 (7.3.7): a new page, its mark on the first line, its title on the third. */
function annexParagraphs(writing: Writing, placed: Placed, measure: Twips, newPage: boolean): Xml[] {
  return [
    paragraph({ style: PARAGRAPH_STYLE_NAMES.annexMark.id, pageBreakBefore: newPage || undefined }, labelRun(labelOf(writing, placed.pos))),
    elementParagraph(writing, placed, {}, titleRuns(writing, placed, measure)),
  ];
}

function layoutOf(writing: Writing, blocks: readonly Placed[], index: number, role: Role): { -readonly [K in keyof ParagraphProperties]: ParagraphProperties[K] } {
  const { node, pos } = blocks[index]!;
  const neighbour = (at: number): Role | null => (blocks[at] ? roleOf(blocks[at].node) : null);
  const previous = neighbour(index - 1);
  const next = neighbour(index + 1);
  switch (role) {
    case 'title':
    case 'embedded':
      // A title of several paragraphs, or one with a note (题注) under it, is one block.
      return { before: previous === role ? 0 : undefined, after: next === role || next === 'titleNote' ? 0 : undefined };
    case 'titleNote':
      return { after: next === 'titleNote' ? 0 : styleOf(writing, node).line };
    case 'attachmentNote':
      return { ...attachmentNoteLayout(labelOf(writing, pos), previous !== role, writing.styles), ...keepWithClosing(writing, blocks, index) };
    case 'date':
      // An 附注 alone on the last page would be a page without text.
      return { ...dateLayout(writing, closingAround(blocks, index).group), ...(next === 'note' ? { keepNext: true } : {}) };
    case 'present':
    case 'excused':
    case 'observing':
      // One line below the text (10.3).
      return { before: previous !== null && ATTENDANCE.has(previous) ? 0 : LINE };
    default:
      return keepWithClosing(writing, blocks, index);
  }
}

/**
 * The 落款 must not stand alone on a page (7.3.5.5): the end of the text goes with it, and the 附件说明 between them; of a long
 * 附件说明 only its end, and of a text that fills the page nothing, for a chain higher than a page holds nothing together.
 */
function keepWithClosing({ loose }: Writing, blocks: readonly Placed[], index: number): ParagraphProperties {
  const roleAt = (at: number): Role | null => (blocks[at] ? roleOf(blocks[at].node) : null);
  let after = index + 1;
  while (roleAt(after) === 'attachmentNote') after++;
  const closes = roleAt(after) === 'signature' || roleAt(after) === 'date';
  if (isTableTitle(blocks, index)) return { keepNext: true };
  return closes && after - index <= LONGEST_CHAIN && !loose.has(blocks[index]!.pos) ? { keepNext: true } : {};
}

const LONGEST_CHAIN = 4;

const ATTENDANCE: ReadonlySet<Role> = new Set(['present', 'excused', 'observing']);

/** The signatures above a date that follow one another, and the place of this paragraph among them. */
function closingAround(blocks: readonly Placed[], index: number): { group: ClosingGroup; order: number } {
  const isSignature = (at: number): boolean => at >= 0 && at < blocks.length && roleOf(blocks[at]!.node) === 'signature';
  let start = index;
  while (isSignature(start - 1)) start--;
  let end = start;
  while (isSignature(end)) end++;
  const after = blocks[end];
  return { group: { signatures: blocks.slice(start, end), date: after && roleOf(after.node) === 'date' ? after : null }, order: index - start };
}
