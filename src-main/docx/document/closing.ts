import type { Node } from 'prosemirror-model';
import { textOf } from '#core/document/elements.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import { CELL, LINE } from '#core/units/length.ts';
import { textWidth } from '../measure.ts';
import type { ParagraphProperties } from '../properties.ts';
import { styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** Lines left empty above the signature: room for the upper half of a seal of 42–50 mm (7.3.5.1). */
const SEAL_GAP = 2 * LINE;

/**
 * 发文机关署名 over 成文日期 with a seal (GB/T 9704—2012 7.3.5.1): the date ends four characters before the right edge, the
 * signature is centred over it. A signature too long for that stands two characters from the edge, and the date is centred under it.
 */
export function signatureLayout(writing: Writing, signatures: readonly Node[], date: Node | null, index: number): ParagraphProperties {
  const block = closingBlock(writing, signatures, date);
  return { before: index === 0 ? SEAL_GAP : 0, ...(block.left > 0 ? { align: 'center' as const, left: block.left, right: 0 } : { align: 'right' as const, left: 0, right: block.margin }) };
}

export function dateLayout(writing: Writing, signatures: readonly Node[], date: Node): ParagraphProperties {
  const block = closingBlock(writing, signatures, date);
  const before = signatures.length === 0 ? SEAL_GAP : 0;
  return block.centredOn === 'signature' && block.left > 0 ? { before, align: 'center', left: block.left, right: 0 } : { before };
}

interface ClosingBlock {
  readonly centredOn: 'date' | 'signature';
  /** Left indent of a block that reaches to the right edge and has the wanted centre; 0 where lines are too long to be centred. */
  readonly left: number;
  readonly margin: number;
}

function closingBlock(writing: Writing, signatures: readonly Node[], date: Node | null): ClosingBlock {
  const width = (node: Node): number => textWidth(textOf(node), styleOf(writing, node).size, styleOf(writing, node).spacing);
  const signature = Math.max(0, ...signatures.map(width));
  const dateMargin = writing.styles.paragraph.date.right;
  // A block from its left indent to the edge is twice as wide as its centre is far from the edge.
  const onDate = 2 * dateMargin + (date ? width(date) : 0);
  if (date && signature <= onDate) return { centredOn: 'date', left: TEXT_WIDTH - onDate, margin: dateMargin };
  const margin = date ? 2 * CELL : dateMargin;
  return { centredOn: 'signature', left: Math.max(0, TEXT_WIDTH - 2 * margin - signature), margin };
}
