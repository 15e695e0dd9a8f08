import type { Node } from 'prosemirror-model';
import { isFootnote } from '#core/document/footnotes.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import type { ParagraphStyle, ResolvedStyles } from '#core/template/styles.ts';
import { paragraphStyleOf } from '#core/template/styles.ts';
import type { DocumentProperties } from '../package/document-properties.ts';
import { w3cTime } from '../package/document-properties.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import type { Twips } from '#core/units/length.ts';
import type { ImageRoom } from '#core/layout/fit-image.ts';
import { anchorComments } from './comments.ts';
import type { CommentAnchors } from './comments.ts';

/** What every part of the document is written with. */
export interface Writing {
  readonly doc: Node;
  readonly styles: ResolvedStyles;
  readonly numbering: Numbering;
  readonly author: string;
  readonly time: string;
  readonly comments: CommentAnchors;
  /** Its pictures as parts of the file. */
  readonly media: { readonly idOf: (source: string) => string | undefined };
  /** Width of the lines of this section. */
  readonly measure: Twips;
  /** Room of an image in the cell that is being written; null outside tables. */
  readonly room: ImageRoom | null;
  /** Positions of paragraphs not kept with the 落款 behind them, and of rows that may be parted. */
  readonly loose: ReadonlySet<number>;
  /** Ids of drawings and revisions: one count for the whole file, as Word wants it. */
  nextId(): number;
  /** Keeps the words of a footnote; its id in the file. */
  addNote(text: string): number;
  /** The footnotes so far, the first with the id 1. */
  notes(): readonly string[];
  /** Whether the document has any. */
  readonly hasNotes: boolean;
  /** The name, for the first that asks for it: of one file no two bookmarks share one. */
  bookmark(name: string): string | null;
}

export function createWriting(doc: Node, styles: ResolvedStyles, properties: DocumentProperties, media: Writing['media'], loose: ReadonlySet<number>): Writing {
  let id = 0;
  const bookmarks = new Set<string>();
  const notes: string[] = [];
  return { doc, styles, numbering: numberDocument(doc), author: properties.author, time: w3cTime(properties.created), comments: anchorComments(doc), media, loose, measure: TEXT_WIDTH, room: null, nextId: () => ++id, addNote: (text) => notes.push(text), notes: () => notes, hasNotes: hasNotes(doc), bookmark: (name) => (bookmarks.has(name) ? null : bookmarks.add(name) && name) };
}

function hasNotes(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= isFootnote(node);
    return !found;
  });
  return found;
}

/** The style of a paragraph's element. */
export const styleOf = (writing: Writing, para: Node): ParagraphStyle => paragraphStyleOf(writing.styles, para.attrs);

export const labelOf = (writing: Writing, pos: number): string => writing.numbering.paragraphs.get(pos)?.text ?? '';
