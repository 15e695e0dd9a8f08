import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { roleOf } from './elements.ts';
import { beginsPart, hasLevels, ROLES } from './roles.ts';
import type { Role } from './roles.ts';

/** Blocks of a document that belong together, by index, `end` not included: a heading with all below it, an annex with its text. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

const CLOSING: ReadonlySet<Role> = new Set(['attachmentNote', 'signature', 'date', 'note']);

/** True where the running text of a part ends: its closing elements, the next part, the 版记. Tables and body text never do. */
function endsText(block: Node): boolean {
  const role = roleOf(block);
  return role !== null && (CLOSING.has(role) || beginsPart(role) || ROLES[role].part === 'imprint');
}

function endsPart(block: Node): boolean {
  const role = roleOf(block);
  return role !== null && (beginsPart(role) || ROLES[role].part === 'imprint');
}

/** 1–5 for a heading or an article, else 0. */
function levelOf(block: Node): number {
  const role = roleOf(block);
  return role !== null && hasLevels(role) ? (block.attrs.level as number) : 0;
}

/** The section a heading or annex leads; null for a block that leads none. */
export function sectionAt(doc: Node, start: number): Section | null {
  const lead = doc.child(start);
  const level = levelOf(lead);
  if (level === 0 && roleOf(lead) !== 'annex') return null;
  let end = start + 1;
  const ends = (block: Node): boolean => (level === 0 ? endsPart(block) : endsText(block) || (levelOf(block) > 0 && levelOf(block) <= level));
  while (end < doc.childCount && !ends(doc.child(end))) end++;
  return { start, end };
}

/**
 * Indexes of the blocks before which the section at `start` may stand (`childCount` = at the end), in order, its own place
 * included. A heading goes beside headings of its level or to the end of what a higher one leads, never between a heading
 * and the text under it, so that it takes no foreign text along; an annex goes before or behind an annex.
 */
export function sectionPlaces(doc: Node, start: number): number[] {
  const level = levelOf(doc.child(start));
  return level > 0 ? headingPlaces(doc, level) : roleOf(doc.child(start)) === 'annex' ? annexPlaces(doc) : [];
}

function headingPlaces(doc: Node, level: number): number[] {
  const places: number[] = [];
  let inText = true;
  let led = false;
  for (let index = 0; index <= doc.childCount; index++) {
    const block = index < doc.childCount ? doc.child(index) : null;
    if (block === null || endsText(block)) {
      if (inText && led) places.push(index);
      inText = block !== null && beginsPart(roleOf(block)!);
      // The text of an annex may begin with a section brought there.
      led = inText;
    } else if (inText && levelOf(block) > 0) {
      if (levelOf(block) === level || (levelOf(block) < level && led)) places.push(index);
      led = true;
    }
  }
  return places;
}

function annexPlaces(doc: Node): number[] {
  const places = new Set<number>();
  doc.forEach((block, _, index) => {
    if (roleOf(block) === 'annex') places.add(index).add(sectionAt(doc, index)!.end);
  });
  return [...places].sort((a, b) => a - b);
}

/** The position before the block at an index. */
export function blockPosition(doc: Node, index: number): number {
  let pos = 0;
  for (let each = 0; each < index; each++) pos += doc.child(each).nodeSize;
  return pos;
}

/** Moves blocks before the block at index `before`, outside of them; returns the position where they stand then. */
export function moveBlocks(tr: Transform, { start, end }: Section, before: number): number {
  const from = blockPosition(tr.doc, start);
  const to = blockPosition(tr.doc, end);
  const target = blockPosition(tr.doc, before);
  const { content } = tr.doc.slice(from, to);
  tr.insert(target, content);
  const shift = target <= from ? to - from : 0;
  tr.delete(from + shift, to + shift);
  // There is always a line to write on below a table.
  if (tr.doc.lastChild!.type.name === 'table') tr.insert(tr.doc.content.size, tr.doc.type.schema.nodes.para!.create());
  return target <= from ? target : target - (to - from);
}

/**
 * Moves the section at `start` before the block at index `before`, one of `sectionPlaces`. With an annex its line in the
 * 附件说明 goes along (7.3.4 names the annexes in their order). Returns the section's new position; null where nothing moves.
 */
export function moveSection(tr: Transform, start: number, before: number): number | null {
  const section = sectionAt(tr.doc, start);
  if (!section || (before >= section.start && before <= section.end)) return null;
  if (roleOf(tr.doc.child(start)) !== 'annex') return moveBlocks(tr, section, before);
  const annexes = indexesOf(tr.doc, 'annex');
  const notes = indexesOf(tr.doc, 'attachmentNote');
  const pos = moveBlocks(tr, section, before);
  if (notes.length !== annexes.length) return pos;
  const at = annexes.indexOf(start);
  const to = annexes.filter((index) => index < before).length;
  const note = notes[at]!;
  // The 附件说明 stands before the annexes: their places do not change by an order of its own.
  moveBlocks(tr, { start: note, end: note + 1 }, to < notes.length ? notes[to]! : notes.at(-1)! + 1);
  return pos;
}

function indexesOf(doc: Node, role: Role): number[] {
  const found: number[] = [];
  doc.forEach((block, _, index) => roleOf(block) === role && found.push(index));
  return found;
}
