import { elementText } from '#core/document/elements.ts';
import { CELL } from '#core/units/length.ts';
import type { Twips } from '#core/units/length.ts';

/** How far 署名 and 成文日期 move to the right of where their right indent puts them, in twips; negative is to the left. */
export interface ClosingShift {
  readonly signature: Twips;
  readonly date: Twips;
}

/** The right indent of both in characters, and what is left of it for a signature too long to be centred over the date. */
const INDENT = 4;
const LEAST_INDENT = 2;

/**
 * The 署名 stands centred over the 成文日期 (GB/T 9704—2012 7.3.5.1); one too long for that stands two characters from
 * the edge, and the date is centred under it. The .docx writer follows the same rule.
 */
export function closingShift(doc: Parameters<typeof elementText>[0]): ClosingShift {
  const signature = Math.max(...elementText(doc, 'signature', '\n').split('\n').map(cells));
  const date = cells(elementText(doc, 'date'));
  if (signature === 0 || date === 0) return { signature: 0, date: 0 };
  if (signature <= date + 2 * INDENT) return { signature: Math.round(((signature - date) / 2) * CELL), date: 0 };
  return { signature: (INDENT - LEAST_INDENT) * CELL, date: Math.round((INDENT - LEAST_INDENT - (signature - date) / 2) * CELL) };
}

/** Characters of the body face: Western letters and digits take half of one. */
const cells = (text: string): number => [...text].reduce((sum, character) => sum + (character < '\u{80}' ? 0.5 : 1), 0);
