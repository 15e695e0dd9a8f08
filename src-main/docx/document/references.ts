import type { Node } from 'prosemirror-model';
import { textOf } from '#core/document/elements.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import type { Writing } from './writing.ts';

// References are Word's own hyperlinks to bookmarks (docs/decisions/012-docx-references-as-hyperlinks.md). They look like the text
// around them, for nothing gives them the style Word has for addresses of the web.

/**
 * The name of the bookmark at a paragraph with this anchor. Word hides names that begin with _, takes a and A for the same letter
 * and allows 40 characters: an anchor that is not made of our own letters gets a name made from it.
 */
export const bookmarkName = (anchor: string): string => `${BOOKMARK_PREFIX}${/^[a-z0-9]{1,32}$/.test(anchor) ? anchor : `${hash(anchor, 0x811c9dc5)}${hash(anchor, 0x01234567)}`}`;

/** What the names of our bookmarks begin with. */
export const BOOKMARK_PREFIX = '_Nw_';

/** The runs of a paragraph, between the ends of a bookmark where something may point to it. */
export function bookmarked(writing: Writing, para: Node, runs: readonly Xml[]): Xml[] {
  const anchor = para.attrs.anchor as string | null;
  const name = anchor === null ? null : writing.bookmark(bookmarkName(anchor));
  if (name === null) return [...runs];
  const id = { 'w:id': writing.nextId() };
  return [xml('w:bookmarkStart', { ...id, 'w:name': name }), ...runs, xml('w:bookmarkEnd', id)];
}

/** A reference: how it is written stands beside it, and what it says, so that reading it back knows whether somebody changed the words. */
export function referenceLink(writing: Writing, { attrs }: Node, pos: number, written: Xml): Xml {
  return xml('w:hyperlink', { 'w:anchor': bookmarkName(attrs.target as string), 'w:docLocation': attrs.form as string, 'w:tooltip': writing.numbering.references.get(pos)?.text }, written);
}

/** The number before a name in the 附件说明 leads to the annex. */
export function annexLink(para: Node, label: Xml): Xml {
  const annex = para.attrs.annex as string | null;
  return annex === null ? label : xml('w:hyperlink', { 'w:anchor': bookmarkName(annex), 'w:tooltip': textOf(para) || undefined }, label);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return value.toString(36);
}
