import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { Template } from '../template/template.ts';
import { annexPlace, attachmentPairs, endOfPart, notePlace } from './attachments.ts';
import type { AttachmentPair } from './attachments.ts';
import { findParagraphs, textOf } from './elements.ts';
import type { PlacedParagraph } from './elements.ts';
import type { Role } from './roles.ts';

/**
 * The list field that names the annexes of a template's documents: one that repeats both the line of the 附件说明 and the annex. It
 * stands for all of them, whoever put them there. Undefined where a template has none.
 */
export function annexField({ elements }: Pick<Template, 'elements'>): string | undefined {
  const repeats = (role: Role): (string | undefined)[] => elements.filter((each) => each.role === role).map(({ repeat }) => repeat);
  const notes = repeats('attachmentNote');
  return repeats('annex').find((id) => id !== undefined && notes.includes(id));
}

/** The names in the 附件说明, in order. */
export const annexNames = (doc: Node): string[] => findParagraphs(doc, 'attachmentNote').map(({ node }) => textOf(node));

/**
 * Gives the 附件说明 these names and order. A name that is new brings a line and an annex page, one that changed is written in both
 * places, one that went takes its line along, and its annex where nothing but the name was written in it. Steps are added to `tr`.
 */
export function changeAnnexNames(tr: Transform, names: readonly string[]): void {
  const lines = findParagraphs(tr.doc, 'attachmentNote');
  const kept = matchNames(lines, names);
  const gone = lines.filter((line) => !kept.includes(line));
  const pairs = attachmentPairs(tr.doc);
  const annexOf = (line: PlacedParagraph | null): PlacedParagraph | undefined => pairs.find(({ note }) => note.pos === line?.pos)?.annex;
  // From the back: places before a change stay where they are.
  const changes = names.flatMap((name, index) => {
    const annex = annexOf(kept[index]!);
    return annex && textOf(annex.node) === textOf(kept[index]!.node) && textOf(annex.node) !== name ? [{ annex, name }] : [];
  });
  const removals = gone.flatMap((line) => {
    const annex = annexOf(line);
    return annex && isUnwritten(tr.doc, { note: line, annex }) ? [{ annex, name: null }] : [];
  });
  const added = names.filter((_, index) => kept[index] === null);
  const { para } = tr.doc.type.schema.nodes;
  const paragraph = (attrs: object, name: string): Node => para!.create(attrs, name === '' ? null : tr.doc.type.schema.text(name));
  if (added.length > 0) tr.insert(annexPlace(tr.doc), added.flatMap((name) => [paragraph({ role: 'annex' }, name), para!.create()]));
  for (const { annex, name } of [...changes, ...removals].sort((a, b) => b.annex.pos - a.annex.pos)) {
    if (name === null) tr.delete(annex.pos, endOfPart(tr.doc, annex.pos));
    else tr.replaceWith(annex.pos + 1, annex.pos + 1 + annex.node.content.size, tr.doc.type.schema.text(name));
  }
  const after = names.map((name, index) => {
    const line = kept[index]?.node;
    return line && textOf(line) === name ? line : paragraph(line ? line.attrs : { role: 'attachmentNote' }, name);
  });
  if (after.length === lines.length && after.every((node, index) => node === lines[index]!.node)) return;
  const place = lines[0]?.pos ?? notePlace(tr.doc);
  for (const line of lines.toReversed()) tr.delete(line.pos, line.pos + line.node.nodeSize);
  tr.insert(place, after);
}

/** For each name the line it is the name of: the one that says it, else, where as many are left of both, the one in its place. */
function matchNames(lines: readonly PlacedParagraph[], names: readonly string[]): (PlacedParagraph | null)[] {
  const left = [...lines];
  const take = (index: number): PlacedParagraph | null => (index < 0 ? null : left.splice(index, 1)[0]!);
  const same = names.map((name) => take(left.findIndex(({ node }) => textOf(node) === name)));
  const isRenaming = same.filter((line) => line === null).length === left.length;
  return same.map((line) => line ?? (isRenaming ? take(0) : null));
}

/** Nothing stands in the annex but the name its line gave it. */
function isUnwritten(doc: Node, { note, annex }: AttachmentPair): boolean {
  if (textOf(note.node) !== textOf(annex.node)) return false;
  const end = endOfPart(doc, annex.pos);
  let isBlank = end - annex.pos < doc.content.size;
  doc.nodesBetween(annex.pos + annex.node.nodeSize, end, (node) => (isBlank &&= node.isTextblock && node.content.size === 0, false));
  return isBlank;
}
