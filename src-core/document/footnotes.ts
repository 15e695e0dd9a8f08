import type { Node } from 'prosemirror-model';
import { circledNumber } from '../units/chinese-number.ts';
import { isStruck } from './revisions.ts';

/** 脚注: ① to ⑳, as Word and the journals have it (CY/T 35); no font has more rings, so 21 and on stand without. */
export const footnoteLabel = (number: number): string => (number <= 20 ? circledNumber(number) : String(number));

export const isFootnote = (node: Node): boolean => node.type.name === 'footnote';

/** The words of a note, a paragraph a line. */
export const footnoteText = (node: Node): string => (typeof node.attrs.text === 'string' ? node.attrs.text : '');

/** A footnote and the position before it. */
export interface PlacedFootnote {
  readonly node: Node;
  readonly pos: number;
}

/** The footnotes of a document in its order; what a revision has deleted is left out. */
export function footnotesOf(doc: Node): PlacedFootnote[] {
  const found: PlacedFootnote[] = [];
  doc.descendants((node, pos) => {
    if (isFootnote(node) && !isStruck(node)) found.push({ node, pos });
    return !node.isLeaf;
  });
  return found;
}
