import type { Node } from '@tiptap/pm/model';
import { beginsPart, ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { LANDSCAPE_MEASURE, UPRIGHT_MEASURE } from '#core/document/table/widths.ts';
import type { Twips } from '#core/units/length.ts';

/** The 附件 (or embedded document) that the block at an index belongs to; null in the main text and the 版记. */
export function partOf(doc: Node, index: number): { readonly node: Node; readonly index: number } | null {
  for (let at = Math.min(index, doc.childCount - 1); at >= 0; at--) {
    const node = doc.child(at);
    if (node.type.name !== 'para') continue;
    const role = node.attrs.role as Role;
    if (ROLES[role].part === 'imprint') return null;
    if (beginsPart(role)) return { node, index: at };
  }
  return null;
}

/** How wide the lines are where the block at an index stands: 28 characters, or the length of the 版心 on a landscape page. */
export const measureAt = (doc: Node, index: number): Twips => (partOf(doc, index)?.node.attrs.landscape === true ? LANDSCAPE_MEASURE : UPRIGHT_MEASURE);
