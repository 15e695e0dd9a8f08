import type { Layout } from '#core/layout/layout-document.ts';

/** Where the pages of a document lie one below the other, in pixels. */
export interface PageStack {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  readonly height: number;
  readonly width: number;
}

const TWIPS_A_POINT = 20;

/** Pages below one another with `gap` pixels between and around; `scale` is pixels of a point. */
export function stackPages({ pages }: Pick<Layout, 'pages'>, scale: number, gap: number): PageStack {
  const tops: number[] = [];
  const heights: number[] = [];
  const widths: number[] = [];
  let top = gap;
  for (const { geometry } of pages) {
    const height = (geometry.height / TWIPS_A_POINT) * scale;
    tops.push(top);
    heights.push(height);
    widths.push((geometry.width / TWIPS_A_POINT) * scale);
    top += height + gap;
  }
  return { tops, heights, widths, height: top, width: Math.max(0, ...widths) + 2 * gap };
}

/** The first and last page that show between two heights. */
export function pagesBetween({ tops, heights }: PageStack, from: number, to: number): [number, number] {
  let first = 0;
  while (first < tops.length - 1 && tops[first]! + heights[first]! < from) first++;
  let last = first;
  while (last < tops.length - 1 && tops[last + 1]! < to) last++;
  return [first, last];
}
