import type { Node } from 'prosemirror-model';
import type { Role } from '../document/roles.ts';
import type { Diagnostic } from './diagnostic.ts';
import { judge } from './judgement.ts';

/** A character that no font has, as a layout names it. */
export interface MissingGlyph {
  readonly from: number | null;
  readonly to: number | null;
  readonly page: number;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Characters that would be blank on paper, found by a layout of this very document, as findings beside all others. */
export function missingGlyphs(doc: Node, missing: readonly MissingGlyph[]): Diagnostic[] {
  if (missing.length === 0) return [];
  const blocks: { readonly pos: number; readonly end: number; readonly role?: Role; readonly paragraph: number }[] = [];
  let paragraph = 0;
  doc.forEach((node, pos) => {
    const isText = node.type.name === 'para';
    blocks.push({ pos, end: pos + node.nodeSize, ...(isText && { role: node.attrs.role as Role }), paragraph: isText && node.textContent !== '' ? ++paragraph : 0 });
  });
  return missing.map(({ from, to, page, args }) => {
    const block = from === null ? undefined : blocks.find(({ pos, end }) => pos <= from && from < end);
    const where = block ? { pos: from!, end: to ?? from! + 1, paragraph: block.paragraph, ...(block.role !== undefined && { role: block.role }) } : null;
    return judge('glyph-missing', where, { ...args, page });
  });
}
