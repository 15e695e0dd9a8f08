import { roleName } from '../../document/roles.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';
import { readTypedLabel } from '../typed-label.ts';

/** How headings stand to one another: too deep, a level left out, alone on their level; and their last character (N30). */
export function* headingLevels({ lines }: Survey): Iterable<Diagnostic> {
  const parts = Map.groupBy(lines.filter(({ part }) => part >= 0), ({ part }) => part);
  for (const part of parts.values()) {
    yield* depth(part);
    yield* skips(part);
    yield* singles(part);
    yield* punctuation(part);
  }
}

/** The standard knows four levels; ① below them is seen in print: a hint. */
function* depth(lines: readonly Line[]): Iterable<Diagnostic> {
  for (const line of lines) {
    if (line.role !== 'heading' || line.level <= 4) continue;
    yield judge('too-deep', placeOf(line), { level: line.level }, { fix: { kind: 'setRole', paragraphs: [{ pos: line.pos, role: 'heading', level: 4, runIn: line.runIn, cut: 0 }], before: storedText(line) }, ...(line.level === 5 ? { severity: 'hint' } : {}) });
  }
}

const isHeading = ({ role, level }: Line): boolean => role === 'heading' && level >= 1 && level <= 4;

/** 一、 may be followed by 1. at once where （一） is used nowhere (7.3.3: 可以用); any other step of two is looked at. */
function* skips(lines: readonly Line[]): Iterable<Diagnostic> {
  const headings = lines.filter(isHeading);
  const levels = new Set(headings.map(({ level }) => level));
  let before = 0;
  for (const line of headings) {
    const isTwoLevels = before === 1 && line.level === 3 && !levels.has(2);
    const lacksParent = before === 0 ? line.level > Math.min(...levels) : line.level > before + 1;
    if (lacksParent && !isTwoLevels) yield judge('level-skip', placeOf(line), { role: roleName('heading', line.level), missing: roleName('heading', before === 0 ? Math.min(...levels) : before + 1) });
    before = line.level;
  }
}

/** （一） without （二）: what is alone needs no number. A heading told where to start is a piece of something longer. */
function* singles(lines: readonly Line[]): Iterable<Diagnostic> {
  const open: ({ line: Line; count: number } | undefined)[] = [];
  const close = function* (level: number): Iterable<Diagnostic> {
    for (const group of open.splice(level)) {
      if (group?.count === 1 && group.line.role === 'heading' && group.line.node.attrs.startAt === null) yield judge('single-item', placeOf(group.line), { role: roleName('heading', group.line.level) });
    }
  };
  for (const line of lines) {
    const level = isHeading(line) ? line.level : line.role === 'body' ? (readTypedLabel(line.text)?.level ?? 0) : 0;
    if (level === 0) continue;
    yield* close(level + 1);
    const group = open[level];
    if (group) group.count++;
    else open[level] = { line, count: 1 };
  }
  yield* close(0);
}

/**
 * A heading with its text below it ends without punctuation (N30); 如下： leads into that text. Numbered sentences are no
 * headings. A full stop after （一）… is what remains of a lead sentence, and seen in print: a hint.
 */
function* punctuation(lines: readonly Line[]): Iterable<Diagnostic> {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!isHeading(line) || line.runIn || line.level > 2 || next?.role !== 'body' || next.text === '') continue;
    const { text } = line;
    const mark = /[。；，：]$/.exec(text)?.[0];
    if (mark === undefined || /(?:如下|以下.{0,8})：$/.test(text) || text.length > 26 || /[。；：\u{FFFC}\n]/u.test(text.slice(0, -1))) continue;
    yield judge('heading-punctuation', pieceOf(line, text.length - 1, text.length), { mark }, { fix: rewrite(line, text.length - 1, text.length, ''), ...(mark === '。' && line.level === 2 ? { severity: 'hint' } : {}) });
  }
}
