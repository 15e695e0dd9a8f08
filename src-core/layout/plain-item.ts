import type { Placed } from '../document/divide.ts';
import type { Node } from 'prosemirror-model';
import type { ParagraphStyle } from '../template/styles.ts';
import type { Twips } from '../units/length.ts';
import type { Composing, ParagraphItem } from './items.ts';
import { inlineWords } from './lay-paragraph.ts';
import { labelOf, paragraphItem, styleOf } from './paragraph-item.ts';

interface KeptItem {
  readonly item: ParagraphItem;
  readonly style: ParagraphStyle;
  readonly body: ParagraphStyle;
  readonly label: string;
  readonly words: string;
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
  const style = styleOf(composing, node);
  const label = labelOf(composing, pos);
  const words = inlineWords(node, pos, numbering);
  const kept = items.get(node);
  if (kept && kept.style === style && kept.label === label && kept.words === words && kept.measure === measure && kept.body === styles.paragraph.body && kept.served !== composing) {
    kept.served = composing;
    kept.item.pos = pos;
    return kept.item;
  }
  const item = paragraphItem(composing, placed, measure);
  if (kept?.served !== composing) items.set(node, { item, style, body: styles.paragraph.body, label, words, measure, served: composing });
  return item;
}
