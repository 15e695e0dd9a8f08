import { readPageRange } from './page-range.ts';
import { MOST_SIDES, sidesOf } from './print-wish.ts';
import type { PrintWish } from './print-wish.ts';

/** One side of a sheet: a page of a copy, or nothing. */
export interface PrintSide {
  /** The copy it belongs to, from 1. */
  readonly copy: number;
  /** Number of the page on it, from 1; null for a side left blank. */
  readonly page: number | null;
}

/** A sheet of paper. A single-sided one has no back. */
export interface PrintSheet {
  readonly copy: number;
  readonly front: PrintSide;
  readonly back: PrintSide | null;
}

/** What goes to the printer. */
export interface PrintJob {
  readonly sheets: readonly PrintSheet[];
  /** The sides in the order in which the printer gets them. */
  readonly sides: readonly PrintSide[];
}

export type PrintProblem =
  | { readonly problem: 'unreadable' | 'beyond' | 'backwards'; readonly piece: string; readonly pages: number }
  /** Nothing is left, as the even pages of a single one. */
  | { readonly problem: 'nothing' | 'too-much'; readonly piece: string; readonly pages: number };

export type PlannedJob = ({ readonly ok: true } & PrintJob) | ({ readonly ok: false } & PrintProblem);

/**
 * Which page goes onto which side of which copy. On both sides an odd page is a front and an even one its back, so that page numbers
 * lie at the outer edge (7.5), whichever pages are asked for; every copy begins on a sheet of its own.
 */
export function planPrintJob(count: number, wish: PrintWish): PlannedJob {
  const range = readPageRange(wish.range, count);
  if (!range.ok) return { ok: false, problem: range.problem, piece: range.piece, pages: count };
  const pages = range.pages.filter((page) => wish.parity === 'all' || (page % 2 === 1) === (wish.parity === 'odd'));
  if (pages.length === 0) return { ok: false, problem: 'nothing', piece: wish.range.trim(), pages: count };
  if (pages.length * wish.copies > MOST_SIDES) return { ok: false, problem: 'too-much', piece: String(pages.length * wish.copies), pages: count };
  const sides = sidesOf(wish);
  const sheets = Array.from({ length: wish.copies }, (_, index) => sheetsOf(pages, index + 1, sides !== 'one')).flat();
  return { ok: true, sheets, sides: orderOf(sheets, wish) };
}

function sheetsOf(pages: readonly number[], copy: number, isDouble: boolean): PrintSheet[] {
  if (!isDouble) return pages.map((page) => ({ copy, front: { copy, page }, back: null }));
  const asked = new Set(pages);
  const at = (page: number): PrintSide => ({ copy, page: asked.has(page) ? page : null });
  return [...new Set(pages.map((page) => (page + 1) >> 1))].map((leaf) => ({ copy, front: at(leaf * 2 - 1), back: at(leaf * 2) }));
}

/**
 * By the printer: front, back, front, back; the last blank back is not sent. By hand: all fronts, then all backs, blank ones among
 * them, so that every sheet of the stack meets its own back; turned round where the stack comes out that way.
 */
function orderOf(sheets: readonly PrintSheet[], wish: PrintWish): PrintSide[] {
  const fronts = sheets.map(({ front }) => front);
  const backs = sheets.map(({ copy, back }) => back ?? { copy, page: null });
  switch (sidesOf(wish)) {
    case 'one':
      return fronts;
    case 'two': {
      const all = sheets.flatMap((sheet, index) => [sheet.front, backs[index]!]);
      return all.at(-1)!.page === null ? all.slice(0, -1) : all;
    }
    case 'manual': {
      const second = wish.backsReversed ? backs.toReversed() : backs;
      return wish.pass === 'fronts' ? fronts : wish.pass === 'backs' ? second : [...fronts, ...second];
    }
  }
}
