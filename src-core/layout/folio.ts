import { numberDocument } from '../document/numbering.ts';
import { schema } from '../document/schema.ts';
import type { ResolvedStyles } from '../template/styles.ts';
import { SMALL_CELL } from '../units/length.ts';
import { wordsItem } from './paragraph-item.ts';
import type { ParagraphItem } from './items.ts';
import type { Setting } from './lay-paragraph.ts';
import { bottomOf, leftOf } from './pages.ts';
import type { LaidPage } from './pages.ts';
import { fromMillimetres, fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** A page number ready to be framed: its words, where its line begins, how it is turned. */
export interface Folio {
  readonly item: ParagraphItem;
  readonly x: Millipoints;
  readonly baseline: Millipoints;
  readonly turn: { readonly x: Millipoints; readonly y: Millipoints } | null;
}

/** From the baseline up to the middle of a dash, in 1/1000 of the size. */
const DASH_HEIGHT = 380;

const NOTHING = { doc: schema.nodes.doc.create(null, schema.nodes.para.create()), numbering: numberDocument(schema.nodes.doc.create(null, schema.nodes.para.create())) };

/**
 * — 1 — in 四号 宋体, its dashes 7 mm below the text block, one character from the right edge on odd pages, from the left on even
 * ones (7.5). On a landscape page it stays where the upright paper has it (8): at the left, read from top to bottom.
 */
export function layFolio(setting: Setting, styles: ResolvedStyles, page: LaidPage): Folio | null {
  if (page.folio === null) return null;
  const { geometry, isTurned } = page;
  const isOdd = page.number % 2 === 1;
  const measure = isTurned ? geometry.height - geometry.top - geometry.bottom : geometry.width - geometry.left - geometry.right;
  const local = isOdd ? { align: 'right', left: 0, right: SMALL_CELL, firstLine: 0 } as const : { align: 'left', left: SMALL_CELL, right: 0, firstLine: 0 } as const;
  const item = wordsItem({ ...NOTHING, styles, setting }, `— ${page.folio} —`, 'pageNumber', 0, measure, local);
  const below = fromMillimetres(7) + Math.round((styles.paragraph.pageNumber.size * 500 * DASH_HEIGHT) / 1000);
  if (!isTurned) return { item, x: leftOf(page) + item.x, baseline: bottomOf(page) + below, turn: null };
  return { item, x: item.x, baseline: 0, turn: { x: fromTwips(geometry.left) - below, y: fromTwips(geometry.top) } };
}
