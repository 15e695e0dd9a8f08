import type { ResolvedStyles } from '#core/template/styles.ts';
import { CELL, LINE } from '#core/units/length.ts';
import { lineWidth } from '../measure.ts';
import type { ParagraphProperties } from '../properties.ts';

/**
 * 附件说明 (GB/T 9704—2012 7.3.4): one line below the text, two characters in, further lines under the first character of the
 * name; numbers stand one below the other, and the numbers' own width decides how far the names hang.
 */
export function attachmentNoteLayout(label: string, isFirst: boolean, styles: ResolvedStyles): ParagraphProperties {
  const { size, spacing } = styles.paragraph.attachmentNote;
  const number = lineWidth(label.replace('附件：', ''), size, spacing);
  const names = 5 * CELL + number;
  return isFirst ? { before: LINE, left: names, firstLine: -(3 * CELL + number) } : { before: 0, left: names, firstLine: -number };
}
