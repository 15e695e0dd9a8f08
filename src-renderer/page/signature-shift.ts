import { widthOf } from '#core/document/break-title.ts';
import { elementText } from '#core/document/elements.ts';
import { CELL } from '#core/units/length.ts';

/**
 * How far to the right the 署名 moves from where its right indent puts it, in twips, so that it stands centred over the
 * 成文日期 (GB/T 9704—2012 7.3.5.1). It never passes the edge of the 版心.
 */
export function signatureShift(doc: Parameters<typeof elementText>[0]): number {
  const signature = widthOf(elementText(doc, 'signature'));
  const date = widthOf(elementText(doc, 'date'));
  if (signature === 0 || date === 0) return 0;
  return Math.round(Math.min((signature - date) / 2, 4) * CELL);
}
