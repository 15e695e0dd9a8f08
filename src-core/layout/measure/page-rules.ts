import { fromMillimetres } from '../unit.ts';
import { characters, count, leftGap, linesOf, mm, rightGap, runOf, SMALL_CELL_WIDTH, typeOf } from './measuring.ts';
import type { Measuring } from './measuring.ts';

/** From the baseline up to the middle of a dash, in 1/1000 of the size, as the page number is set (folio.ts). */
const DASH_HEIGHT = 380;

/** Paper and text block (5.1, 5.2), and the page number (7.5). Landscape pages are turned: their margins stand elsewhere (8). */
export function measurePage(measuring: Measuring): void {
  const { frame, add } = measuring;
  const { width, height, textBlock } = frame;
  const whole = { x: 0, y: 0, width, height };
  add('paper-width', mm(Math.min(width, height)), whole);
  add('paper-height', mm(Math.max(width, height)), whole);
  if (width > height) return;
  add('top-margin', mm(textBlock.y), { x: textBlock.x, y: 0, width: textBlock.width, height: textBlock.y });
  add('binding-margin', mm(textBlock.x), { x: 0, y: textBlock.y, width: textBlock.x, height: textBlock.height });
  add('text-width', mm(textBlock.width), textBlock);
  add('text-height', mm(textBlock.height), textBlock);
  for (const line of linesOf(frame, 'body')) {
    const run = runOf(line)!;
    add('body-type', typeOf(run), line);
    add('lines-a-page', count('line', Math.floor(textBlock.height / line.height)), line);
    const full = run.advances[0]!;
    if (full > 0 && run.text.codePointAt(0)! >= 0x3400) add('characters-a-line', count('character', Math.floor((textBlock.width + fromMillimetres(0.1)) / full)), line);
  }
  for (const line of linesOf(frame, 'pageNumber')) {
    // Its digits are 宋体, and so are its dashes.
    const size = line.runs[0]!.size;
    add('folio-type', typeOf(line.runs[0]!), line);
    add('folio-below', mm(line.baseline - Math.round((size * DASH_HEIGHT) / 1000) - textBlock.y - textBlock.height), line);
    add('folio-side', characters(frame.number % 2 === 1 ? rightGap(measuring, line) : leftGap(measuring, line), SMALL_CELL_WIDTH), line);
  }
}
