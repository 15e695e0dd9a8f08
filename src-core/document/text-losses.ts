import type { Node } from 'prosemirror-model';
import { continuesAfterLead, textOf } from './elements.ts';
import { isFootnote } from './footnotes.ts';
import { hasRevisions, isStruck } from './revisions.ts';

/** What a document may hold that its plain text (`plainText`) cannot: merged cells, headings that are whole sentences, changes and comments, pictures, footnotes, which stand at its end. */
export const TEXT_LOSSES = ['merged-cells', 'sentence-headings', 'changes', 'pictures', 'footnotes'] as const;
export type TextLoss = (typeof TEXT_LOSSES)[number];

/** Which of them this document holds, in that order; page, fonts and alignment, which no text has, are not told. */
export function textLosses(doc: Node): TextLoss[] {
  const found = new Set<TextLoss>();
  if (hasRevisions(doc) || (Array.isArray(doc.attrs.comments) && doc.attrs.comments.length > 0)) found.add('changes');
  doc.descendants((node) => {
    if (node.type.name === 'tableCell' && (node.attrs.colspan > 1 || node.attrs.rowspan > 1)) found.add('merged-cells');
    if (node.type.name === 'image') found.add('pictures');
    if (isFootnote(node) && !isStruck(node)) found.add('footnotes');
    // 二、每年培训不少于800人次。: without a text behind it nothing tells the heading from a numbered sentence.
    if (node.type.name === 'para' && node.attrs.role === 'heading' && textOf(node).endsWith('。') && !continuesAfterLead(node)) found.add('sentence-headings');
  });
  return TEXT_LOSSES.filter((loss) => found.has(loss));
}
