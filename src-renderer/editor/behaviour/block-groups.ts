import { Fragment, Schema } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { cutLargeGroups, dealBlocks, LONG_TABLE, onlyChangedGroup, rowsReached } from './deal-blocks.ts';
import type { Deal } from './deal-blocks.ts';
import { GroupDecorations } from './group-decorations.ts';
import type { DecorationSource } from './group-decorations.ts';

/** What is used of ProseMirror's tree of views (prosemirror-view, viewdesc.ts). */
interface ViewDesc {
  parent: ViewDesc | undefined;
  children: ViewDesc[];
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement | null;
  node: Node | undefined;
  innerDeco: DecorationSource;
  dirty: number;
  get size(): number;
  get border(): number;
  get domAtom(): boolean;
  updateChildren(view: EditorView, pos: number): void;
  parseRange(from: number, to: number, base?: number): unknown;
  parseRule(): object;
  destroy(): void;
}
type NodeViewDesc = new (parent: ViewDesc, node: undefined, outer: readonly never[], inner: DecorationSource, dom: HTMLElement, content: HTMLElement, nodeDom: HTMLElement) => ViewDesc;
interface ViewInside {
  readonly docView: ViewDesc;
  readonly input: { readonly compositionNode: globalThis.Node | null; readonly mouseDown: object | null };
  trackWrites: globalThis.Node | null;
}
interface BlockGroup extends ViewDesc {
  readonly blocks: readonly Node[];
  /** What has been written on its element: to read it back there with every key would cost more. */
  written: { readonly guess: string; readonly isWide: boolean; readonly hasSpans: boolean } | null;
  hold(blocks: readonly Node[]): void;
}

const NOT_DIRTY = 0;
const CONTENT_DIRTY = 2;
const NODE_DIRTY = 3;

/** So long after the last change groups grown large are cut: the hand rests. */
const REST_MS = 1000;

/** Papers whose groups are dealt anew though nothing in them has changed. */
const atRest = new WeakSet<ViewDesc>();
let isDone = false;

/**
 * Has every paper drawn with its blocks in groups, each a `div.block-group`: Chromium lays out, paints and, asked by an input
 * method for the words around the caret, reads only groups in sight (desk.css), and an update looks only into groups that
 * changed. The document knows nothing of them. To ProseMirror a group is what the wrapping element of a mark is: it holds views and
 * takes no position. It has no door for such elements around blocks, so its class of node views is extended. The rows of a long
 * table stand in groups in the same way; whether such a group is seen at all as a box, the table says (extensions/table.ts).
 */
export function drawInGroups(): void {
  if (isDone) return;
  isDone = true;
  // The class is not exported: a paper never shown gives it away.
  const unseen = new EditorView(null, { state: EditorState.create({ schema: new Schema({ nodes: { doc: { content: 'text*' }, text: {} } }) }) });
  const Desc = (unseen as unknown as ViewInside).docView.constructor as NodeViewDesc;
  unseen.destroy();
  const prototype = Desc.prototype as ViewDesc;
  // Methods of the class, called on views below.
  const updateChildren = Reflect.get(prototype, 'updateChildren') as (this: ViewDesc, view: EditorView, pos: number) => void;
  const parseRange = Reflect.get(prototype, 'parseRange') as (this: ViewDesc, from: number, to: number, base: number) => unknown;

  class Group extends Desc implements BlockGroup {
    blocks: readonly Node[] = [];
    written: BlockGroup['written'] = null;
    private length = 0;

    constructor(parent: ViewDesc) {
      const dom = document.createElement('div');
      dom.className = isPaper(parent) ? 'block-group' : 'row-group';
      super(parent, undefined, [], parent.innerDeco, dom, dom, dom);
    }

    hold(blocks: readonly Node[]): void {
      this.blocks = blocks;
      this.length = sizeOf(blocks);
      this.dirty = CONTENT_DIRTY;
    }

    /** Asked for every group again and again with every key: kept. */
    override get size(): number {
      return this.length;
    }

    override get border(): number {
      return 0;
    }

    override get domAtom(): boolean {
      return false;
    }

    override parseRule(): object {
      return { skip: true };
    }
  }

  /** A long table keeps its groups however short it grows; one that grows long is drawn anew (extensions/table.ts). */
  const hasGroups = (desc: ViewDesc): boolean =>
    isPaper(desc) || (desc.node?.type.name === 'table' && (desc.children.length > 0 ? desc.children[0] instanceof Group : desc.node.childCount > LONG_TABLE));

  prototype.updateChildren = function (this: ViewDesc, view, pos) {
    if (!hasGroups(this)) return updateChildren.call(this, view, pos);
    const doc = this.node!;
    const keeps = !atRest.has(this) && keepsGroups(this);
    const groups = keeps ? (this.children as BlockGroup[]) : deal(this, view);
    let from = 0;
    let first = 0;
    // For every group with every key: nothing is made for those that stay as they are.
    for (const group of groups) {
      const to = from + group.size;
      const last = first + group.blocks.length;
      const shown = group.innerDeco;
      if (group.dirty !== NOT_DIRTY || !(shown instanceof GroupDecorations) || !shown.isSameIn(this.innerDeco, from, to, first, last)) {
        // ProseMirror draws it as it draws a node, which it is for as long as that takes.
        group.node = doc.copy(Fragment.from(group.blocks));
        // Decorations of a node's inside are counted from where it begins.
        group.innerDeco = new GroupDecorations(this.innerDeco, doc, { from, to, first, last });
        updateChildren.call(group, view, pos + from);
        group.node = undefined;
        group.dirty = NOT_DIRTY;
        write(group);
      }
      from = to;
      first = last;
    }
    const inside = view as unknown as ViewInside;
    if (!keeps && place(this.contentDOM!, groups) && inside.trackWrites === this.contentDOM) inside.trackWrites = null;
  };

  /** A key that changes the words of blocks in one group at most: true, and that group has them, where all else stands as it stood. */
  function keepsGroups(desc: ViewDesc): boolean {
    const groups = desc.children as BlockGroup[];
    const changed = onlyChangedGroup(groups, desc.node!.children);
    if (changed === null) return false;
    let next = desc.contentDOM!.firstChild;
    for (const { dom, dirty } of groups) {
      if (dom !== next || dirty === NODE_DIRTY) return false;
      next = dom.nextSibling;
    }
    if (next !== null) return false;
    if (changed >= 0) {
      const first = groups.slice(0, changed).reduce((sum, { blocks }) => sum + blocks.length, 0);
      groups[changed]!.hold(desc.node!.children.slice(first, first + groups[changed]!.blocks.length));
    }
    return true;
  }

  /** Deals the blocks out to groups; what goes on as it was goes on in its group. */
  function deal(desc: ViewDesc, view: EditorView): BlockGroup[] {
    const old = desc.children as BlockGroup[];
    const { compositionNode } = (view as unknown as ViewInside).input;
    const held = view.composing && compositionNode ? old.findIndex((group) => group.dom.contains(compositionNode)) : -1;
    const now = old.map(({ blocks }) => blocks);
    const deals = (atRest.has(desc) ? cutLargeGroups(now, view.state.selection.$head.index(0)) : null) ?? dealBlocks(now, desc.node!.children, held);
    const groups = deals.map(({ from }) => (from === null || old[from]!.dirty === NODE_DIRTY ? new Group(desc) : old[from]!));
    moveViews(old, groups, deals);
    desc.children = groups;
    for (const group of old) if (!groups.includes(group)) group.destroy();
    return groups;
  }

  prototype.parseRange = function (this: ViewDesc, from, to, base = 0) {
    let start = base;
    for (const group of hasGroups(this) ? this.children : []) {
      const end = start + group.size;
      if (from >= start && to <= end) return parseRange.call(group, from, to, start);
      start = end;
    }
    return parseRange.call(this, from, to, base);
  };
}

/** Cuts groups grown large when the hand rests: in a key one would wait for it. */
export function groupsAtRest(): Plugin {
  return new Plugin({
    view: (view) => {
      let written = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        const rest = performance.now() - written;
        const isAtWork = view.composing || (view as unknown as ViewInside).input.mouseDown !== null || view.dragging !== null;
        timer = rest < REST_MS || isAtWork ? setTimeout(look, Math.max(REST_MS - rest, REST_MS / 4)) : undefined;
        if (timer === undefined) regroup(view);
      };
      return {
        update: (_, before) => {
          if (before.doc === view.state.doc) return;
          written = performance.now();
          // Not set anew with every key: it looks again.
          timer ??= setTimeout(look, REST_MS);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

function regroup(view: EditorView): void {
  const { docView } = view as unknown as ViewInside;
  if (cutLargeGroups((docView.children as BlockGroup[]).map(({ blocks }) => blocks), 0) === null) return;
  atRest.add(docView);
  docView.dirty = CONTENT_DIRTY;
  view.updateState(view.state);
  atRest.delete(docView);
}

const isPaper = (desc: ViewDesc): boolean => desc.parent === undefined && desc.node?.type.name === 'doc';

const sizeOf = (blocks: readonly Node[]): number => blocks.reduce((sum, block) => sum + block.nodeSize, 0);

/** Gives the groups their blocks; a block that goes to another group takes its view along. */
function moveViews(old: readonly BlockGroup[], groups: readonly BlockGroup[], deals: readonly Deal[]): void {
  const views = new Map<Node, ViewDesc>();
  for (const group of old) {
    const index = groups.indexOf(group);
    if (group.dirty === NODE_DIRTY || (index >= 0 && deals[index]!.blocks === group.blocks)) continue;
    for (const view of group.children) if (view.node && view.dirty === NOT_DIRTY) views.set(view.node, view);
  }
  for (const [index, group] of groups.entries()) {
    const { blocks } = deals[index]!;
    if (blocks === group.blocks) continue;
    const own = new Set(group.blocks);
    const firstOwn = blocks.findIndex((block) => own.has(block));
    const above: ViewDesc[] = [];
    for (const [nth, block] of blocks.entries()) {
      const view = own.has(block) ? undefined : views.get(block);
      if (!view?.parent || view.parent === group) continue;
      view.parent.children.splice(view.parent.children.indexOf(view), 1);
      view.parent = group;
      if (nth < firstOwn) above.push(view);
      else group.children.push(view);
    }
    group.children.unshift(...above);
    group.hold(blocks);
  }
}

/** Puts the groups' elements, and nothing else, into the paper; true where something had to be moved. */
function place(paper: HTMLElement, groups: readonly BlockGroup[]): boolean {
  const wanted = new Set<globalThis.Node>(groups.map(({ dom }) => dom));
  let isWritten = false;
  for (const node of [...paper.childNodes]) {
    if (wanted.has(node)) continue;
    node.remove();
    isWritten = true;
  }
  let next = paper.firstChild;
  for (const { dom } of groups) {
    if (dom === next) next = dom.nextSibling;
    else {
      paper.insertBefore(dom, next);
      isWritten = true;
    }
  }
  return isWritten;
}

/** Characters in a line of the 版心 (5.2.2). */
const LINE_CHARACTERS = 28;

/**
 * Says on the group the height Chromium is to take for it before it is laid out, and that it holds a landscape sheet, or cells over
 * several rows: a `:has()` in the style sheet would be looked at with every change of the paper.
 */
function write(group: BlockGroup): void {
  const { dom, blocks, written } = group;
  const guess = `auto calc(${linesOf(blocks)} * var(--row))`;
  const isWide = hasWide(dom);
  const hasSpans = blocks.some((block) => rowsReached(block) > 1);
  if (guess !== written?.guess) dom.style.setProperty('contain-intrinsic-block-size', guess);
  if (isWide !== (written?.isWide ?? false)) dom.classList.toggle('holds-wide', isWide);
  if (hasSpans !== (written?.hasSpans ?? false)) dom.classList.toggle('holds-spans', hasSpans);
  if (guess !== written?.guess || isWide !== written.isWide || hasSpans !== written.hasSpans) group.written = { guess, isWide, hasSpans };
}

function hasWide(dom: HTMLElement): boolean {
  for (let child = dom.firstElementChild; child; child = child.nextElementSibling) if (child.classList.contains('on-wide')) return true;
  return false;
}

/** About how many lines the blocks take. */
const linesOf = (blocks: readonly Node[]): number => blocks.reduce((sum, block) => sum + lines(block, 1), 0);

const rowLines = new WeakMap<Node, number>();

/** Lines of a block in a column as wide as so many parts of the page. */
function lines(node: Node, columns: number): number {
  if (node.isTextblock) return Math.max(1, Math.ceil(((node.content.size + 1) * columns) / LINE_CHARACTERS));
  if (node.type.name === 'tableRow') {
    let most = rowLines.get(node);
    if (most === undefined) rowLines.set(node, (most = node.children.reduce((found, cell) => Math.max(found, lines(cell, node.childCount)), 1)));
    return most;
  }
  return node.children.reduce((sum, child) => sum + lines(child, columns), 0);
}
