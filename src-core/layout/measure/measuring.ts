import type { Closing, Format } from '../../template/template.ts';
import { CELL, LINE, SMALL_CELL } from '../../units/length.ts';
import type { StyleKey } from '../../template/styles.ts';
import type { Box, LineFrame, PageFrame, RunFrame } from '../frames.ts';
import { fromTwips, millimetresOf } from '../unit.ts';
import type { Millipoints } from '../unit.ts';
import type { LayoutRuleId, Quantity } from './measurement.ts';

/** What the rules of one page measure with: its frame, what kind of document it is of, and where to put what was found. */
export interface Measuring {
  readonly frame: PageFrame;
  readonly isFirst: boolean;
  readonly pages: number;
  readonly format: Format;
  readonly closing: Closing;
  /** `required` where the rule hangs on the document; `clause` likewise. */
  add(rule: LayoutRuleId, measured: Quantity, box: Box, own?: { readonly required?: Quantity; readonly clause?: string }): void;
}

export const PITCH = fromTwips(LINE);
export const CELL_WIDTH = fromTwips(CELL);
export const SMALL_CELL_WIDTH = fromTwips(SMALL_CELL);

const round = (value: number): number => Math.round(value * 100) / 100 + 0;
export const mm = (length: Millipoints): Quantity => ({ unit: 'mm', value: round(millimetresOf(length)) });
export const lines = (length: Millipoints): Quantity => ({ unit: 'line', value: round(length / PITCH) });
export const characters = (length: Millipoints, cell: Millipoints = CELL_WIDTH): Quantity => ({ unit: 'character', value: round(length / cell) });
export const count = (unit: 'line' | 'character', value: number): Quantity => ({ unit, value });

/** The lines of an element on a page, those repeated left out. */
export const linesOf = ({ lines: all }: PageFrame, ...roles: readonly StyleKey[]): LineFrame[] => all.filter((line) => roles.includes(line.role) && !line.isRepeated && line.runs.length > 0);

const HAN = /[\u3400-\u9fff]/;
/** The run that shows what an element is set in: its first with Han, else its first. */
export const runOf = (line: LineFrame): RunFrame | undefined => line.runs.find((run) => HAN.test(run.text) && !run.isComputed) ?? line.runs.find((run) => HAN.test(run.text)) ?? line.runs[0];
export const typeOf = (run: RunFrame): Quantity => ({ unit: 'type', font: run.font, size: run.size });

/** Where the first character begins and the last one ends. Blanks at the end are not seen. */
export function inkOf(line: LineFrame): { left: Millipoints; right: Millipoints } {
  let right = line.x;
  for (const run of line.runs) [...run.text].forEach((character, at) => { if (character.trim() !== '') right = Math.max(right, run.xs[at]! + run.advances[at]!); });
  return { left: line.runs[0]?.xs[0] ?? line.x, right };
}

/** Upper and lower edge of the Han characters of a line: 88 % of their size above the baseline, 12 % below. */
export function glyphsOf(line: LineFrame): { top: Millipoints; bottom: Millipoints } {
  const size = Math.max(0, ...line.runs.map((run) => run.size));
  return { top: line.baseline - Math.round(size * 0.88), bottom: line.baseline + Math.round(size * 0.12) };
}

export const bottomOf = (box: Box): Millipoints => box.y + box.height;

/** Distances of the ink of a line from the edges of the text block. */
export const leftGap = ({ frame }: Measuring, line: LineFrame): Millipoints => inkOf(line).left - frame.textBlock.x;
export const rightGap = ({ frame }: Measuring, line: LineFrame): Millipoints => frame.textBlock.x + frame.textBlock.width - inkOf(line).right;

/** The lowest line above a height, page numbers left out; of the roles given where there are any. */
export function lineAbove({ lines: all }: PageFrame, y: Millipoints, roles?: ReadonlySet<StyleKey>): LineFrame | undefined {
  let found: LineFrame | undefined;
  for (const line of all) if (line.paragraph !== null && line.y < y && (!roles || roles.has(line.role)) && (!found || bottomOf(line) > bottomOf(found))) found = line;
  return found;
}
