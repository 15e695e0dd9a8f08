import type { Node } from 'prosemirror-model';
import { isStruck } from '../../document/revisions.ts';
import type { ParagraphChange, Rev } from '../../document/revisions.ts';
import { schema } from '../../document/schema.ts';
import type { PlacedLine } from '../place-blocks.ts';
import type { MakeNode } from './node-maker.ts';
import type { Woven } from './weave.ts';

/** The paragraphs of one recognised text: several where deleted paragraph ends stand in it. */
export function paragraphsOf(make: MakeNode, attrs: Readonly<Record<string, unknown>>, woven: readonly Woven[], end: Pick<PlacedLine['detail'], 'tc' | 'commentIds' | 'anchor' | 'annex'> = {}): Node[] {
  const paras: Node[] = [];
  let content: Node[] = [];
  let own = attrs;
  for (const each of woven) {
    if (!('end' in each)) {
      content.push(each);
      continue;
    }
    const { align = null, ...shape } = each.end;
    // A paragraph of which something stays looks like the one it now belongs to, where it says nothing of itself.
    const isLive = content.some((node) => !isStruck(node));
    const look = isLive && shape.role === undefined ? own : { role: 'body', level: 0, runIn: false, ...shape, align };
    paras.push(make(schema.nodes.para, { ...look, tc: each.tc, commentIds: each.commentIds ?? null, anchor: each.anchor ?? null, annex: each.annex ?? null }, content));
    if (isLive && shape.role === undefined) own = { ...own, startAt: null };
    content = [];
  }
  return [...paras, make(schema.nodes.para, { ...own, tc: end.tc ?? null, commentIds: end.commentIds ?? null, anchor: end.anchor ?? null, annex: end.annex ?? null }, content)];
}

/**
 * Paragraphs of a line with nothing but pictures or deleted text. Where its end was not deleted, it would stay as a blank paragraph; blank
 * paragraphs go in an import, so its end counts as deleted with the text.
 */
export function deletedParagraphs(make: MakeNode, { detail }: PlacedLine, woven: readonly Woven[]): Node[] {
  const { role = 'body', level = 0, runIn = false, align = null, tc, commentIds, anchor, annex } = detail;
  const end = withDeletedEnd(tc, woven);
  return paragraphsOf(make, { role, level, runIn, align }, woven, { ...(end ? { tc: end } : {}), ...(commentIds ? { commentIds } : {}), ...(anchor ? { anchor } : {}), ...(annex ? { annex } : {}) });
}

function withDeletedEnd(tc: ParagraphChange | undefined, woven: readonly Woven[]): ParagraphChange | undefined {
  if (tc?.del) return tc;
  // A picture that stays keeps its paragraph.
  if (woven.some((each) => !('end' in each) && each.type.name === 'image' && !isStruck(each))) return tc;
  const last = woven.findLast((each): each is Node => !('end' in each));
  const rev = last?.marks.find((mark) => mark.type.name === 'del')?.attrs.rev as Rev | undefined;
  return { ...tc, ...(rev ? { del: rev } : {}) };
}
