import type { PageFrame, RunFrame } from '../layout/frames.ts';
import { fromMillimetres } from '../layout/unit.ts';
import { LAST_COPY_NUMBER } from './print-wish.ts';
import type { PrintWish } from './print-wish.ts';

/** 份号 has six digits, zeros before it (7.2.1). */
export const writeCopyNumber = (number: number): string => String(Math.min(number, LAST_COPY_NUMBER)).padStart(6, '0');

/** Whether 份号 stands on a page. */
export const bearsCopyNumber = ({ lines }: PageFrame): boolean => lines.some(({ role }) => role === 'copyNumber');

/**
 * A page as it is printed: where the seals go is not drawn; with a pre-printed head (套打) what is red is left out, and all of it is
 * moved. `copyNumber` takes the place of the one laid out, digit by digit: both have the same number of them.
 */
export function printFrame(frame: PageFrame, { overprint, offsetX, offsetY }: Pick<PrintWish, 'overprint' | 'offsetX' | 'offsetY'>, copyNumber: string | null): PageFrame {
  const numbered = copyNumber === null ? frame : withCopyNumber(frame, copyNumber);
  const black = overprint ? withoutRed(numbered) : numbered;
  const bare = { ...black, seals: [] };
  return overprint ? moveFrame(bare, fromMillimetres(offsetX / 10), fromMillimetres(offsetY / 10)) : bare;
}

/** What a head has that comes printed (版头、双线): everything red. */
function withoutRed(frame: PageFrame): PageFrame {
  return {
    ...frame,
    rules: frame.rules.filter(({ color }) => color !== 'red'),
    lines: frame.lines.map((line) => ({ ...line, runs: line.runs.filter(({ color }) => color !== 'red') })),
  };
}

function withCopyNumber(frame: PageFrame, number: string): PageFrame {
  const digits = [...number];
  return {
    ...frame,
    lines: frame.lines.map((line) => {
      if (line.role !== 'copyNumber') return line;
      let at = 0;
      return { ...line, runs: line.runs.map((run): RunFrame => ({ ...run, text: run.text.replace(/\d/gu, (digit) => digits[at++] ?? digit) })) };
    }),
  };
}

/** All of a page, so far to the right and down. */
export function moveFrame(frame: PageFrame, right: number, down: number): PageFrame {
  if (right === 0 && down === 0) return frame;
  const box = <T extends { readonly x: number; readonly y: number }>(each: T): T => ({ ...each, x: each.x + right, y: each.y + down });
  return {
    ...frame,
    textBlock: box(frame.textBlock), rules: frame.rules.map(box), cells: frame.cells.map(box), seals: frame.seals.map(box),
    lines: frame.lines.map((line) => {
      // The number of a landscape page stands where its turning point is; the rest of it is reckoned from there.
      if (line.turn) return { ...line, turn: box(line.turn) };
      return { ...box(line), baseline: line.baseline + down, runs: line.runs.map((run) => ({ ...run, xs: run.xs.map((x) => x + right) })) };
    }),
  };
}
