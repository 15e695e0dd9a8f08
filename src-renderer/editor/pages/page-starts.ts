import type { Layout } from '#core/layout/layout-document.ts';

/** Where a page begins in the document. */
export interface PageStart {
  /** From 1. */
  readonly number: number;
  readonly pos: number;
}

const known = new WeakMap<Layout, readonly PageStart[]>();

/** Where each page but the first begins, in order; pages that nothing flows onto (blank ones, the 版记's own) have no place. */
export function pageStarts(layout: Layout): readonly PageStart[] {
  const found = known.get(layout);
  if (found) return found;
  const starts = layout.pages.slice(1).flatMap(({ number, pieces, shift }): PageStart[] => {
    let pos = Infinity;
    for (const piece of pieces) if (!piece.isRepeated && piece.item >= 0) pos = Math.min(pos, piece.pos + 1 + piece.laid.lines[piece.first]!.from);
    return pos === Infinity ? [] : [{ number, pos: pos + shift }];
  });
  known.set(layout, starts);
  return starts;
}
