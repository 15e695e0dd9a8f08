import type { Placed } from '../document/divide.ts';
import type { Node } from 'prosemirror-model';
import { closingOf, placeClosing } from '../document/closing.ts';
import type { ClosingPlace } from '../document/closing.ts';
import { isOneLine } from '../document/elements.ts';
import { TEXT_WIDTH } from '../template/styles.ts';
import { LINE } from '../units/length.ts';
import type { Twips } from '../units/length.ts';
import { formOf, paragraphItem, styleOf } from './paragraph-item.ts';
import type { Composing, ParagraphItem } from './items.ts';
import type { Local } from './paragraph-item.ts';
import { widthOfWords } from './lay-paragraph.ts';
import { fromMillimetres, fromTwips, twipsOf } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** The 署名 that follow one another, and the date below them. */
export interface ClosingGroup {
  readonly signatures: readonly Placed[];
  readonly date: Placed | null;
}

/** A seal of 42 mm: the size of offices below the provinces (国发〔1999〕25号). Larger ones are drawn over the same middle. */
export const SEAL_DIAMETER: Millipoints = fromMillimetres(42);

/** A 签名章 is as high as the line it stands on and half a line above and below; as wide as the name. */
const NAME_SEAL_HEIGHT: Millipoints = fromMillimetres(16);

/**
 * The 落款 in all its forms (7.3.5), the places those of core/document/closing.ts. Under seals a circle stands over each 署名, over
 * the last one and the date: its middle a little above theirs (下压), its top within a line of the text.
 */
export function composeClosing(composing: Composing, { signatures, date }: ClosingGroup, hasNote: boolean): ParagraphItem[] {
  const width = (node: Node, pos: number): Twips => {
    const style = styleOf(composing, node);
    return twipsOf(widthOfWords(composing.setting, node, pos, formOf(composing, style, TEXT_WIDTH, { align: 'left' }), composing.numbering));
  };
  const widths = signatures.map(({ node, pos }) => width(node, pos));
  const dateWidth = date ? width(date.node, date.pos) : 0;
  const kind = closingOf(composing.doc, composing.styles.closing, (signatures[0] ?? date)?.pos);
  const places = placeClosing(kind, widths, dateWidth, signatures.every(({ node }) => isOneLine(node)));
  const lastRow = places.signatures.findLastIndex((place) => place.column === 0);
  const items = signatures.map((placed, index) => {
    const place = places.signatures[index]!;
    // With the date below it, the middle of the block is half a line lower than that of the 署名.
    const isOverDate = date !== null && index >= lastRow;
    const middle = Math.round(fromTwips(LINE) * (isOverDate ? 0.75 : 0.25));
    const local: Local = {
      before: place.before, ...roomFor(widths[index]!, place), firstLine: 0, align: place.align, isBeside: place.column > 0, closes: true, keepsWithNext: true,
      ...(kind === 'sealed' ? { seal: { radius: SEAL_DIAMETER >> 1, down: middle, box: null } } : kind === 'signed' ? { seal: { radius: 0, down: fromTwips(LINE) >> 1, box: NAME_SEAL_HEIGHT } } : {}),
    };
    return paragraphItem(composing, placed, TEXT_WIDTH, local);
  });
  if (!date) return items;
  const { before, align } = places.date;
  return [...items, paragraphItem(composing, date, TEXT_WIDTH, { before, ...roomFor(dateWidth, places.date), firstLine: 0, align, closes: true, keepsWithNext: hasNote })];
}

/** A place too narrow for its words gives up its indents, the right one first: a 署名 of many lines of one character is none. */
function roomFor(width: Twips, place: ClosingPlace): { left: Twips; right: Twips } {
  const left = Math.max(0, place.left);
  const right = Math.max(0, place.right);
  const isNarrow = TEXT_WIDTH - left - right < width;
  const nearer = isNarrow ? Math.max(0, Math.min(right, TEXT_WIDTH - left - width)) : right;
  return { left: isNarrow ? Math.max(0, Math.min(left, TEXT_WIDTH - nearer - width)) : left, right: nearer };
}
