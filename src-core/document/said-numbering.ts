import type { Node } from 'prosemirror-model';
import type { NumberingScheme } from '../template/template.ts';
import { isNumberingScheme } from '../template/template.ts';
import type { Numbering } from './numbering.ts';
import { beginsPart } from './roles.ts';
import type { Role } from './roles.ts';

/**
 * What a file of ours says beside the text of one of its parts: the 编号方式 (null: that of the document) and a mark of the numbers
 * its headings had. Few headings do not tell it; many, changed in a word processor, tell it better than what was said of them before.
 */
export interface SaidNumbering {
  readonly scheme: NumberingScheme | null;
  readonly mark: string;
}

/** The 编号方式 of the main text and of each part after it (附件, 被印发的文件), in the order of the paper. */
export function sayNumbering(doc: Node, { paragraphs }: Numbering): SaidNumbering[] {
  const parts: { scheme: NumberingScheme | null; rows: HeadingNumber[] }[] = [{ scheme: schemeIn(doc) ?? 'standard', rows: [] }];
  doc.forEach((block, pos) => {
    if (!block.isTextblock) return;
    if (beginsPart(block.attrs.role as Role)) parts.push({ scheme: schemeIn(block), rows: [] });
    const label = block.attrs.role === 'heading' ? paragraphs.get(pos) : undefined;
    if (label) parts.at(-1)!.rows.push({ level: block.attrs.level as number, number: label.number });
  });
  return parts.map(({ scheme, rows }) => ({ scheme, mark: markOfHeadings(rows) }));
}

export interface HeadingNumber {
  readonly level: number;
  readonly number: number;
}

/** The same for the same numbers in the same order (FNV-1a). */
export function markOfHeadings(rows: readonly HeadingNumber[]): string {
  let hash = 0x811c9dc5;
  for (const character of rows.map(({ level, number }) => `${level}.${number}`).join(' ')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

const schemeIn = ({ attrs }: Node): NumberingScheme | null => (isNumberingScheme(attrs.numbering) ? attrs.numbering : null);
