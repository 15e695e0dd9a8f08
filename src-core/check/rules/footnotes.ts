import { footnotesOf } from '../../document/footnotes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import type { Survey } from '../survey.ts';

/** The text of an official document bears no footnotes: the standard's elements (7.1) have none. Its annexes may. */
export function* footnoteRules({ doc, lines, isFormal }: Survey): Iterable<Diagnostic> {
  if (!isFormal) return;
  const found = footnotesOf(doc).flatMap(({ pos }) => {
    const line = lines.find((each) => each.pos < pos && pos < each.end);
    return line && line.part <= 0 ? [{ pos, line }] : [];
  });
  const [first] = found;
  if (first) yield judge('footnote-in-text', { pos: first.pos, end: first.pos + 1, role: first.line.role, paragraph: first.line.paragraph }, { count: found.length });
}
