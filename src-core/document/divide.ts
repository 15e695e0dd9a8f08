import type { Node } from 'prosemirror-model';
import { roleOf } from './elements.ts';
import { beginsPart, ROLES } from './roles.ts';
import type { Part } from './roles.ts';
import type { PageGeometry } from '../template/styles.ts';

/** A top-level block and the position before it. */
export interface Placed {
  readonly node: Node;
  readonly pos: number;
}

export interface Divided {
  readonly masthead: readonly Placed[];
  readonly main: readonly Placed[];
  readonly imprint: readonly Placed[];
}

/** The 版头 is the run of its elements at the start, the 版记 the run at the end; one that stands elsewhere is set where it stands. */
export function divideDocument(doc: Node): Divided {
  const blocks: Placed[] = [];
  doc.forEach((node, pos) => blocks.push({ node, pos }));
  const isPart = (placed: Placed, part: Part): boolean => {
    const role = roleOf(placed.node);
    return role !== null && ROLES[role].part === part;
  };
  let start = 0;
  while (start < blocks.length && isPart(blocks[start]!, 'masthead')) start++;
  let end = blocks.length;
  while (end > start && isPart(blocks[end - 1]!, 'imprint')) end--;
  return { masthead: blocks.slice(0, start), main: blocks.slice(start, end), imprint: blocks.slice(end) };
}

export interface Stretch {
  readonly isLandscape: boolean;
  readonly blocks: readonly Placed[];
}

/** Stretches of upright and of landscape pages: a landscape part runs from its annex to the next annex or embedded document. */
export function stretchesOf(main: readonly Placed[]): Stretch[] {
  const stretches: { isLandscape: boolean; blocks: Placed[] }[] = [{ isLandscape: false, blocks: [] }];
  for (const placed of main) {
    const role = roleOf(placed.node);
    const isLandscape = role !== null && beginsPart(role) ? (placed.node.attrs.landscape as boolean) : stretches.at(-1)!.isLandscape;
    if (isLandscape !== stretches.at(-1)!.isLandscape) {
      if (stretches.length === 1 && stretches[0]!.blocks.length === 0) stretches.pop();
      stretches.push({ isLandscape, blocks: [] });
    }
    stretches.at(-1)!.blocks.push(placed);
  }
  return stretches;
}

/** A4 turned so that the head of a table lies at the left edge of the upright paper (8): its left margin becomes the upper one. */
export const landscapePage = (page: PageGeometry): PageGeometry => ({
  width: page.height, height: page.width, top: page.left, right: page.top, bottom: page.right, left: page.bottom,
});
