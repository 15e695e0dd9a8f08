import type { Node } from '@tiptap/pm/model';
import { hasLevels } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';

/**
 * A group is made of so many blocks, or rows. What lies beside the sight in a group is laid out and read by an input method with every
 * letter, tables above all; but Chromium looks with every frame whether each group is in sight.
 */
const USUAL_BLOCKS = 6;
const USUAL_ROWS = 12;
/** A group grown beyond so many is cut: what is written at a stretch is in sight together. */
const MOST = 24;
/** To cut a group costs more than a key: on the paper it waits for the next rest, up to so many. Rows come seldom one by one. */
const MOST_UNTIL_REST = 120;

const isRow = (block: Node | undefined): boolean => block?.type.name === 'tableRow';
const mostOf = (blocks: readonly Node[]): number => (isRow(blocks[0]) ? MOST : MOST_UNTIL_REST);

const usualOf = (blocks: readonly Node[]): number => (isRow(blocks[0]) ? USUAL_ROWS : USUAL_BLOCKS);

/** A table of more rows than this has them in groups too, and is laid out group by group where its cells allow. */
export const LONG_TABLE = 100;

/** The blocks of one group, and which of the groups before (its index) it goes on; null for a new one. Unchanged blocks are the same array. */
export interface Deal {
  readonly blocks: readonly Node[];
  readonly from: number | null;
}

/**
 * Deals the blocks of a document out to groups, so that as few as can be change. Groups part only where no element's look hangs
 * on its neighbour (page.css): between body paragraphs, headings, articles and tables, and between rows no cell reaches over. The group
 * at index `held` holds what an input method is at work on: nothing of it is cut off or moved. Groups far too large are cut at once.
 */
export function dealBlocks(groups: readonly (readonly Node[])[], blocks: readonly Node[], held = -1): Deal[] {
  if (groups.length === 0) return cut(blocks, bordersOf(blocks), 0).map((each) => ({ blocks: each, from: null }));
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
  return mend(deals, bordersOf(blocks), mostOf(blocks), held);
}

/**
 * At rest: cuts groups that have grown too large, and leaves the part in which the block at the index `caret` stands where it is; null
 * where all may stay as they are.
 */
export function cutLargeGroups(groups: readonly (readonly Node[])[], caret: number): Deal[] | null {
  if (groups.every(({ length }) => length <= MOST)) return null;
  return mend(groups.map((blocks, from) => ({ blocks, from })), bordersOf(groups.flat()), MOST, -1, caret);
}

/**
 * A key in a paragraph: the only group that it changes, by its index, where every block keeps its place and the borders may stay where
 * they are; -1 where no block has changed, null where there is more to do. Asked with every key, so it makes nothing for others to clear away.
 */
export function onlyChangedGroup(groups: readonly { readonly blocks: readonly Node[] }[], blocks: readonly Node[]): number | null {
  let changed = -1;
  let start = 0;
  for (let nth = 0; nth < groups.length; nth++) {
    const group = groups[nth]!.blocks;
    if (start + group.length > blocks.length || group.length > mostOf(group)) return null;
    for (let index = 0; index < group.length; index++) {
      if (group[index] === blocks[start + index]) continue;
      if ((changed >= 0 && changed !== nth) || !keepsBorders(group, index, blocks[start + index]!)) return null;
      changed = nth;
    }
    start += group.length;
  }
  return start === blocks.length && groups.length > 0 ? changed : null;
}

/** Whether the borders of a group may stay where they are when another block takes the place of one. */
function keepsBorders(group: readonly Node[], index: number, now: Node): boolean {
  const before = group[index]!;
  const isAtBorder = index === 0 || index === group.length - 1;
  return !(isAtBorder && isPlain(before) !== isPlain(now)) && rowsReached(before) === rowsReached(now);
}

/** Every block keeps its place and the borders may stay where they are; null where there is more to do. */
function inPlace(groups: readonly (readonly Node[])[], blocks: readonly Node[]): Deal[] | null {
  const deals: Deal[] = [];
  let start = 0;
  for (const [from, group] of groups.entries()) {
    const end = start + group.length;
    if (end > blocks.length || group.length > mostOf(group)) return null;
    let isSame = true;
    for (let index = 0; index < group.length; index++) {
      const now = blocks[start + index]!;
      if (group[index] === now) continue;
      isSame = false;
      if (!keepsBorders(group, index, now)) return null;
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

/** Empty groups go, groups of more than `most` blocks are cut, and a border that stands where none may stand is moved on. */
function mend(deals: readonly Deal[], mayPart: Borders, most: number, held: number, caret = -1): Deal[] {
  const mended: Deal[] = [];
  let start = 0;
  for (const deal of deals) {
    if (deal.blocks.length === 0) continue;
    const last = mended.at(-1);
    // Groups grown small are put together again.
    const isSmall = last !== undefined && last.blocks.length + deal.blocks.length <= usualOf(deal.blocks) && deal.from !== held && last.from !== held;
    if (last && (isSmall || !mayPart(start))) {
      const [keeps, gives] = deal.from === held ? [deal, last] : [last, deal];
      mended[mended.length - 1] = { blocks: [...last.blocks, ...deal.blocks], from: (keeps ?? gives).from };
    } else mended.push(deal);
    start += deal.blocks.length;
  }
  start = 0;
  return mended.flatMap((deal) => {
    const at = start;
    start += deal.blocks.length;
    if (deal.blocks.length <= most || (deal.from !== null && deal.from === held)) return [deal];
    const parts = cut(deal.blocks, mayPart, at);
    // Rows one cell reaches over stay together, however many.
    if (parts.length === 1) return [deal];
    const stays = caret >= at && caret < start ? caret : at;
    let end = at;
    return parts.map((blocks) => {
      const begin = end;
      end += blocks.length;
      return { blocks, from: stays >= begin && stays < end ? deal.from : null };
    });
  });
}

/** Groups of the usual size, or larger where no border may stand; the first of the blocks is the one at `from` among all. */
function cut(blocks: readonly Node[], mayPart: Borders, from: number): (readonly Node[])[] {
  const groups: (readonly Node[])[] = [];
  const usual = usualOf(blocks);
  let start = 0;
  for (let index = 1; index < blocks.length; index++) {
    if (index - start < usual || blocks.length - index < usual / 2 || !mayPart(from + index)) continue;
    groups.push(blocks.slice(start, index));
    start = index;
  }
  return [...groups, blocks.slice(start)];
}

/** Whether groups may part before the block at an index. */
type Borders = (index: number) => boolean;

function bordersOf(blocks: readonly Node[]): Borders {
  if (!isRow(blocks[0])) return (index) => isPlain(blocks[index - 1]!) && isPlain(blocks[index]!);
  let reached = 0;
  const isInside = blocks.map((row, index) => {
    const isReached = index < reached;
    reached = Math.max(reached, index + rowsReached(row));
    return isReached;
  });
  return (index) => !isInside[index];
}

/** How many rows the cells of a row reach over, the row itself included; of any other block 1. */
export const rowsReached = (row: Node): number =>
  (isRow(row) ? row.children.reduce((most, cell) => Math.max(most, cell.attrs.rowspan as number), 1) : 1);

function isPlain(block: Node): boolean {
  const role = block.attrs.role as Role | undefined;
  return role === undefined || role === 'body' || hasLevels(role);
}
