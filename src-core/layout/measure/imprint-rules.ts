import { bottomOf, characters, leftGap, linesOf, mm, rightGap, runOf, SMALL_CELL_WIDTH, typeOf } from './measuring.ts';
import type { Measuring } from './measuring.ts';

/** The 版记 (7.4): its rules, its last one on the lower edge of the text block, 四号 with one character at each side. */
export function measureImprint(measuring: Measuring): void {
  const { frame, add } = measuring;
  const rules = frame.rules.filter(({ kind }) => kind === 'imprint').sort((a, b) => a.y - b.y);
  rules.forEach((rule, index) => add(index === 0 || index === rules.length - 1 ? 'imprint-outer-rule' : 'imprint-inner-rule', mm(rule.height), rule));
  const last = rules.at(-1);
  if (last) add('imprint-foot', mm(Math.abs(bottomOf(frame.textBlock) - bottomOf(last))), last);
  for (const line of linesOf(frame, 'sentTo', 'copyTo', 'printer', 'printDate')) add('imprint-type', typeOf(runOf(line)!), line);
  const first = linesOf(frame, 'copyTo')[0];
  if (first) add('copy-to-left', characters(leftGap(measuring, first), SMALL_CELL_WIDTH), first);
  for (const line of linesOf(frame, 'printer')) if (line.isFirst) add('printer-left', characters(leftGap(measuring, line), SMALL_CELL_WIDTH), line);
  for (const line of linesOf(frame, 'printDate')) if (line.isLast) add('print-date-right', characters(rightGap(measuring, line), SMALL_CELL_WIDTH), line);
}
