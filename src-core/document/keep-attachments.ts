import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { annexPlace, attachmentPairs, bareName, endOfPart, isTied, notePlace } from './attachments.ts';
import { changedBlocks } from './changed-blocks.ts';
import { findParagraphs, roleOf, textOf } from './elements.ts';
import type { PlacedParagraph } from './elements.ts';
import type { Change } from './keep-anchors.ts';

/** Names of a pair before the change. */
interface Names {
  readonly note: string;
  readonly annex: string;
}

/**
 * Adds to `tr` what keeps 附件说明 and annexes one truth after a change: the name written in one place is written in the other,
 * a new annex gets its line, a deleted one takes its line along, and both stand in the same order. A line may stay without an
 * annex (sent separately); an annex with text in it is never deleted.
 */
export function keepAttachments(tr: Transform, change: Change): void {
  const { old, now } = changedBlocks(change.before, tr.doc);
  if (!old.some(isConcerned) && !now.some(isConcerned)) return;
  const names = tie(tr, change);
  dropLines(tr, names);
  dropAnnexes(tr, names);
  addLines(tr, change);
  keepNames(tr, names);
  keepOrder(tr, change.before);
}

const isConcerned = (node: Node): boolean => {
  const role = roleOf(node);
  return role === 'attachmentNote' || role === 'annex';
};

const anchorOf = ({ node }: PlacedParagraph): string | null => node.attrs.anchor as string | null;
const annexOf = ({ node }: PlacedParagraph): string | null => node.attrs.annex as string | null;

/** Ties pairs that agree in name by an anchor, those of the state before too; returns their names then, by anchor. */
function tie(tr: Transform, { before, map, newAnchor }: Change): Map<string, Names> {
  const names = new Map<string, Names>();
  const join = (note: number, annex: number): string | null => {
    const [line, title] = [tr.doc.nodeAt(note), tr.doc.nodeAt(annex)];
    if (!line || !title || roleOf(line) !== 'attachmentNote' || roleOf(title) !== 'annex') return null;
    if (isTied(line, title)) return title.attrs.anchor as string;
    if (line.attrs.annex !== null && findParagraphs(tr.doc, 'annex').some((each) => anchorOf(each) === line.attrs.annex)) return null;
    const anchor = (title.attrs.anchor as string | null) ?? newAnchor();
    if (title.attrs.anchor === null) tr.setNodeAttribute(annex, 'anchor', anchor);
    tr.setNodeAttribute(note, 'annex', anchor);
    return anchor;
  };
  for (const { note, annex } of attachmentPairs(before)) {
    const was = { note: textOf(note.node), annex: textOf(annex.node) };
    if (isTied(note.node, annex.node)) names.set(anchorOf(annex)!, was);
    else {
      const anchor = join(map.map(note.pos, 1), map.map(annex.pos, 1));
      if (anchor !== null) names.set(anchor, was);
    }
  }
  for (const { note, annex } of attachmentPairs(tr.doc)) if (!isTied(note.node, annex.node)) join(note.pos, annex.pos);
  return names;
}

/** An annex that went takes its line along; a line that says something else, or came without its annex, stays on its own. */
function dropLines(tr: Transform, names: ReadonlyMap<string, Names>): void {
  const there = new Set(findParagraphs(tr.doc, 'annex').map(anchorOf));
  for (const note of findParagraphs(tr.doc, 'attachmentNote').toReversed()) {
    const anchor = annexOf(note);
    if (anchor === null || there.has(anchor)) continue;
    const was = names.get(anchor);
    if (was && was.note === textOf(note.node) && bareName(was.note) === bareName(was.annex) && tr.doc.childCount > 1) tr.delete(note.pos, note.pos + note.node.nodeSize);
    else tr.setNodeAttribute(note.pos, 'annex', null);
  }
}

/** A line that went takes its annex along where nothing but the name was written in it. */
function dropAnnexes(tr: Transform, names: ReadonlyMap<string, Names>): void {
  const listed = new Set(findParagraphs(tr.doc, 'attachmentNote').map(annexOf));
  for (const annex of findParagraphs(tr.doc, 'annex').toReversed()) {
    const was = names.get(anchorOf(annex) ?? '');
    if (!was || listed.has(anchorOf(annex)) || was.annex !== textOf(annex.node)) continue;
    const end = endOfPart(tr.doc, annex.pos);
    let isBlank = true;
    tr.doc.nodesBetween(annex.pos + annex.node.nodeSize, end, (node) => (isBlank &&= node.isTextblock && node.content.size === 0, false));
    if (isBlank && end - annex.pos < tr.doc.content.size) tr.delete(annex.pos, end);
  }
}

/** A new annex gets its line, after that of the annex before it. */
function addLines(tr: Transform, { before, map, newAnchor }: Change): void {
  const there = findParagraphs(before, 'annex');
  const known = new Map(there.map((annex) => [tr.mapping.map(map.map(annex.pos, 1), 1), anchorOf(annex)]));
  const now = findParagraphs(tr.doc, 'annex');
  const isMore = now.length > there.length;
  const isNew = (annex: PlacedParagraph): boolean => {
    const before = known.get(annex.pos);
    return before === undefined ? isMore || anchorOf(annex) !== null : before !== null && before !== anchorOf(annex);
  };
  for (const annex of now.filter(isNew)) {
    const lines = findParagraphs(tr.doc, 'attachmentNote');
    if (anchorOf(annex) !== null && lines.some((line) => annexOf(line) === anchorOf(annex))) continue;
    listAnnex(tr, textOf(annex.node), anchorOf(annex), newAnchor);
  }
}

/** Adds the line of an annex that has none. False where no such annex stands. */
export function listAnnex(tr: Transform, name: string, given: string | null, newAnchor: () => string): boolean {
  const annexes = findParagraphs(tr.doc, 'annex');
  const lines = findParagraphs(tr.doc, 'attachmentNote');
  const isListed = (each: PlacedParagraph): boolean => lines.some((line) => isTied(line.node, each.node));
  const index = annexes.findIndex((each) => !isListed(each) && anchorOf(each) === given && textOf(each.node) === name);
  const annex = annexes[index];
  if (!annex) return false;
  const anchor = given ?? newAnchor();
  if (given === null) tr.setNodeAttribute(annex.pos, 'anchor', anchor);
  const lineOf = (each: PlacedParagraph): PlacedParagraph | undefined => lines.find((line) => isTied(line.node, each.node));
  const above = annexes.slice(0, index).map(lineOf).findLast((line) => line !== undefined);
  const below = annexes.slice(index + 1).map(lineOf).find((line) => line !== undefined);
  const pos = above ? above.pos + above.node.nodeSize : below ? below.pos : notePlace(tr.doc);
  const { schema } = annex.node.type;
  tr.insert(pos, annex.node.type.create({ role: 'attachmentNote', annex: anchor }, name === '' ? null : schema.text(name)));
  return true;
}

/** Adds an annex page for a line of the 附件说明 that has none. */
export function addAnnex(tr: Transform, notePos: number, newAnchor: () => string): boolean {
  const note = tr.doc.nodeAt(notePos);
  if (!note || roleOf(note) !== 'attachmentNote') return false;
  const anchor = newAnchor();
  tr.setNodeAttribute(notePos, 'annex', anchor);
  const later = findParagraphs(tr.doc, 'attachmentNote').filter(({ pos }) => pos > notePos);
  const annexes = findParagraphs(tr.doc, 'annex');
  const next = later.flatMap((line) => annexes.filter((annex) => isTied(line.node, annex.node)))[0];
  const text = textOf(note);
  tr.insert(next?.pos ?? annexPlace(tr.doc), [note.type.create({ role: 'annex', anchor }, text === '' ? null : note.type.schema.text(text)), note.type.create()]);
  return true;
}

function tiedPairs(doc: Node): { note: PlacedParagraph; annex: PlacedParagraph }[] {
  return attachmentPairs(doc).filter(({ note, annex }) => isTied(note.node, annex.node));
}

/** Names that agreed before go on agreeing: the one that was changed is written into the other. Where both were, the paper stays as it is. */
function keepNames(tr: Transform, names: ReadonlyMap<string, Names>): void {
  for (const { note, annex } of tiedPairs(tr.doc).toSorted((a, b) => b.annex.pos - a.annex.pos)) {
    const was = names.get(anchorOf(annex)!);
    const [line, title] = [textOf(note.node), textOf(annex.node)];
    if (!was || line === title || was.note !== was.annex) continue;
    const [lineChanged, titleChanged] = [line !== was.note, title !== was.annex];
    if (lineChanged === titleChanged) continue;
    if (lineChanged) writeName(tr, annex, line);
    else writeName(tr, note, title);
  }
}

/** Changes only the characters that differ; line breaks chosen in a long name stay. Names that hold anything else are left alone. */
function writeName(tr: Transform, { node, pos }: PlacedParagraph, text: string): void {
  const places: number[] = [];
  let old = '';
  let isPlain = true;
  node.forEach((child, offset) => {
    if (child.isText) for (let i = 0; i < child.text!.length; i++) places.push(offset + i);
    else isPlain &&= child.type.name === 'lineBreak';
    old += child.text ?? '';
  });
  if (!isPlain) return;
  places.push(node.content.size);
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  const from = start === old.length ? node.content.size : places[start]!;
  const to = old.length - end > start ? places[old.length - end - 1]! + 1 : from;
  const middle = text.slice(start, text.length - end);
  tr.replaceWith(pos + 1 + from, pos + 1 + to, middle === '' ? Fragment.empty : node.type.schema.text(middle, node.resolve(from).marks()));
}

/** Lines and annexes in the same order: those that stayed in theirs lead, the others follow. */
function keepOrder(tr: Transform, before: Node): void {
  const orderOf = (doc: Node, by: 'note' | 'annex'): string[] => tiedPairs(doc).toSorted((a, b) => a[by].pos - b[by].pos).map(({ annex }) => anchorOf(annex)!);
  const [lines, annexes] = [orderOf(tr.doc, 'note'), orderOf(tr.doc, 'annex')];
  if (lines.join() === annexes.join()) return;
  const known = new Set(orderOf(before, 'annex'));
  const haveAnnexesMoved = orderOf(before, 'annex').filter((each) => annexes.includes(each)).join() !== annexes.filter((each) => known.has(each)).join();
  const haveLinesMoved = orderOf(before, 'note').filter((each) => lines.includes(each)).join() !== lines.filter((each) => known.has(each)).join();
  if (haveLinesMoved && !haveAnnexesMoved) moveAnnexes(tr, lines);
  // A line within an annex (dropped there by a drag) has gone along with it: then the lines follow.
  const placed = orderOf(tr.doc, 'annex');
  if (orderOf(tr.doc, 'note').join() !== placed.join()) moveLines(tr, placed);
}

function moveLines(tr: Transform, wanted: readonly string[]): void {
  // Of two lines of one annex, a copy beside the one it was made of, the pair has the first.
  const tied = tiedPairs(tr.doc).map(({ note }) => note).toSorted((a, b) => a.pos - b.pos);
  const sorted = wanted.map((anchor) => tied.find((line) => annexOf(line) === anchor)!);
  for (let index = tied.length - 1; index >= 0; index--) {
    const [here, there] = [tied[index]!, sorted[index]!];
    if (here.node !== there.node) tr.replaceWith(here.pos, here.pos + here.node.nodeSize, there.node);
  }
}

function moveAnnexes(tr: Transform, wanted: readonly string[]): void {
  for (const [index, anchor] of wanted.entries()) {
    const annexes = findParagraphs(tr.doc, 'annex').filter((annex) => wanted.includes(anchorOf(annex) ?? ''));
    const [here, there] = [annexes[index]!, annexes.find((annex) => anchorOf(annex) === anchor)!];
    if (here.pos === there.pos) continue;
    const end = endOfPart(tr.doc, there.pos);
    const part = tr.doc.slice(there.pos, end).content;
    tr.delete(there.pos, end);
    tr.insert(here.pos, part);
  }
}
