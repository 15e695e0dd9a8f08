import { DecorationSet } from '@tiptap/pm/view';
import type { Decoration } from '@tiptap/pm/view';

/**
 * Decorations of a node that holds blocks, given as what stands around its children and what stands inside each. ProseMirror's own
 * set looks through all its members for every child it draws: with thousands of labels that is most of what a key costs.
 * It is made anew for each document and never mapped.
 */
export class NestedDecorations extends DecorationSet {
  private readonly inside: ReadonlyMap<number, DecorationSet>;

  /** `around`: whole children, in order. `inside`: by the position before a child, what is drawn in it, in its own positions. */
  constructor(around: readonly Decoration[], inside: ReadonlyMap<number, DecorationSet>) {
    // The constructor is known to JavaScript only; the types leave it out.
    super(...([around, []] as unknown as []));
    this.inside = inside;
  }

  override forChild(offset: number): DecorationSet {
    return this.inside.get(offset) ?? DecorationSet.empty;
  }

  /** ProseMirror asks whether a child must be drawn again; an unchanged child has the same set (drawn-blocks.ts). */
  eq(other: unknown): boolean {
    return this === other;
  }
}
