import type { Node } from 'prosemirror-model';

/** The top-level blocks in which two states of a document differ: one run of each, between what is the same before and after. */
export interface ChangedBlocks {
  readonly old: readonly Node[];
  readonly now: readonly Node[];
  /** How many blocks before it are the same. */
  readonly first: number;
}

/** Compares by identity: nodes are immutable, and what a change does not touch stays the same object. */
export function changedBlocks(before: Node, after: Node): ChangedBlocks {
  const [a, b] = [before.children, after.children];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { old: a.slice(start, a.length - end), now: b.slice(start, b.length - end), first: start };
}
