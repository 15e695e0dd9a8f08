import { roleName } from '../../document/roles.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Fix, Recast } from '../fix.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';
import { readTypedLabel } from '../typed-label.ts';
import type { TypedLabel } from '../typed-label.ts';

/** Numbers typed by hand where the program counts: twice in a heading, in a wrong form, or simply typed (N01–N06). */
export function* writtenNumbers(survey: Survey): Iterable<Diagnostic> {
  let run: Typed[] = [];
  for (const line of survey.lines) {
    if (line.role === 'heading') yield* twiceIn(line, survey);
    const typed = line.role === 'body' ? readTyped(line) : undefined;
    if (!typed || (run.length > 0 && !follows(run[run.length - 1]!, typed))) {
      yield* judgeRun(run, survey);
      run = [];
    }
    if (typed) run.push(typed);
  }
  yield* judgeRun(run, survey);
  yield* multilevel(survey);
}

/** A heading that carries its computed number must not carry a typed one too. */
function* twiceIn(line: Line, { numbering }: Survey): Iterable<Diagnostic> {
  const computed = numbering.paragraphs.get(line.pos);
  const typed = readTypedLabel(line.text);
  if (!computed || !typed || typed.isDoubtful || typed.level === 5 || typed.length >= line.text.length) return;
  yield judge('label-twice', pieceOf(line, 0, typed.length), { text: typed.text, label: computed.text }, { fix: rewrite(line, 0, typed.length, '') });
}

interface Typed {
  readonly line: Line;
  readonly label: TypedLabel;
}

function readTyped(line: Line): Typed | undefined {
  const label = readTypedLabel(line.text);
  return label && label.length < line.text.length ? { line, label } : undefined;
}

const follows = (before: Typed, next: Typed): boolean =>
  next.label.level === before.label.level && next.line.part === before.line.part && next.label.number === before.label.number + 1;

function* judgeRun(run: readonly Typed[], survey: Survey): Iterable<Diagnostic> {
  for (const { line, label } of run) {
    if (label.text === label.right || isFullWidthPoint(label)) continue;
    // 一 and a comma or blank is a number only among numbers.
    if (label.isDoubtful && run.length === 1) continue;
    const severity = label.isDoubtful || /^[(㈠-㈩⑴-⒇]|^\d+[)）]/.test(label.text) ? 'warning' : 'error';
    yield judge('malformed-number', pieceOf(line, 0, label.length), { text: label.text, right: label.right }, { severity, fix: rewrite(line, 0, label.length, label.right) });
  }
  const recasts = recastRun(run, survey);
  if (!recasts) return;
  const { line, label } = run[0]!;
  const fix: Fix = { kind: 'setRole', paragraphs: recasts, before: run.map((each) => storedText(each.line)).join('\n') };
  yield judge('typed-number', placeOf(line), { text: label.text, count: run.length, role: roleName('heading', label.level) }, { fix });
}

const isFullWidthPoint = ({ level, text, number }: TypedLabel): boolean => level === 3 && text === `${number}．`;

/**
 * The run as headings, where that changes nothing but who counts: all of them are headings in all but name, and the computed
 * numbers are the typed ones. Numbered content (an article's conditions, a reply's points) is left to its author.
 */
function recastRun(run: readonly Typed[], survey: Survey): Recast[] | undefined {
  const first = run[0];
  if (!first || first.label.level === 5 || (run.length === 1 && first.label.number === 1)) return undefined;
  const { level, number } = first.label;
  const natures = run.map(({ line, label }) => natureOf(line.text.slice(label.length)));
  if (natures.includes('clause') || run.some(({ label }) => label.isDoubtful) || number !== nextNumber(survey, first.line, level)) return undefined;
  if (run.some(({ line }) => line.node.content.size !== line.text.length)) return undefined;
  return run.map(({ line, label }, index) => ({ pos: line.pos, role: 'heading', level, runIn: natures[index] === 'lead', cut: label.length }));
}

/** `alone`: a short phrase; `lead`: one that runs on into its text; `clause`: content that happens to be numbered. */
function natureOf(text: string): 'alone' | 'lead' | 'clause' {
  const stop = text.indexOf('。');
  if (stop < 0) return text.length <= 25 && !/[；，：、\u{FFFC}\n]/u.test(text) ? 'alone' : 'clause';
  return stop < text.length - 1 && stop <= 25 && !/[；，：]/.test(text.slice(0, stop)) ? 'lead' : 'clause';
}

/** The number a heading of this level would get if it stood at the place of `line`. */
function nextNumber({ lines, numbering }: Survey, line: Line, level: number): number {
  let last = 0;
  for (let index = line.index - 1; index >= 0; index--) {
    const before = lines[index]!;
    if (before.part !== line.part) break;
    if (before.role !== 'heading' || before.level < 1 || before.level > level) continue;
    if (before.level === level) last = numbering.paragraphs.get(before.pos)?.number ?? 0;
    break;
  }
  return last + 1;
}

/** 1.1, 1.2: decimal numbers, told from decimals by their coming one after the other. */
function* multilevel({ lines }: Survey): Iterable<Diagnostic> {
  let before: { readonly line: Line; readonly digits: readonly number[]; told: boolean } | undefined;
  for (const line of lines) {
    const match = line.part === 0 && (line.role === 'body' || line.role === 'heading') ? /^(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.]*[%‰％万亿])/.exec(line.text) : null;
    if (!match) continue;
    const digits = match[1]!.split('.').map(Number);
    if (before && !before.told && isNext(before.digits, digits)) {
      yield judge('multilevel-number', placeOf(before.line), { text: before.digits.join('.') });
      before = { line, digits, told: true };
    } else before = { line, digits, told: before?.told ?? false };
  }
}

const isNext = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.slice(0, -1).every((digit, index) => digit === b[index]) && b[b.length - 1] === a[a.length - 1]! + 1;
