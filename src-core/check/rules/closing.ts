import { formatOfficialDate, readOfficialDate } from '../../units/date.ts';
import { roleName } from '../../document/roles.ts';
import type { Role } from '../../document/roles.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite, storedText } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';

/** What stands below the text: 署名 (W09), 成文日期 (F060), 此页无正文 (F062), empty lines before them, 抄送 and 印发日期 (F070). */
export function* closingRules(survey: Survey): Iterable<Diagnostic> {
  yield* signature(survey);
  yield* date(survey);
  yield* blankPage(survey);
  yield* blankLines(survey);
  yield* copyTo(survey);
  yield* printDate(survey);
}

const isBlank = (text: string): boolean => text.trim() === '' || /[×Xx]/.test(text);
const bareName = (line: Line): string => line.text.replace(/[\s\u{FFFC}（）()]/gu, '').replace(/文件$/, '');

/** One issuer on the masthead signs, by its full or its regular short name. Orders and bills are signed by a person. */
function* signature({ of, wenzhong }: Survey): Iterable<Diagnostic> {
  const marks = of('issuerMark').filter(({ text }) => !isBlank(text));
  const signatures = of('signature').filter(({ text, part }) => part === 0 && !isBlank(text));
  if (marks.length !== 1 || /令$/.test(marks[0]!.text.trim()) || signatures.length === 0 || wenzhong === '命令' || wenzhong === '议案' || wenzhong === '纪要') return;
  const mark = bareName(marks[0]!);
  if (signatures.some((line) => isSameOffice(mark, bareName(line)))) return;
  yield judge('signature-mismatch', placeOf(signatures[0]!), { signature: signatures[0]!.text, issuer: mark });
}

/** 国家发展改革委 is 国家发展和改革委员会; 某市人民政府 is not 某市人民政府办公厅. */
function isSameOffice(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.startsWith(short) && /^办公[厅室]$/.test(long.slice(short.length))) return false;
  let found = 0;
  for (const character of long) if (character === short[found]) found++;
  return found === short.length;
}

const DATE = /^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/;

function* date({ of, isFormal, wenzhong }: Survey): Iterable<Diagnostic> {
  const lines = of('date').filter(({ text }) => text.trim() !== '');
  // The date of an annex or of an embedded document is not the document's own.
  const isOwn = ({ part }: Line): boolean => part === 0;
  const hasOther = of('titleNote').some(isOwn) || wenzhong === '纪要' || wenzhong === '公报' || wenzhong === '决议';
  if (!lines.some(isOwn) && isFormal && !hasOther) yield judge('date-missing', null);
  for (const line of lines) {
    if (isBlank(line.text) || DATE.test(line.text)) continue;
    const read = readOfficialDate(line.text);
    const isWhole = read !== undefined && /^\s*[^年]{4,8}年[^月]{1,5}月[^日]{1,5}日\s*$/.test(line.text);
    yield judge('date-form', placeOf(line), { text: line.text }, isWhole ? { fix: rewrite(line, 0, line.text.length, formatOfficialDate(read)) } : {});
  }
}

/** The standard asks to set lines tighter instead (7.3.5.5). */
function* blankPage({ lines, doc }: Survey): Iterable<Diagnostic> {
  for (const line of lines) {
    if (!/^\s*[（(]?\s*此页无正文\s*[)）]?\s*。?\s*$/.test(line.text)) continue;
    yield judge('blank-page-note', placeOf(line), {}, doc.childCount > 1 ? { fix: { kind: 'remove', from: line.pos, to: line.end, before: storedText(line) } } : {});
  }
}

const ENDS: readonly Role[] = ['attachmentNote', 'present', 'signature', 'date'];

/** Paragraphs left empty to keep the end of the text and what follows apart: the program does that. One that waits for text under a heading or a colon is none. */
function* blankLines({ lines }: Survey): Iterable<Diagnostic> {
  const end = lines.find(({ role, part }) => part === 0 && ENDS.includes(role));
  if (!end) return;
  const last = lines.findLastIndex(({ index, text }) => index < end.index && text.trim() !== '');
  if (last < 0 || lines[last]!.role !== 'body' || /[：:]$/.test(lines[last]!.text.trim())) return;
  for (const line of lines.slice(last + 1, end.index)) {
    if (line.role === 'body' && line.node.childCount === 0) yield judge('blank-before-closing', placeOf(line), { element: roleName(end.role) }, { fix: { kind: 'remove', from: line.pos, to: line.end, before: '' } });
  }
}

function* copyTo({ of }: Survey): Iterable<Diagnostic> {
  for (const role of ['sentTo', 'copyTo'] as const) yield* lastStop(of(role).findLast(({ text }) => text.trim() !== ''), roleName(role));
}

function* lastStop(line: Line | undefined, element: string): Iterable<Diagnostic> {
  if (!line || line.text.endsWith('。')) return;
  const end = line.text.length;
  const mark = /[，；、,.;]$/.test(line.text);
  const fix = mark ? rewrite(line, end - 1, end, '。') : /[\p{Script=Han}）]$/u.test(line.text) ? rewrite(line, end, end, '。') : undefined;
  yield judge('copy-to-stop', pieceOf(line, end - 1, end), { element }, { fix });
}

function* printDate({ of }: Survey): Iterable<Diagnostic> {
  const dated = of('date').filter(({ part }) => part <= 0).map(({ text }) => readOfficialDate(text)).findLast((each) => each !== undefined);
  for (const line of of('printDate')) {
    if (isBlank(line.text)) continue;
    const read = readOfficialDate(line.text);
    if (!DATE.test(line.text.replace(/印发$/, '')) || !line.text.endsWith('印发')) {
      const isWhole = read !== undefined && /^\s*[^年]{4,8}年[^月]{1,5}月[^日]{1,5}日\s*(?:印发)?\s*$/.test(line.text);
      yield judge('print-date-form', placeOf(line), { text: line.text }, isWhole ? { fix: rewrite(line, 0, line.text.length, `${formatOfficialDate(read)}印发`) } : {});
    }
    if (read !== undefined && dated !== undefined && read < dated) yield judge('printed-before-dated', placeOf(line), { printed: formatOfficialDate(read), dated: formatOfficialDate(dated) });
  }
}
