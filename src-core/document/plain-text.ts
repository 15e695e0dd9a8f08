import type { Node } from 'prosemirror-model';
import { footnotesOf, footnoteText } from './footnotes.ts';
import { numberDocument } from './numbering.ts';
import { paragraphWords } from './paragraph-words.ts';
import { acceptAll } from './revisions.ts';
import { mapTable } from './table-map.ts';

/** The document as people read it, one paragraph a line, computed labels included, changes accepted; table cells parted by tabs. Footnotes stand at its end, numbered through. */
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
    else {
      const { cells, width, height } = mapTable(block);
      // What a merge covers is an empty place, so that every text stands in its column.
      const rows = Array.from({ length: height }, () => new Array<string>(width).fill(''));
      for (const cell of cells) {
        const parts: string[] = [];
        cell.node.forEach((para, offset) => parts.push(lineOf(para, pos + 1 + cell.pos + 1 + offset)));
        rows[cell.row]![cell.column] = parts.join(' ');
      }
      for (const row of rows) lines.push(row.join('\t'));
    }
  });
  for (const { node, pos } of footnotesOf(doc)) lines.push(`${numbering.footnotes.get(pos)!.text}${footnoteText(node).replaceAll('\n', ' ')}`);
  return lines.join('\n');
}
