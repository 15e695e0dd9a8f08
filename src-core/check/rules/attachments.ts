import { readChineseNumeral } from '../../units/chinese-number.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';

/** 附件说明 and the annexes say the same (F050), and every 见附件N of the text has its annex. */
export function* attachmentRules(survey: Survey): Iterable<Diagnostic> {
  const notes = survey.of('attachmentNote').filter(({ text }) => text.trim() !== '');
  const annexes = survey.of('annex');
  for (const note of notes) yield* punctuation(note);
  yield* agreement(notes, annexes);
  yield* references(survey, notes.length, annexes.length);
}

function* punctuation(note: Line): Iterable<Diagnostic> {
  const mark = /[。；，、;,.]+$/.exec(note.text);
  if (mark) yield judge('attachment-punctuation', pieceOf(note, mark.index, note.text.length), { mark: mark[0] }, { fix: rewrite(note, mark.index, note.text.length, '') });
}

/** Annexes may lie in other files: a note without any annex here is no contradiction. */
function* agreement(notes: readonly Line[], annexes: readonly Line[]): Iterable<Diagnostic> {
  if (annexes.length === 0) return;
  if (notes.length === 0) yield judge('attachment-unlisted', placeOf(annexes[0]!), { count: annexes.length });
  else if (notes.length !== annexes.length) yield judge('attachment-count', placeOf(notes[0]!), { notes: notes.length, annexes: annexes.length });
  else {
    for (const [index, annex] of annexes.entries()) {
      const note = notes[index]!;
      if (annex.text.trim() === '' || bare(note.text) === bare(annex.text)) continue;
      // An issuer before the name, a subtitle after it: perhaps the same annex, named at length.
      const [short, long] = [bare(note.text), bare(annex.text)].sort((a, b) => a.length - b.length) as [string, string];
      const isLonger = short.length >= 6 && (long.startsWith(short) || long.endsWith(short)) && long.length - short.length >= 3;
      yield judge('attachment-name', placeOf(note), { note: note.text, annex: annex.text.replaceAll('\n', '') }, isLonger ? { severity: 'hint' } : {});
    }
  }
}

/** The name alone: title marks, brackets' widths, blanks and a stop at the end do not make another annex of it. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s《》〈〉\u{FFFC}]|[。;,.、]+$/gu, '');

/** 见附件2, （附件3）, 附件1—4; the annexes of other documents (《…》附件2, …号）附件1) are not ours. */
const REFERENCE = /附件\s*(\d{1,2}|[一二三四五六七八九十]{1,3})?(?:\s*[—~～至-]\s*(?:附件)?\s*(\d{1,2}))?/g;

function* references({ body }: Survey, notes: number, annexes: number): Iterable<Diagnostic> {
  const there = Math.max(notes, annexes);
  for (const line of body) {
    for (const match of line.text.matchAll(REFERENCE)) {
      const before = line.text.slice(Math.max(0, match.index - 3), match.index);
      const after = line.text.slice(match.index + match[0].length);
      const isPointed = /[见按照（(]$/.test(before) && !/附件的/.test(`附件${after.slice(0, 1)}`);
      if (!isPointed || /^[：:]/.test(after)) continue;
      const number = match[2] !== undefined ? Number(match[2]) : match[1] !== undefined ? readNumber(match[1]) : 1;
      if (number === undefined || number <= there) continue;
      yield judge('reference-without-target', pieceOf(line, match.index, match.index + match[0].length), { text: match[0].trim(), count: there }, there > 0 ? { severity: 'error' } : {});
    }
  }
}

const readNumber = (digits: string): number | undefined => (/^\d/.test(digits) ? Number(digits) : readChineseNumeral(digits));
