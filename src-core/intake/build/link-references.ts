import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { attachmentPairs, isTied } from '../../document/attachments.ts';
import { documentTitle, roleOf, textOf } from '../../document/elements.ts';
import { numberDocument } from '../../document/numbering.ts';
import { targetsOf, wordsFor } from '../../document/references.ts';
import { beginsPart } from '../../document/roles.ts';
import { isStruck } from '../../document/revisions.ts';
import { schema } from '../../document/schema.ts';
import { findTypedReferences } from '../../document/typed-references.ts';

/**
 * Ties 附件说明 and annexes of the same name, and makes 见附件2 a reference where annex 2 stands in the document and the computed
 * words are the typed ones. Returns how many references were made.
 */
export function linkReferences(doc: Node): { doc: Node; count: number } {
  const tr = new Transform(doc);
  const nextAnchor = anchors(doc);
  for (const { note, annex } of attachmentPairs(doc)) {
    if (isTied(note.node, annex.node)) continue;
    const known = annex.node.attrs.anchor as string | null;
    const anchor = known ?? nextAnchor();
    if (known === null) tr.setNodeAttribute(annex.pos, 'anchor', anchor);
    tr.setNodeAttribute(note.pos, 'annex', anchor);
  }
  const typed = typedIn(tr.doc);
  if (typed.length === 0) return { doc: tr.doc, count: 0 };
  const targets = attachmentTargets(tr.doc);
  let count = 0;
  for (const { from, text } of typed.toReversed()) {
    const target = targets.get(text);
    if (target === undefined) continue;
    // Targets stand behind the text that points to them and move with it; the anchor they have does not.
    const pos = tr.mapping.map(target);
    const known = tr.doc.nodeAt(pos)!.attrs.anchor as string | null;
    const anchor = known ?? nextAnchor();
    if (known === null) tr.setNodeAttribute(pos, 'anchor', anchor);
    tr.replaceWith(from, from + text.length, schema.nodes.reference.create({ target: anchor }, null, tr.doc.resolve(from).marksAcross(tr.doc.resolve(from + text.length)) ?? []));
    count++;
  }
  return { doc: tr.doc, count };
}

/** Places of 见附件2 in the running text of the document itself. */
function typedIn(doc: Node): { from: number; text: string }[] {
  const found: { from: number; text: string }[] = [];
  let isOwn = true;
  doc.forEach((block, pos) => {
    const role = roleOf(block);
    isOwn &&= role === null || !beginsPart(role);
    if (!isOwn || (role !== 'body' && role !== 'heading')) return;
    block.forEach((child, offset) => {
      if (!child.isText || isStruck(child)) return;
      for (const { kind, start, text } of findTypedReferences(child.text!)) if (kind === 'annex') found.push({ from: pos + 1 + offset + start, text });
    });
  });
  return found;
}

/** What each 附件N names: the annex, or its line where the annex is not in this file. */
function attachmentTargets(doc: Node): Map<string, number> {
  const targets = targetsOf(doc, numberDocument(doc).paragraphs);
  const words = new Map<string, number>();
  for (const role of ['annex', 'attachmentNote']) {
    for (const target of targets) {
      const text = wordsFor(target, 'full', target.spot);
      if (target.node.attrs.role === role && !words.has(text)) words.set(text, target.pos);
    }
  }
  return words;
}

/** Anchors made of the document's own words: the same import gives the same document, and two documents do not share one. */
function anchors(doc: Node): () => string {
  let hash = 0x811c9dc5;
  for (const word of [documentTitle(doc), ...doc.children.slice(0, 12).map((block) => (block.isTextblock ? textOf(block) : ''))].join('|')) {
    hash = Math.imul(hash ^ word.codePointAt(0)!, 0x01000193) >>> 0;
  }
  let count = 0;
  return () => `${hash.toString(36)}${(++count).toString(36)}`;
}
