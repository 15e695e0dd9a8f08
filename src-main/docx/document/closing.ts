import type { Node } from 'prosemirror-model';
import { textOf } from '#core/document/elements.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import { CELL, LINE } from '#core/units/length.ts';
import type { Twips } from '#core/units/length.ts';
import { textWidth } from '../measure.ts';
import type { ParagraphProperties } from '../properties.ts';
import { styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** Lines left empty above the signature: room for the upper half of a seal of 42–50 mm (7.3.5.1). */
const SEAL_GAP = 2 * LINE;

/**
 * 发文机关署名 over 成文日期 with a seal (GB/T 9704—2012 7.3.5.1): the date ends four characters before the right edge, the
 * signature is centred over it. A signature too long for that ends two characters before the edge, and the date is centred under it.
 */
export function signatureLayout(writing: Writing, signatures: readonly Node[], date: Node | null, index: number): ParagraphProperties {
  return { before: index === 0 ? SEAL_GAP : 0, ...centred(closingBlock(writing, signatures, date)) };
}

export function dateLayout(writing: Writing, signatures: readonly Node[], date: Node): ParagraphProperties {
  const block = closingBlock(writing, signatures, date);
  const before = signatures.length === 0 ? SEAL_GAP : 0;
  return block.isOnDate ? { before } : { before, ...centred(block) };
}

interface ClosingBlock {
  /** Where a block begins that reaches to the right edge and has the wanted middle. */
  readonly left: Twips;
  readonly isOnDate: boolean;
}

const centred = ({ left }: ClosingBlock): ParagraphProperties => ({ align: 'center', left, right: 0 });

function closingBlock(writing: Writing, signatures: readonly Node[], date: Node | null): ClosingBlock {
  const width = (node: Node): Twips => textWidth(textOf(node), styleOf(writing, node).size, styleOf(writing, node).spacing);
  const signature = Math.max(0, ...signatures.map(width));
  const margin = writing.styles.paragraph.date.right;
  // A block that reaches to the edge is twice as wide as its middle is far from the edge.
  const onDate = 2 * margin + (date ? width(date) : signature);
  if (signature <= onDate && onDate <= TEXT_WIDTH) return { left: TEXT_WIDTH - onDate, isOnDate: date !== null };
  return { left: Math.max(0, TEXT_WIDTH - 2 * LONG_MARGIN - signature), isOnDate: false };
}

const LONG_MARGIN: Twips = 2 * CELL;
