import type { Placed } from '../document/divide.ts';
import type { Node } from 'prosemirror-model';
import type { Numbering } from '../document/numbering.ts';
import type { ResolvedStyles } from '../template/styles.ts';
import type { Twips } from '../units/length.ts';
import type { Composing, ParagraphItem } from './items.ts';
import { labelOf, paragraphItem } from './paragraph-item.ts';

interface KeptItem {
  readonly item: ParagraphItem;
  readonly styles: ResolvedStyles;
  readonly label: string;
  /** What its markers and references say; null where it holds none: nothing in it can change without its node. */
  readonly words: readonly string[] | null;
  readonly measure: Twips;
  /** The composition it last served: a node that stands twice in a document needs two items. */
  served: Composing;
}

const cache = new WeakMap<object, WeakMap<Node, KeptItem>>();

/**
 * The item of a paragraph whose neighbours change nothing about it. It is kept with its node and moved to its new position: in a
 * long document nearly all that a keystroke costs would else be making the same items again.
 */
export function plainItem(composing: Composing, placed: Placed, measure: Twips): ParagraphItem {
  const { node, pos } = placed;
  const { setting, styles, numbering } = composing;
  let items = cache.get(setting);
  if (!items) cache.set(setting, (items = new WeakMap()));
  const label = labelOf(composing, pos);
  const kept = items.get(node);
  if (kept && kept.styles === styles && kept.label === label && kept.measure === measure && kept.served !== composing && (kept.words === null || isSame(kept.words, computedWords(node, pos, numbering)))) {
    kept.served = composing;
    kept.item.pos = pos;
    return kept.item;
  }
  const item = paragraphItem(composing, placed, measure);
  const found = computedWords(node, pos, numbering);
  const words = found.length > 0 ? found : null;
  if (kept?.served !== composing) items.set(node, { item, styles, label, words, measure, served: composing });
  return item;
}

const NONE: string[] = [];

/** What each marker and reference of a paragraph says. */
function computedWords(para: Node, pos: number, numbering: Numbering): string[] {
  if (para.childCount === 1 && para.firstChild!.isText) return NONE;
  const words: string[] = [];
  for (let index = 0, offset = pos + 1; index < para.childCount; index++) {
    const child = para.child(index);
    if (child.type.name === 'marker') words.push(numbering.markers.get(offset)?.text ?? '');
    else if (child.type.name === 'reference') words.push(numbering.references.get(offset)?.text ?? '');
    offset += child.nodeSize;
  }
  return words;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each, at) => each === b[at]);
