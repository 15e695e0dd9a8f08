import type { Node } from '@tiptap/pm/model';
import type { Decoration, DecorationSet } from '@tiptap/pm/view';
import { NestedDecorations } from './nested-decorations.ts';

/** What ProseMirror draws by (prosemirror-view, decoration.ts); several sets come as one with `members`. */
export interface DecorationSource {
  readonly members?: readonly Set[];
  locals(node: Node): readonly Decoration[];
  forChild(offset: number, child: Node): DecorationSource;
  eq(other: DecorationSource): boolean;
}
type Set = DecorationSource & DecorationSet & { localsInner(node: Node): readonly Decoration[] };
type Inner = Decoration & { eq(other: Decoration, offset?: number): boolean; copy(from: number, to: number): Decoration };

/** A stretch of the blocks of a document: by position in it, and by index. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** The decorations of a document, or of a long table, as far as they lie in one group of its blocks, in the group's own positions. */
export class GroupDecorations implements DecorationSource {
  private readonly whole: DecorationSource;
  private readonly doc: Node;
  private readonly at: Stretch;

  constructor(whole: DecorationSource, doc: Node, at: Stretch) {
    this.whole = whole;
    this.doc = doc;
    this.at = at;
  }

  private get sets(): readonly Set[] {
    return this.whole.members ?? [this.whole as Set];
  }

  locals(): readonly Decoration[] {
    const { from, to } = this.at;
    const sets = this.sets.map((set) => {
      const own = set instanceof NestedDecorations ? set.aroundBetween(this.at.first, this.at.last, from) : set.localsInner(this.doc);
      return own.filter((each) => each.from >= from && each.from < to);
    });
    return sets.flat().sort((a, b) => a.from - b.from || a.to - b.to).map((each) => (each as Inner).copy(each.from - from, each.to - from));
  }

  forChild(offset: number, child: Node): DecorationSource {
    return this.whole.forChild(this.at.from + offset, child);
  }

  /**
   * Asked only where the blocks are the same, for every group with every key, so it makes nothing: whether the stretch at a place of
   * another source is drawn the same.
   */
  isSameIn(whole: DecorationSource, from: number, to: number, first: number, last: number): boolean {
    const members = whole.members;
    const before = this.whole.members;
    if ((members?.length ?? 1) !== (before?.length ?? 1)) return false;
    for (let nth = 0; nth < (members?.length ?? 1); nth++) {
      const set = members ? members[nth]! : (whole as Set);
      const old = before ? before[nth]! : (this.whole as Set);
      if (set === old && from === this.at.from) continue;
      if (set instanceof NestedDecorations || old instanceof NestedDecorations) {
        if (!(set instanceof NestedDecorations && old instanceof NestedDecorations && set.isSameBetween(first, last, old, this.at.first))) return false;
      } else if (!this.hasSame(old, set.find(from, to), from - this.at.from)) return false;
    }
    return true;
  }

  private hasSame(old: Set, now: readonly Decoration[], shift: number): boolean {
    const then = old.find(this.at.from, this.at.to);
    return now.length === then.length && now.every((each, nth) => (then[nth] as Inner).eq(each, shift));
  }

  eq(other: DecorationSource): boolean {
    return other instanceof GroupDecorations && other.isSameIn(this.whole, this.at.from, this.at.to, this.at.first, this.at.last);
  }

  map(): DecorationSource {
    return this;
  }

  forEachSet(each: (set: DecorationSet) => void): void {
    this.sets.forEach(each);
  }
}
