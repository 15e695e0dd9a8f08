import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';
import { REQUIREMENTS } from '../wenzhong.ts';

/** 份号 and 保密期限 where 密级 is given (F012), 发文字号 (F010), 签发人 (F011, W04), whose name it goes out in (W07, W10). */
export function* mastheadRules(survey: Survey): Iterable<Diagnostic> {
  yield* secrecy(survey);
  for (const line of survey.of('documentNumber')) yield* documentNumber(line, survey);
  yield* signatory(survey);
  yield* letterAsDocument(survey);
  yield* internalOffice(survey);
}

const isFilled = ({ text }: Line): boolean => text.trim() !== '';

function* secrecy({ of }: Survey): Iterable<Diagnostic> {
  for (const line of of('secrecy')) {
    const degree = /^\s*(绝密|机密|秘密)/.exec(line.text)?.[1];
    if (degree === undefined) continue;
    if (line.text.trim() === degree) yield judge('secrecy-term-missing', placeOf(line), { text: degree });
    if (!of('copyNumber').some(isFilled)) yield judge('copy-number-missing', placeOf(line), { text: degree });
  }
}

/** 代字〔年份〕序号号: six-cornered brackets, the whole year, no 第, no zeros before the number (7.2.5). */
function* documentNumber(line: Line, { wenzhong, title }: Survey): Iterable<Diagnostic> {
  const { text } = line;
  // Still blank, or an order or minutes that count without a year.
  if (text.trim() === '' || /[×xX]{1,}号|〔×|^\s*(?:[^\d〔]{0,20}|\d{4}年)第[\d〇一二三四五六七八九十百]+[号期次]/.test(text)) return;
  const match = /^(.*?)([〔[(（【［])(\d{2,4})([〕\])）】］])(第?)(0*)(\d+)(号?)(.*)$/s.exec(text);
  if (!match) {
    yield judge('number-form', placeOf(line), { text });
    return;
  }
  const [, agency, left, year, right, ordinal, zeros, , end, rest] = match as unknown as string[];
  const open = agency!.length;
  const close = open + 1 + year!.length;
  const after = close + 1;
  if (left !== '〔' || right !== '〕') yield judge('number-bracket', pieceOf(line, open, after), { text: text.slice(open, after), right: `〔${year}〕` }, { fix: rewrite(line, open, after, `〔${year}〕`) });
  if (year!.length !== 4) yield judge('number-year', pieceOf(line, open + 1, close), { text: year! });
  if (ordinal === '第' && !['命令', '公告', '通告'].includes(wenzhong ?? '')) {
    // Some offices number their answers 建提复字〔2023〕第29号.
    const isCustom = /字$/.test(agency!) && /建议|提案/.test(title);
    yield judge('number-ordinal', pieceOf(line, after, after + 1), {}, { fix: rewrite(line, after, after + 1, ''), ...(isCustom ? { severity: 'hint' } : {}) });
  }
  if (zeros !== '') {
    const from = after + ordinal!.length;
    yield judge('number-zero', pieceOf(line, from, from + zeros!.length), { text: zeros! }, { fix: rewrite(line, from, from + zeros!.length, '') });
  }
  if (end !== '号' || rest!.trim() !== '' || agency!.trim() === '') yield judge('number-form', placeOf(line), { text });
}

/** An opinion that asks its superior to pass it on goes upward (国办函〔2001〕1号). */
const isUpwardOpinion = ({ wenzhong, body }: Survey): boolean =>
  wenzhong === '意见' && body.some(({ text }) => /以上意见[^。]{0,10}[如若]无不[妥当]|以上意见(?:妥否|当否)/.test(text));

function* signatory(survey: Survey): Iterable<Diagnostic> {
  const { wenzhong, of, isFormal } = survey;
  if (wenzhong === null) return;
  const lines = of('signatory').filter(isFilled);
  const isUpward = REQUIREMENTS[wenzhong].isUpward || isUpwardOpinion(survey);
  if (isUpward && lines.length === 0) yield judge('signatory-missing', null, { wenzhong }, isFormal ? {} : { severity: 'hint' });
  if (!isUpward && lines.length > 0 && wenzhong !== '意见') yield judge('signatory-unexpected', placeOf(lines[0]!), { wenzhong });
}

/** W07: a letter on 文件 paper is numbered with 函 at least; many offices write a 批复 on 文件 paper, so there it is only worth a look. */
function* letterAsDocument({ wenzhong, of }: Survey): Iterable<Diagnostic> {
  if (wenzhong !== '函' && wenzhong !== '批复') return;
  const mark = of('issuerMark').find(({ text }) => /文\s*件\s*$/.test(text));
  const number = of('documentNumber').find(isFilled);
  if (mark && number && !number.text.includes('函') && !/[提议]字?〔/.test(number.text)) yield judge('letter-as-document', placeOf(mark), { wenzhong }, wenzhong === '批复' ? { severity: 'hint' } : {});
}

/** W10: a 司, 处 or 科 of an office; a 办事处 or 管理处 is an office of its own, and a 公司 none at all. */
const INTERNAL = /[局委部厅院会署府办](?!.*(?:办事|管理|代表|派出)处$)[^局委部厅院会署府办公]{2,12}[司处科股]$/;

function* internalOffice({ of, isFormal }: Survey): Iterable<Diagnostic> {
  if (!isFormal) return;
  for (const line of of('signature')) {
    if (line.part > 0) continue;
    const name = line.text.replace(/\s/g, '');
    if (INTERNAL.test(name)) yield judge('internal-office', placeOf(line), { text: name });
  }
}
