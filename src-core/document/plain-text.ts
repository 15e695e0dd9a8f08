import type { Node } from 'prosemirror-model';
import { numberDocument } from './numbering.ts';
import { paragraphWords } from './paragraph-words.ts';
import { acceptAll } from './revisions.ts';

/** The document as people read it, one paragraph a line, computed labels included, changes accepted; table cells parted by tabs. */
export function plainText(stored: Node): string {
  const doc = acceptAll(stored);
  const numbering = numberDocument(doc);
  const lineOf = (para: Node, pos: number): string => {
    const label = numbering.paragraphs.get(pos)?.text ?? '';
    // 附件1 stands on a line of its own above the annex's title (GB/T 9704—2012 7.3.7).
    return (para.attrs.role === 'annex' && label !== '' ? `${label}\n` : label) + paragraphWords(para, pos, numbering);
  };
  const lines: string[] = [];
  doc.forEach((block, pos) => {
    if (block.type.name === 'para') lines.push(lineOf(block, pos));
    else
      block.forEach((row, rowOffset) => {
        const cells: string[] = [];
        row.forEach((cell, cellOffset) => {
          const parts: string[] = [];
          cell.forEach((para, offset) => parts.push(lineOf(para, pos + 1 + rowOffset + 1 + cellOffset + 1 + offset)));
          cells.push(parts.join(' '));
        });
        lines.push(cells.join('\t'));
      });
  });
  return lines.join('\n');
}
