import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { schema } from '#core/document/schema.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { arbitraryDocument, officialText } from './arbitrary-document.ts';

/** The words of a footnote: a line, several, or more than a page has room for. */
export const noteText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: officialText(1).map((text) => text.trim() || '见前') },
  { weight: 2, arbitrary: fc.array(officialText(1).map((text) => text.trim() || '同上'), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')) },
  { weight: 1, arbitrary: fc.integer({ min: 50, max: 900 }).map((length) => '数据来源于本年度统计公报，'.repeat(length).slice(0, length * 4)) },
);

/** A document with footnotes at places of its text; `where` says which top-level blocks may have some. */
export function withNotes(doc: Node, notes: readonly { readonly at: number; readonly place: number; readonly text: string }[], where: (block: Node) => boolean = () => true): Node {
  const tr = new Transform(doc);
  for (const { at, place, text } of notes) {
    const places: number[] = [];
    tr.doc.forEach((block, pos) => {
      if (!where(block)) return;
      if (block.isTextblock) places.push(pos + 1 + (at % (block.content.size + 1)));
      else block.descendants((node, offset) => void (node.isTextblock && places.push(pos + 1 + offset + 1 + (at % (node.content.size + 1)))));
    });
    if (places.length > 0) tr.insert(places[place % places.length]!, schema.nodes.footnote.create({ text }));
  }
  return tr.doc;
}

const notes = fc.array(fc.record({ at: fc.nat(), place: fc.nat(), text: noteText }), { maxLength: 12 });

/** Whole documents with footnotes anywhere. */
export const arbitraryNotedDocument: fc.Arbitrary<Node> = fc.tuple(arbitraryDocument, notes).map(([doc, found]) => withNotes(doc, found));

/** The same with footnotes where a person can put them: in the 主体, the annexes and their tables. */
export const arbitraryAnnotatedDocument: fc.Arbitrary<Node> = fc.tuple(arbitraryDocument, notes)
  .map(([doc, found]) => withNotes(doc, found, (block) => block.type.name === 'table' || ROLES[block.attrs.role as Role].part === 'main'));
