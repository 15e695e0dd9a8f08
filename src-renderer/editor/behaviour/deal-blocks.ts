import type { Node } from '@tiptap/pm/model';
import { hasLevels } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';

/** A group is made of so many blocks; it may grow to twice as many before it is cut. */
const USUAL = 12;
const MOST = 2 * USUAL;

/** A table of more rows than this has them in groups too, and is laid out row by row where its cells allow. */
export const LONG_TABLE = 100;

/** The blocks of one group, and which of the groups before (its index) it goes on; null for a new one. Unchanged blocks are the same array. */
export interface Deal {
  readonly blocks: readonly Node[];
  readonly from: number | null;
}

/**
 * Deals the blocks of a document out to groups, so that as few as can be change. Groups part only where no element's look hangs
 * on its neighbour (page.css): between body paragraphs, headings, articles and tables. The group at index `held` holds what an input
 * method is at work on: nothing of it is cut off or moved.
 */
export function dealBlocks(groups: readonly (readonly Node[])[], blocks: readonly Node[], held = -1): Deal[] {
  if (groups.length === 0) return cut(blocks).map((each) => ({ blocks: each, from: null }));
  const swapped = inPlace(groups, blocks);
  if (swapped !== null) return swapped;
  const old = groups.flat();
  const least = Math.min(old.length, blocks.length);
  let head = 0;
  while (head < least && old[head] === blocks[head]) head++;
  if (head === old.length && head === blocks.length) return groups.map((each, from) => ({ blocks: each, from }));
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === blocks[blocks.length - 1 - tail]) tail++;
  const deals = old.length === blocks.length ? samePlaces(groups, blocks) : around(groups, blocks, head, tail);
  return mend(deals, held);
}

/** A key in a paragraph: every block keeps its place and the borders may stay where they are; null where there is more to do. */
function inPlace(groups: readonly (readonly Node[])[], blocks: readonly Node[]): Deal[] | null {
  const deals: Deal[] = [];
  let start = 0;
  for (const [from, group] of groups.entries()) {
    const end = start + group.length;
    if (end > blocks.length || group.length > MOST) return null;
    let isSame = true;
    for (let index = 0; index < group.length; index++) {
      const [before, now] = [group[index]!, blocks[start + index]!];
      if (before === now) continue;
      isSame = false;
      const isAtBorder = index === 0 || index === group.length - 1;
      if (isAtBorder && isPlain(before) !== isPlain(now)) return null;
    }
    deals.push({ blocks: isSame ? group : blocks.slice(start, end), from });
    start = end;
  }
  return start === blocks.length ? deals : null;
}

/** No block came or went: each group keeps its places. */
function samePlaces(groups: readonly (readonly Node[])[], blocks: readonly Node[]): Deal[] {
  let start = 0;
  return groups.map((group, from) => {
    const at = start;
    start += group.length;
    return { blocks: group.every((block, index) => block === blocks[at + index]) ? group : blocks.slice(at, start), from };
  });
}

/** What is new goes to the group in which the change begins. */
function around(groups: readonly (readonly Node[])[], blocks: readonly Node[], head: number, tail: number): Deal[] {
  const fresh = blocks.slice(head, blocks.length - tail);
  const until = groups.reduce((sum, group) => sum + group.length, 0) - tail;
  // Blocks put between two groups go on the one above.
  const at = head < until ? head : Math.max(0, head - 1);
  let start = 0;
  return groups.map((group, from) => {
    const [begin, end] = [start, start + group.length];
    start = end;
    const takes = at >= begin && at < end;
    if (!takes && (end <= head || begin >= until)) return { blocks: group, from };
    const above = group.slice(0, Math.max(0, head - begin));
    const below = group.slice(Math.max(0, until - begin));
    return { blocks: [...above, ...(takes ? fresh : []), ...below], from };
  });
}

/** Empty groups go, groups too large are cut, and a border that stands where none may stand is moved on. */
function mend(deals: readonly Deal[], held: number): Deal[] {
  const mended: Deal[] = [];
  for (const deal of deals) {
    if (deal.blocks.length === 0) continue;
    const last = mended.at(-1);
    // Groups grown small are put together again.
    const isSmall = last !== undefined && last.blocks.length + deal.blocks.length <= USUAL && deal.from !== held && last.from !== held;
    if (last && (isSmall || !mayPart(last.blocks.at(-1)!, deal.blocks[0]!))) {
      const [keeps, gives] = deal.from === held ? [deal, last] : [last, deal];
      mended[mended.length - 1] = { blocks: [...last.blocks, ...deal.blocks], from: (keeps ?? gives).from };
    } else mended.push(deal);
  }
  return mended.flatMap((deal) => {
    if (deal.blocks.length <= MOST || (deal.from !== null && deal.from === held)) return [deal];
    return cut(deal.blocks).map((blocks, index) => ({ blocks, from: index === 0 ? deal.from : null }));
  });
}

/** Groups of the usual size, or larger where no border may stand. */
function cut(blocks: readonly Node[]): (readonly Node[])[] {
  const groups: (readonly Node[])[] = [];
  let start = 0;
  for (let index = 1; index < blocks.length; index++) {
    if (index - start < USUAL || blocks.length - index < USUAL / 2 || !mayPart(blocks[index - 1]!, blocks[index]!)) continue;
    groups.push(blocks.slice(start, index));
    start = index;
  }
  return [...groups, blocks.slice(start)];
}

const mayPart = (above: Node, below: Node): boolean => isPlain(above) && isPlain(below);

function isPlain(block: Node): boolean {
  const role = block.attrs.role as Role | undefined;
  return role === undefined || role === 'body' || hasLevels(role);
}
