import { findTypedReferences } from '../../document/typed-references.ts';
import { chineseNumeral, readChineseNumeral } from '../../units/chinese-number.ts';
import type { Diagnostic, Place } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf } from '../survey.ts';
import type { Survey } from '../survey.ts';

/** References whose target is gone, and 本通知第九部分 typed where there are five. */
export function* referenceRules(survey: Survey): Iterable<Diagnostic> {
  yield* lost(survey);
  yield* beyond(survey);
}

function* lost({ doc, lines, numbering }: Survey): Iterable<Diagnostic> {
  for (const { pos, text, isBroken } of numbering.references.values()) {
    if (!isBroken) continue;
    const line = lines.find((each) => each.pos < pos && pos < each.end);
    const where: Place = { pos, end: pos + 1, paragraph: line?.paragraph ?? 0, ...(line ? { role: line.role } : {}) };
    const isDeleted = doc.nodeAt(pos)!.marks.some((mark) => mark.type.name === 'del');
    if (!isDeleted) yield judge('reference-lost', where, { text }, { fix: { kind: 'replaceText', from: pos, to: pos + 1, text, before: '\u{FFFC}' } });
  }
}

function* beyond({ body, lines, numbering }: Survey): Iterable<Diagnostic> {
  const last = (role: 'heading' | 'article', level: number): number =>
    Math.max(0, ...lines.filter((line) => line.part === 0 && line.role === role && line.level === level).map((line) => numbering.paragraphs.get(line.pos)?.number ?? 0));
  const counts: Readonly<Record<string, number>> = { 部分: last('heading', 1), 条: last('article', 3), 章: last('article', 1) };
  for (const line of body) {
    for (const { kind, start, text } of findTypedReferences(line.text)) {
      const [, digits, unit] = /^第([^部条章]+)(部分|条|章)/.exec(text) ?? [];
      const number = kind === 'part' ? readChineseNumeral(digits ?? '') : undefined;
      const count = counts[unit ?? ''] ?? 0;
      if (number === undefined || count === 0 || number <= count || numbering.references.has(line.at(start))) continue;
      yield judge('reference-beyond', pieceOf(line, start, start + text.length), { text, last: `第${chineseNumeral(count)}${unit}` });
    }
  }
}
