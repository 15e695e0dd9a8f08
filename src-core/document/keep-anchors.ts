import type { Node } from 'prosemirror-model';
import type { Mappable, Transform } from 'prosemirror-transform';
import { changedBlocks } from './changed-blocks.ts';
import { numberDocument } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { eachReference } from './references.ts';
import { hasLevels } from './roles.ts';
import type { Role } from './roles.ts';

/** What a change did to a document: the state before it, and how its places moved. */
export interface Change {
  readonly before: Node;
  readonly map: Mappable;
  /** A fresh anchor, different from every other of any document. */
  readonly newAnchor: () => string;
  /** The numbers of a document, where the caller has them already. */
  readonly numbering?: (doc: Node) => Numbering;
}

const anchorOf = (node: Node): string | null => (typeof node.attrs.anchor === 'string' ? node.attrs.anchor : null);

/**
 * Adds to `tr` what keeps references right after a change: a copied target gets an anchor of its own, and what was copied with
 * it points to the copy; a reference whose target went remembers its last words.
 */
export function keepAnchors(tr: Transform, change: Change): void {
  const { old, now } = changedBlocks(change.before, tr.doc);
  if (now.some((block) => anchorOf(block) !== null)) partDoubles(tr, change);
  if (old.some((block) => anchorOf(block) !== null)) rememberWords(tr, change);
}

function partDoubles(tr: Transform, { before, map, newAnchor }: Change): void {
  const holders = new Map<string, number[]>();
  tr.doc.forEach((node, pos) => {
    const anchor = anchorOf(node);
    if (anchor !== null) holders.set(anchor, [...(holders.get(anchor) ?? []), pos]);
  });
  for (const [anchor, held] of holders) {
    const places = held.length < 2 ? held : withoutEmptied(tr, held);
    if (places.length < 2) continue;
    const from = placeOfAnchor(before, anchor);
    const image = from === null ? -1 : map.map(from, 1);
    const original = places.includes(image) ? image : places[0]!;
    const copies = places.filter((pos) => pos !== original).map((pos) => ({ pos, anchor: newAnchor() }));
    for (const copy of copies) tr.setNodeAttribute(copy.pos, 'anchor', copy.anchor);
    const nearest = (pos: number): string => copies.reduce((best, copy) => (Math.abs(copy.pos - pos) < Math.abs(best.pos - pos) ? copy : best)).anchor;
    const old = imagesOf(before, anchor, map);
    for (const { pos, attribute } of pointersTo(tr.doc, anchor)) if (!old.has(pos)) tr.setNodeAttribute(pos, attribute, nearest(pos));
  }
}

/** A heading that was cut leaves its empty paragraph behind: what pointed to it goes with its words to where they are pasted. */
function withoutEmptied(tr: Transform, places: readonly number[]): readonly number[] {
  const isEmptied = (pos: number): boolean => {
    const { content, attrs } = tr.doc.nodeAt(pos)!;
    return content.size === 0 && hasLevels(attrs.role as Role);
  };
  const full = places.filter((pos) => !isEmptied(pos));
  if (full.length === 0) return places;
  for (const pos of places.filter(isEmptied)) tr.setNodeAttribute(pos, 'anchor', null);
  return full;
}

function placeOfAnchor(doc: Node, anchor: string): number | null {
  let found: number | null = null;
  doc.forEach((node, pos) => {
    if (found === null && anchorOf(node) === anchor) found = pos;
  });
  return found;
}

/** References, and lines of the 附件说明, that name an anchor. */
function pointersTo(doc: Node, anchor: string): { pos: number; attribute: 'target' | 'annex' }[] {
  const found: { pos: number; attribute: 'target' | 'annex' }[] = [];
  doc.forEach((block, pos) => {
    if (block.attrs.annex === anchor) found.push({ pos, attribute: 'annex' });
    eachReference(block, (node, offset) => {
      if (node.attrs.target === anchor) found.push({ pos: pos + 1 + offset, attribute: 'target' });
    });
  });
  return found;
}

const imagesOf = (before: Node, anchor: string, map: Mappable): Set<number> => new Set(pointersTo(before, anchor).map(({ pos }) => map.map(pos, 1)));

function rememberWords(tr: Transform, { before, map, numbering = numberDocument }: Change): void {
  const now = numbering(tr.doc).references;
  if (![...now.values()].some(({ isBroken }) => isBroken)) return;
  const last = new Map([...numbering(before).references.values()].filter(({ isBroken }) => !isBroken).map(({ pos, text }) => [map.map(pos, 1), text]));
  for (const { pos, isBroken } of now.values()) {
    const text = last.get(pos);
    if (isBroken && text !== undefined && tr.doc.nodeAt(pos)!.attrs.was !== text) tr.setNodeAttribute(pos, 'was', text);
  }
}
