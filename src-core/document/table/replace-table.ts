import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';

/** More attribute steps than this are dearer than writing the rows anew. */
const MOST_STEPS = 300;

/** Puts `after` in the place of the table at `pos` by steps that touch only the rows, or only the attributes, that differ. */
export function replaceTable(tr: Transform, pos: number, after: Node): void {
  const before = tr.doc.nodeAt(pos)!;
  if (before === after) return;
  let first = 0;
  const shorter = Math.min(before.childCount, after.childCount);
  while (first < shorter && same(before.child(first), after.child(first))) first++;
  let tail = 0;
  while (tail < shorter - first && same(before.child(before.childCount - 1 - tail), after.child(after.childCount - 1 - tail))) tail++;
  const old = before.children.slice(first, before.childCount - tail);
  const made = after.children.slice(first, after.childCount - tail);
  const start = pos + 1 + before.children.slice(0, first).reduce((sum, row) => sum + row.nodeSize, 0);
  if (old.length === made.length && old.every((row, index) => sameContents(row, made[index]!)) && changeAttributes(tr, start, old, made)) return;
  tr.replaceWith(start, start + old.reduce((sum, row) => sum + row.nodeSize, 0), made);
}

const same = (a: Node, b: Node): boolean => a === b || a.eq(b);

const sameContents = (a: Node, b: Node): boolean => a.childCount === b.childCount && a.children.every((cell, index) => cell === b.child(index) || cell.content === b.child(index).content || cell.content.eq(b.child(index).content));

function changeAttributes(tr: Transform, start: number, old: readonly Node[], made: readonly Node[]): boolean {
  const changes: { pos: number; node: Node }[] = [];
  let pos = start;
  old.forEach((row, index) => {
    const next = made[index]!;
    if (!row.sameMarkup(next)) changes.push({ pos, node: next });
    row.forEach((cell, offset, at) => {
      if (!cell.sameMarkup(next.child(at))) changes.push({ pos: pos + 1 + offset, node: next.child(at) });
    });
    pos += row.nodeSize;
  });
  if (changes.length > MOST_STEPS) return false;
  for (const change of changes) {
    const now = tr.doc.nodeAt(change.pos)!;
    for (const [name, value] of Object.entries(change.node.attrs)) if (JSON.stringify(now.attrs[name]) !== JSON.stringify(value)) tr.setNodeAttribute(change.pos, name, value);
  }
  return true;
}
