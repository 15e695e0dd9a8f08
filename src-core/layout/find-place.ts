import type { Layout } from './layout-document.ts';
import type { LineFrame } from './frames.ts';
import type { LaidPage, Piece } from './pages.ts';
import type { Millipoints } from './unit.ts';

/** Where a caret stands: on which page and in which of its lines (both from 0; cells side by side share their lines), and its box on the page. */
export interface CaretPlace {
  readonly page: number;
  readonly line: number;
  readonly x: Millipoints;
  readonly y: Millipoints;
  readonly height: Millipoints;
}

/** The page (by index) that holds a position of the document; null for a position between blocks that is on none. */
export function findPage(layout: Layout, pos: number): number | null {
  const { pages } = layout;
  for (let index = 0; index < pages.length; index++) {
    const page = pages[index]!;
    // All other pages are passed over by what they hold at all.
    const [first, last] = rangeOf(page);
    const at = pos - page.shift;
    if (at < first || at > last) continue;
    for (const piece of page.pieces) {
      if (piece.isRepeated) continue;
      const { from, to } = placesOf(piece);
      // The end of one page is the beginning of the next: the caret goes where typing goes on.
      if (at >= from && (at < to || (at === to && piece.last === piece.laid.lines.length))) return index;
    }
  }
  return nearestPage(pages, pos);
}

/** The page of the text nearest to a position between paragraphs. */
function nearestPage(pages: readonly LaidPage[], pos: number): number | null {
  let nearest: number | null = null;
  let least = Infinity;
  pages.forEach((page, index) => {
    const at = pos - page.shift;
    for (const piece of page.pieces) {
      if (piece.isRepeated) continue;
      const { from, to } = placesOf(piece);
      const distance = at < from ? from - at : at - to;
      if (distance >= least) continue;
      least = distance;
      nearest = index;
    }
  });
  return nearest;
}

/** The first and last place of the caret in a piece, its page's shift left out. */
const placesOf = ({ pos, laid, first, last }: Piece): { from: number; to: number } => ({ from: pos + 1 + laid.lines[first]!.from, to: pos + 1 + laid.lines[last - 1]!.to });

/** The first and last position that stands on a page, its shift left out. */
function rangeOf(page: LaidPage): readonly [number, number] {
  if (page.range) return page.range;
  let [first, last] = [Infinity, -Infinity];
  for (const piece of page.pieces) {
    if (piece.isRepeated) continue;
    const { from, to } = placesOf(piece);
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return (page.range = [first, last]);
}

/** Where the caret of a position stands on paper; null where the position is on no page. */
export function findCaret(layout: Layout, pos: number): CaretPlace | null {
  const page = findPage(layout, pos);
  if (page === null) return null;
  const { lines } = layout.frame(page);
  let best = -1;
  for (const [index, line] of lines.entries()) {
    if (line.paragraph === null || line.isRepeated || pos < line.from || pos > line.to) continue;
    best = index;
    if (pos < line.to) break;
  }
  if (best < 0) return null;
  const line = lines[best]!;
  return { page, line: linesAbove(lines, line), x: caretX(line, pos), y: line.y, height: line.height };
}

/** How many lines one under the other stand above a line, as an eye counts them down the page. */
function linesAbove(lines: readonly LineFrame[], { y, height }: LineFrame): number {
  const above = lines.filter((each) => each.y + each.height <= y + height / 2).sort((a, b) => a.y + a.height - b.y - b.height);
  let count = 0;
  let bottom = -Infinity;
  for (const each of above) {
    if (each.y + each.height / 2 < bottom) continue;
    count++;
    bottom = each.y + each.height;
  }
  return count;
}

function caretX(line: LineFrame, pos: number): Millipoints {
  let x = line.runs[0]?.xs[0] ?? line.x;
  for (const run of line.runs) {
    for (let i = 0; i < run.xs.length; i++) {
      // A computed label stands before the text it labels; the words of a reference are one position.
      if (run.positions[i]! >= pos && !run.isComputed) return run.xs[i]!;
      if (run.isComputed && run.positions[i]! > pos) return run.xs[i]!;
      x = run.xs[i]! + run.advances[i]!;
    }
  }
  return x;
}

/** The position of the document nearest to a point of a page (by index); null on a page without text. */
export function findPosition(layout: Layout, page: number, x: Millipoints, y: Millipoints): number | null {
  let best: LineFrame | undefined;
  let least = Infinity;
  for (const line of layout.frame(page).lines) {
    if (line.note !== null && y >= line.y && y < line.y + line.height) return line.note;
    if (line.paragraph === null || line.isRepeated) continue;
    const down = y < line.y ? line.y - y : Math.max(0, y - line.y - line.height);
    const aside = x < line.x ? line.x - x : Math.max(0, x - line.x - line.width);
    const distance = down * 1000 + aside;
    if (distance >= least) continue;
    least = distance;
    best = line;
  }
  if (!best) return null;
  for (const run of best.runs) {
    for (let i = 0; i < run.xs.length; i++) {
      if (x < run.xs[i]! + run.advances[i]! / 2) return Math.min(Math.max(run.positions[i]!, best.from), best.to);
    }
  }
  return best.to;
}
