import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** How a child is drawn: attributes it carries itself, and what is drawn in it. */
export interface DrawnChild {
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly inside: DecorationSet;
}

/**
 * Decorations of a node that holds blocks, given as how each child is drawn. ProseMirror's own set looks through all its members for
 * every child it draws, and has to be mapped or made anew for each document: with thousands of labels that is most of what a key costs.
 */
export class NestedDecorations extends DecorationSet {
  private readonly parent: Node;
  private readonly drawn: readonly DrawnChild[];
  private around: readonly Decoration[] | null = null;
  /** The child asked for last and its position: children are asked for in order. */
  private index = 0;
  private pos = 0;

  constructor(parent: Node, drawn: readonly DrawnChild[]) {
    // The constructor is known to JavaScript only; the types leave it out.
    super(...([[], []] as unknown as []));
    this.parent = parent;
    this.drawn = drawn;
  }

  /** What stands around whole children, for ProseMirror. */
  localsInner(): readonly Decoration[] {
    return (this.around ??= this.aroundBetween(0, this.drawn.length, 0));
  }

  locals(): readonly Decoration[] {
    return this.localsInner();
  }

  /** The same of the children from one index to another; the first stands at a position. */
  aroundBetween(first: number, last: number, from: number): Decoration[] {
    [this.index, this.pos] = [first, from];
    const found: Decoration[] = [];
    let pos = from;
    for (let index = first; index < last; index++) {
      const end = pos + this.parent.child(index).nodeSize;
      const { attributes } = this.drawn[index]!;
      if (attributes !== null) found.push(Decoration.node(pos, end, attributes));
      pos = end;
    }
    return found;
  }

  override forChild(offset: number): DecorationSet {
    if (offset < this.pos) [this.index, this.pos] = [0, 0];
    while (this.pos < offset && this.index < this.drawn.length) this.pos += this.parent.child(this.index++).nodeSize;
    return this.pos === offset ? (this.drawn[this.index]?.inside ?? DecorationSet.empty) : DecorationSet.empty;
  }

  /** Whether as many children from the index `first` are drawn as those of another set are from `otherFirst`. */
  isSameBetween(first: number, last: number, other: NestedDecorations, otherFirst: number): boolean {
    for (let index = first; index < last; index++) if (this.drawn[index] !== other.drawn[otherFirst + index - first]) return false;
    return true;
  }

  /** ProseMirror asks whether a child must be drawn again; an unchanged child has the same set (drawn-blocks.ts). */
  eq(other: unknown): boolean {
    return this === other;
  }
}

/** Of a node in which nothing is drawn: ProseMirror's own empty set calls itself equal to any nested one. */
class NothingInside extends DecorationSet {
  constructor() {
    super(...([[], []] as unknown as []));
  }

  override forChild(_: number, child: Node): DecorationSet {
    return child.isTextblock ? DecorationSet.empty : this;
  }

  eq(other: unknown): boolean {
    return this === other;
  }
}

export const NOTHING_INSIDE: DecorationSet = new NothingInside();
