import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';
import { bareTitle } from '../wenzhong.ts';
import type { Wenzhong } from '../../template/template.ts';

/** What the text of a 文种 says and does not say: W02, W05, W06, W08; and that there is a text at all. */
export function* textOfKind(survey: Survey): Iterable<Diagnostic> {
  const { doc, body, wenzhong, lines } = survey;
  const hasText = body.some(({ text }) => text.trim() !== '') || lines.some(({ part, text }) => part > 0 && text.trim() !== '');
  let hasTable = false;
  doc.forEach((node) => (hasTable ||= node.type.name === 'table'));
  if (!hasText && !hasTable) yield judge('body-missing', null);
  if (wenzhong === '报告') yield* requests(body);
  if (wenzhong === '请示') yield* contact(survey);
  if (wenzhong !== null) yield* closing(body, wenzhong);
  yield* quotation(survey);
}

/** A report asks for nothing (《条例》 第十五条（四）). */
function* requests(body: readonly Line[]): Iterable<Diagnostic> {
  for (const line of body) {
    const match = /(?:妥否|当否|可否)，?请[^。]{0,8}|(?<![报提申呈])请(?:予以?)?(?:批示|批复|批准|审批)(?=[。！]?$)/.exec(line.text);
    if (match) yield judge('request-in-report', pieceOf(line, match.index, match.index + match[0].length), { text: match[0] });
  }
}

function* contact({ of }: Survey): Iterable<Diagnostic> {
  if (!of('note').some(({ text }) => /联系|电话|\d{7}/.test(text))) yield judge('contact-missing', null);
}

/** Closing words and the kinds they close. */
const CLOSINGS: readonly (readonly [RegExp, readonly Wenzhong[]])[] = [
  [/^特此通知/, ['通知']],
  [/^特此通告/, ['通告']],
  [/^(?:特此|现予)公告/, ['公告']],
  [/^特此通报/, ['通报']],
  [/^(?:特此|专此)报告/, ['报告']],
  [/^(?:特此|专此)(?:函[告达复商请询]|复函|致函)/, ['函']],
  [/^特此批复/, ['批复']],
  [/^此复/, ['批复', '函']],
  [/^(?:以上请示)?，?(?:妥否|当否|可否|是否妥当)，?请/, ['请示', '意见', '报告']],
  [/^请(?:予)?(?:批示|批复)/, ['请示', '意见', '报告']],
];

function* closing(body: readonly Line[], wenzhong: Wenzhong): Iterable<Diagnostic> {
  for (const line of body.slice(-3)) {
    const text = line.text.trim();
    const kinds = text.length <= 16 ? CLOSINGS.find(([pattern]) => pattern.test(text))?.[1] : undefined;
    if (kinds && !kinds.includes(wenzhong)) yield judge('closing-mismatch', placeOf(line), { text, wenzhong });
  }
}

/** An approval or answering letter begins with the title, then the number of what it answers; replies to 建议 and 提案 do it their own way. */
function* quotation({ body, wenzhong, title }: Survey): Iterable<Diagnostic> {
  const isAnswer = wenzhong === '批复' || (/复函$/.test(bareTitle(title)) && !/建议|提案/.test(title));
  const opening = isAnswer ? body.find(({ text }) => text.trim() !== '') : undefined;
  if (!opening) return;
  const { text } = opening;
  const reversed = /〔\d{4}〕\d+号[）)]?(?:来?文|来?函)?《/.exec(text);
  if (reversed) yield judge('quote-order', pieceOf(opening, reversed.index, reversed.index + reversed[0].length), {});
  if (!/《[^》]+》/.test(text)) yield judge('quote-title-missing', placeOf(opening), { wenzhong: wenzhong ?? '函' });
  else if (/收悉/.test(text) && !/\d+号/.test(text)) yield judge('quote-number-missing', placeOf(opening), { wenzhong: wenzhong ?? '函' });
}
