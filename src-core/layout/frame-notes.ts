import { footnoteLabel } from '../document/footnotes.ts';
import type { RuleFrame } from './frames.ts';
import { numberOnPage, NOTE_GAP, notePitch, notesHeight } from './page-notes.ts';
import { bottomOf, leftOf, widthOf } from './pages.ts';
import type { LaidPage, Piece } from './pages.ts';
import { fromMillimetres } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** A part of a footnote, ready to be framed, and the position of its mark, the page's shift left out. */
export interface NotePiece {
  readonly piece: Piece;
  readonly pos: number;
}

/** A quarter of the text block wide, as word processors draw it; thinner than any rule of the standard. */
const RULE: Millipoints = fromMillimetres(0.2);

/** The footnotes of a page, the last line of the last one on the lower edge of the text block, or above the 版记. */
export function notePieces(page: LaidPage): NotePiece[] {
  let y = bottomOf(page) - page.foot - notesHeight(page) + NOTE_GAP;
  const pieces: NotePiece[] = [];
  for (const { laid, pos, number, first, last } of page.notes) {
    if (last === first) continue;
    const pitch = notePitch(laid);
    pieces.push({ pos, piece: { laid, pos, role: 'footnote', align: laid.form.align, x: leftOf(page), y, pitch, first, last, isRepeated: false, isText: false, item: -1, numbers: new Map([[0, number]]) } });
    y += (last - first) * pitch;
  }
  return pieces;
}

/** The rule above them; null on a page without. */
export function noteRule(page: LaidPage): RuleFrame | null {
  const height = notesHeight(page);
  if (height === 0) return null;
  return { x: leftOf(page), y: bottomOf(page) - page.foot - height + ((NOTE_GAP - RULE) >> 1), width: Math.floor(widthOf(page) / 4), height: RULE, color: 'black', kind: 'note' };
}

/** What the mark of a footnote says, by its place in a piece. */
export const markLabel = (page: LaidPage, { pos, numbers }: Piece, at: number): string => footnoteLabel(numbers?.get(at) ?? numberOnPage(page, pos + 1 + at) ?? 1);
