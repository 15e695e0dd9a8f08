import { readChineseNumeral } from '../../units/chinese-number.ts';
import { annexPlace, attachmentPairs, bareName, notePlace } from '../../document/attachments.ts';
import type { AttachmentPair } from '../../document/attachments.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Fix } from '../fix.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';

/** 附件说明 and the annexes say the same (F050), and every 见附件N of the text has its annex. */
export function* attachmentRules(survey: Survey): Iterable<Diagnostic> {
  const notes = survey.of('attachmentNote').filter(({ text }) => text.trim() !== '');
  const annexes = survey.of('annex');
  for (const note of notes) yield* punctuation(note);
  yield* agreement(survey, notes, annexes);
  yield* references(survey, notes.length, annexes.length);
}

function* punctuation(note: Line): Iterable<Diagnostic> {
  const mark = /[。；，、;,.]+$/.exec(note.text);
  if (mark) yield judge('attachment-punctuation', pieceOf(note, mark.index, note.text.length), { mark: mark[0] }, { fix: rewrite(note, mark.index, note.text.length, '') });
}

function* agreement(survey: Survey, notes: readonly Line[], annexes: readonly Line[]): Iterable<Diagnostic> {
  const { doc } = survey;
  if (notes.length === 0 && annexes.length > 0) {
    yield judge('attachment-unlisted', placeOf(annexes[0]!), { count: annexes.length }, { fix: listed(annexes, notePlace(doc)) });
    return;
  }
  const pairs = attachmentPairs(doc);
  const paired = new Set(pairs.flatMap(({ note, annex }) => [note.pos, annex.pos]));
  for (const pair of pairs) yield* sameName(notes.find(({ pos }) => pos === pair.note.pos), annexes.find(({ pos }) => pos === pair.annex.pos));
  const [freeNotes, freeAnnexes] = [notes, annexes].map((lines) => lines.filter(({ pos }) => !paired.has(pos))) as [Line[], Line[]];
  if (freeNotes.length === freeAnnexes.length) {
    for (const [index, annex] of freeAnnexes.entries()) yield* sameName(freeNotes[index], annex);
  } else if (freeAnnexes.length === 0) {
    for (const [index, note] of freeNotes.entries()) {
      // An annex put here would go with the first line of that name.
      const isNamesake = freeNotes.slice(0, index).some(({ text }) => bareName(text) === bareName(note.text));
      yield* elsewhere(survey, note, annexes, { pairs, isFixable: isPlain(note) && !isNamesake });
    }
  } else if (freeNotes.length === 0) {
    for (const annex of freeAnnexes) yield judge('attachment-unlisted', placeOf(annex), { count: 1 }, { fix: listed([annex], placeInList(doc, annex, pairs)) });
  } else yield judge('attachment-count', placeOf(notes[0]!), { notes: notes.length, annexes: annexes.length });
}

function* sameName(note: Line | undefined, annex: Line | undefined): Iterable<Diagnostic> {
  if (!note || !annex || annex.text.trim() === '' || bareName(note.text) === bareName(annex.text)) return;
  // An issuer before the name, a subtitle after it: perhaps the same annex, named at length.
  const [short, long] = [bareName(note.text), bareName(annex.text)].sort((a, b) => a.length - b.length) as [string, string];
  const isLonger = short.length >= 6 && (long.startsWith(short) || long.endsWith(short)) && long.length - short.length >= 3;
  const name = annex.text.replaceAll('\n', '');
  const fix = /[\n\u{FFFC}]/u.test(note.text + name) ? undefined : rewrite(note, 0, note.text.length, name);
  yield judge('attachment-name', placeOf(note), { note: note.text, annex: name }, { fix, ...(isLonger ? { severity: 'hint' } : {}) });
}

/** A line whose annex lies in another file: allowed, but said, for whoever has just typed it wants the annex too. */
function* elsewhere({ doc, numbering }: Survey, note: Line, annexes: readonly Line[], { pairs, isFixable }: { readonly pairs: readonly AttachmentPair[]; readonly isFixable: boolean }): Iterable<Diagnostic> {
  const next = pairs.filter((pair) => pair.note.pos > note.pos).map((pair) => pair.annex.pos);
  const name = note.text.trim();
  const fix: Fix | undefined = isFixable ? { kind: 'addParagraphs', at: next.length > 0 ? Math.min(...next) : annexPlace(doc), role: 'annex', texts: [name], pos: note.pos, before: storedText(note) } : undefined;
  yield judge('attachment-elsewhere', placeOf(note), { number: numbering.paragraphs.get(note.pos)?.number ?? annexes.length + 1, name }, { fix });
}

const isPlain = ({ text }: Line): boolean => text.trim() !== '' && !/[\n\u{FFFC}]/u.test(text);

/** The lines the 附件说明 lacks, where every annex has a plain name to be called by. */
function listed(annexes: readonly Line[], at: number): Fix | undefined {
  if (!annexes.every(isPlain)) return undefined;
  return { kind: 'addParagraphs', at, role: 'attachmentNote', texts: annexes.map(({ text }) => text.trim()), pos: annexes[0]!.pos, before: storedText(annexes[0]!) };
}

/** Behind the line of the annex before it, else before that of the next. */
function placeInList(doc: Survey['doc'], annex: Line, pairs: readonly AttachmentPair[]): number {
  const above = pairs.filter((pair) => pair.annex.pos < annex.pos).map(({ note }) => note.pos + note.node.nodeSize);
  const below = pairs.filter((pair) => pair.annex.pos > annex.pos).map(({ note }) => note.pos);
  return above.length > 0 ? Math.max(...above) : below.length > 0 ? Math.min(...below) : notePlace(doc);
}

/** 见附件2, （附件3）, 附件1—4; the annexes of other documents (《…》附件2, …号）附件1) are not ours. */
const REFERENCE = /附件\s*(\d{1,2}|[一二三四五六七八九十]{1,3})?(?:\s*[—~～至-]\s*(?:附件)?\s*(\d{1,2}))?/g;

function* references({ body, numbering }: Survey, notes: number, annexes: number): Iterable<Diagnostic> {
  const there = Math.max(notes, annexes);
  for (const line of body) {
    for (const match of line.text.matchAll(REFERENCE)) {
      if (numbering.references.has(line.at(match.index))) continue;
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
