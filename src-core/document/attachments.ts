import type { Node } from 'prosemirror-model';
import { findParagraphs, roleOf, textOf } from './elements.ts';
import type { PlacedParagraph } from './elements.ts';
import { beginsPart, ROLES } from './roles.ts';

/** A line of the 附件说明 and the annex it names (GB/T 9704—2012 7.3.4, 7.3.7). */
export interface AttachmentPair {
  readonly note: PlacedParagraph;
  readonly annex: PlacedParagraph;
}

/** The name alone: title marks, brackets' widths, blanks and a stop at the end do not make another annex of it. */
export const bareName = (text: string): string => text.normalize('NFKC').replace(/[\s《》〈〉\u{FFFC}]/gu, '').replace(/[。;,.、]+$/, '');

/** The pairs of a document: those that are tied by an anchor, and of the others those of the same name. */
export function attachmentPairs(doc: Node): AttachmentPair[] {
  const notes = findParagraphs(doc, 'attachmentNote');
  const annexes = findParagraphs(doc, 'annex');
  const pairs: AttachmentPair[] = [];
  const taken = new Set<PlacedParagraph>();
  const join = (matches: (note: Node, annex: Node) => boolean): void => {
    for (const note of notes) {
      const annex = taken.has(note) ? undefined : annexes.find((each) => !taken.has(each) && matches(note.node, each.node));
      if (!annex) continue;
      pairs.push({ note, annex });
      taken.add(note).add(annex);
    }
  };
  join(isTied);
  join((note, annex) => !isTiedElsewhere(note, annexes) && bareName(textOf(note)) !== '' && bareName(textOf(note)) === bareName(textOf(annex)));
  return pairs;
}

export const isTied = (note: Node, annex: Node): boolean => note.attrs.annex !== null && note.attrs.annex === annex.attrs.anchor;

const isTiedElsewhere = (note: Node, annexes: readonly PlacedParagraph[]): boolean => annexes.some((annex) => isTied(note, annex.node));

/** Where the part that begins at a block ends: before the next annex, embedded document or the 版记. */
export function endOfPart(doc: Node, start: number): number {
  let end = doc.content.size;
  let isFound = false;
  doc.forEach((node, pos) => {
    const role = roleOf(node);
    if (isFound || pos <= start || role === null) return;
    if (beginsPart(role) || ROLES[role].part === 'imprint') {
      end = pos;
      isFound = true;
    }
  });
  return end;
}

/** Where a line of the 附件说明 goes that none stands beside: behind the last one, else before the 落款, the first part or the 版记. */
export function notePlace(doc: Node): number {
  let last: number | null = null;
  let before: number | null = null;
  doc.forEach((node, pos) => {
    const role = roleOf(node);
    if (role === null) return;
    if (role === 'attachmentNote') last = pos + node.nodeSize;
    const closes = role === 'signature' || role === 'date' || role === 'note' || beginsPart(role) || ROLES[role].part === 'imprint';
    if (before === null && closes) before = pos;
  });
  return last ?? before ?? doc.content.size;
}

/** Where a new annex goes: before the 版记 at the end. */
export function annexPlace(doc: Node): number {
  let place = doc.content.size;
  for (let index = doc.childCount - 1; index >= 0; index--) {
    const node = doc.child(index);
    const role = roleOf(node);
    if (role === null || ROLES[role].part !== 'imprint') break;
    place -= node.nodeSize;
  }
  return place;
}
