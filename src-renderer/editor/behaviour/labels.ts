import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { changedBlocks } from '#core/document/changed-blocks.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import { drawBlock, drawChildren, isComputed, keepsTexts, textsOf } from './drawn-blocks.ts';
import type { Drawn } from './drawn-blocks.ts';

interface Labels {
  /** One for each top-level block. */
  readonly blocks: readonly Drawn[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Labels>('labels');
const numbered = new WeakMap<Node, Numbering>();

/** The computed numbers of a document; documents are immutable, so each is numbered once. */
export function numberingFor(doc: Node): Numbering {
  let numbering = numbered.get(doc);
  if (numbering === undefined) numbered.set(doc, (numbering = numberDocument(doc)));
  return numbering;
}

/** The computed numbers of the document as it stands now. */
export const numberingOf = (state: EditorState): Numbering => numberingFor(state.doc);

/**
 * Numbers the document after every change and shows the numbers as attributes, drawn by CSS: no label is ever text of the
 * page, so an input method cannot eat it. A key that only changes words changes no number: then only its block is looked at.
 */
export const labels = (): Plugin<Labels> => new Plugin<Labels>({
  key,
  state: {
    init: (_, { doc }) => label(doc, numberAll(doc)),
    apply: (tr, before) => {
      if (!tr.docChanged) return before;
      const index = rewordedBlock(tr.before, tr.doc);
      if (index === null) return label(tr.doc, numberAgain(tr.before, before.blocks, tr.doc));
      const start = startOf(tr.doc, index) + 1;
      const was = { para: tr.before.child(index), map: (at: number) => tr.mapping.map(start + at) - start };
      return label(tr.doc, before.blocks.with(index, drawBlock(tr.doc.child(index), before.blocks[index]!.texts, false, was)));
    },
  },
  props: { decorations: (state) => key.getState(state)!.decorations },
});

const label = (doc: Node, blocks: readonly Drawn[]): Labels => ({ blocks, decorations: drawChildren(doc, blocks) });

function numberAll(doc: Node): Drawn[] {
  const numbering = numberingFor(doc);
  let pos = 0;
  return doc.children.map((block) => {
    const texts = textsOf(block, pos, numbering);
    pos += block.nodeSize;
    return drawBlock(block, texts);
  });
}

/** The same after a change: blocks before and behind it are the same ones and most have the numbers they had. */
function numberAgain(old: Node, drawn: readonly Drawn[], doc: Node): Drawn[] {
  const numbering = numberingFor(doc);
  const { first, now: changed } = changedBlocks(old, doc);
  const moved = old.childCount - doc.childCount;
  let pos = 0;
  return doc.children.map((block, index) => {
    const before = index < first ? drawn[index]! : index >= first + changed.length ? drawn[index + moved]! : null;
    const shown = before && keepsTexts(before, block, pos, numbering) ? before : drawBlock(block, textsOf(block, pos, numbering));
    pos += block.nodeSize;
    return shown;
  });
}

/** Position of a top-level block; those before it have not changed. */
function startOf(doc: Node, index: number): number {
  let pos = 0;
  for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize;
  return pos;
}

/** Index of the one top-level block in which two documents differ, and only in words, on which no number hangs; else null. */
function rewordedBlock(old: Node, doc: Node): number | null {
  if (old.childCount !== doc.childCount || !old.sameMarkup(doc)) return null;
  let index = 0;
  while (index < doc.childCount && old.child(index) === doc.child(index)) index++;
  if (index === doc.childCount) return null;
  for (let last = doc.childCount - 1; last > index; last--) if (old.child(last) !== doc.child(last)) return null;
  return isReworded(old.child(index), doc.child(index)) ? index : null;
}

/** Numbers hang on blocks and their attributes, on a paragraph being empty (款) or opening with a number, on computed inline nodes; on words never. */
function isReworded(old: Node, now: Node): boolean {
  if (old === now) return true;
  if (!old.sameMarkup(now)) return false;
  if (now.isTextblock) return (old.childCount === 0) === (now.childCount === 0) && keepsComputed(old, now);
  return old.childCount === now.childCount && old.children.every((child, index) => isReworded(child, now.child(index)));
}

/** Whether both have the same computed nodes in the same order, opening the paragraph or not. Asked with every key, so it makes nothing. */
function keepsComputed(old: Node, now: Node): boolean {
  let at = 0;
  for (let index = 0; index < now.childCount; index++) {
    const node = now.child(index);
    if (!isComputed(node)) continue;
    while (at < old.childCount && !isComputed(old.child(at))) at++;
    if (at === old.childCount || (at === 0) !== (index === 0) || !old.child(at).sameMarkup(node)) return false;
    at++;
  }
  while (at < old.childCount && !isComputed(old.child(at))) at++;
  return at === old.childCount;
}
