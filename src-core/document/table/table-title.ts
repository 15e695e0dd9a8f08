import type { Node } from 'prosemirror-model';
import { textWidth } from '../../units/text-width.ts';
import type { Placed } from '../divide.ts';
import { roleOf, textOf } from '../elements.ts';

/** One line of an upright page without its indent, in characters. */
const ONE_LINE = 26;
/** 单位：万元, between the title of a table and the table. */
const MEASURED_IN = /^[（(]?(计量)?单位[:：]/;

/** Whether a paragraph is the title (表题) of the table behind it, or says what it is measured in: it is not parted from it by the end of a page. */
export function isTableTitle(blocks: readonly Placed[], index: number): boolean {
  // Tables first: few paragraphs have one below, and all are asked for every key.
  const below = blocks[index + 1]?.node;
  if (isTable(below)) return isTitleLike(blocks[index]?.node);
  return isTable(blocks[index + 2]?.node) && isTitleLike(below) && MEASURED_IN.test(textOf(below!).trim()) && isTitleLike(blocks[index]?.node);
}

const isTable = (node: Node | undefined): boolean => node?.type.name === 'table';

/** A line of text that ends no sentence. */
function isTitleLike(node: Node | undefined): boolean {
  if (!node || isTable(node) || roleOf(node) !== 'body') return false;
  const text = textOf(node).trim();
  return text !== '' && textWidth(text) <= ONE_LINE && !/[。；！？]$/.test(text);
}
