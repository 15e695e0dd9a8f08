import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { placeOf, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';
import { readTypedLabel } from '../typed-label.ts';

/**
 * Gaps, doubles and steps back among numbers a person stated: typed ones, and headings told where to start. A level may
 * start afresh under each higher one or run on through the whole part (numbering: reset or continuous, both are in use).
 */
export function* numberOrder({ lines, numbering }: Survey): Iterable<Diagnostic> {
  let part = 0;
  const last = [0, 0, 0, 0, 0];
  const highest = [0, 0, 0, 0, 0];
  for (const line of lines) {
    if (line.part === -1) return;
    if (line.part !== part) {
      part = line.part;
      last.fill(0);
      highest.fill(0);
    }
    const label = readLabel(line, numbering);
    if (!label) continue;
    const { level, number } = label;
    const before = last[level]!;
    const runsOn = number === highest[level]! + 1;
    if (label.isStated && highest[level]! > 0 && number !== 1 && number !== before + 1 && !runsOn) {
      const code = number === before ? 'number-double' : number > before ? 'number-gap' : 'number-disorder';
      const args = { text: label.text, number, expected: before + 1 };
      yield judge(code, placeOf(line), args, line.role === 'heading' ? { fix: { kind: 'continueNumber', pos: line.pos, before: storedText(line) } } : {});
    }
    last[level] = number;
    highest[level] = number;
    last.fill(0, level + 1);
  }
}

interface Stated {
  readonly level: number;
  readonly number: number;
  readonly text: string;
  readonly isStated: boolean;
}

function readLabel(line: Line, numbering: Survey['numbering']): Stated | undefined {
  if (line.role === 'heading') {
    const label = numbering.paragraphs.get(line.pos);
    return label && { level: line.level, number: label.number, text: label.text, isStated: line.node.attrs.startAt !== null };
  }
  const typed = line.role === 'body' ? readTypedLabel(line.text) : undefined;
  return typed && !typed.isDoubtful && typed.level <= 4 ? { level: typed.level, number: typed.number, text: typed.text, isStated: true } : undefined;
}
