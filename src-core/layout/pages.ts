import type { PageGeometry, ParagraphStyle, StyleKey } from '../template/styles.ts';
import type { ParagraphItem } from './items.ts';
import type { CellFrame, RuleFrame, SealFrame } from './frames.ts';
import type { LaidParagraph } from './lay-paragraph.ts';
import { notesOf, putNotes, runOn } from './page-notes.ts';
import type { PlacedNote } from './page-notes.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** Lines first … last−1 of a paragraph on a page, one pitch below the other. */
export interface Piece {
  readonly laid: LaidParagraph;
  readonly pos: number;
  readonly role: StyleKey;
  readonly align: ParagraphStyle['align'];
  /** Left edge of the paragraph and top of its first line here, on the page. */
  readonly x: Millipoints;
  readonly y: Millipoints;
  readonly pitch: Millipoints;
  readonly first: number;
  readonly last: number;
  readonly isRepeated: boolean;
  /** Text as 7.1 and 7.3.5.5 mean it; tables are. */
  readonly isText: boolean;
  /** Its place among the items of its section; −1 where it does not flow. */
  readonly item: number;
  /** Numbers of marks whose notes stand on another page, by their place in the paragraph: a cell over rows of several pages. */
  readonly numbers?: ReadonlyMap<number, number>;
}

/** A page as the flow leaves it: pieces of paragraphs. Lines and characters are made when the page is asked for (frame-page.ts). */
export interface LaidPage {
  readonly number: number;
  readonly geometry: PageGeometry;
  readonly isTurned: boolean;
  /** Its printed number; null where none is. */
  folio: number | null;
  /** What is to be added to all positions on it: a page taken over behind a change. */
  readonly shift: number;
  readonly pieces: Piece[];
  readonly rules: RuleFrame[];
  readonly cells: CellFrame[];
  readonly seals: SealFrame[];
  /** In the order of their marks, what runs on from the page before first. */
  readonly notes: PlacedNote[];
  /** What stands at the foot of the text block below the notes: the 版记. */
  foot: Millipoints;
  hasText: boolean;
  /** The first and last position on it, its shift left out; null until somebody asks (find-place.ts). */
  range: readonly [number, number] | null;
}

/** Where the next line goes. */
export interface Cursor {
  readonly pages: LaidPage[];
  page: LaidPage;
  y: Millipoints;
  /** Nothing flows above on this page. */
  isTop: boolean;
}

export const topOf = ({ geometry }: LaidPage): Millipoints => fromTwips(geometry.top);
export const bottomOf = ({ geometry }: LaidPage): Millipoints => fromTwips(geometry.height - geometry.bottom);
export const leftOf = ({ geometry }: LaidPage): Millipoints => fromTwips(geometry.left);
export const widthOf = ({ geometry }: LaidPage): Millipoints => fromTwips(geometry.width - geometry.left - geometry.right);

/** Nothing stands on its page yet, no note that runs on either: another page would give no more room. */
export const isClear = ({ page, isTop }: Cursor): boolean => isTop && page.notes.length === 0;

/** Begins a page of that geometry. */
export function addPage(pages: LaidPage[], geometry: PageGeometry, isTurned: boolean): LaidPage {
  const page: LaidPage = { number: pages.length + 1, geometry, isTurned, folio: pages.length + 1, shift: 0, pieces: [], rules: [], cells: [], seals: [], notes: [], foot: 0, hasText: false, range: null };
  pages.push(page);
  return page;
}

export function nextPage(cursor: Cursor): void {
  const before = cursor.page;
  cursor.page = addPage(cursor.pages, before.geometry, before.isTurned);
  cursor.y = topOf(cursor.page);
  runOn(before, cursor.page, cursor.y);
  cursor.isTop = true;
}

/** Puts lines of a paragraph on a page at a height, and the notes to them at its foot. */
export function putLines(page: LaidPage, item: ParagraphItem, first: number, last: number, y: Millipoints, index = -1, low = y + (last - first) * item.pitch): void {
  const { laid, pos, role, align, pitch } = item;
  page.pieces.push({ laid, pos, role, align, x: leftOf(page) + item.x, y, pitch, first, last, isRepeated: false, isText: item.isText, item: index });
  if (item.isText) page.hasText = true;
  if (laid.notes.length > 0) putNotes(page, notesOf(item, first, last, index), low);
}
