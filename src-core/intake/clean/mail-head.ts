import type { Ledger } from '../ledger.ts';
import { withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { TITLE_END } from '../recognise/patterns.ts';
import { slice, trim } from '../spelled.ts';

const FIELD = /^(?:发件人|收件人|抄送|密送|发送时间|发件时间|主题|附件|日期|时间|From|To|Cc|Bcc|Sent|Date|Subject|Attachments?)\s*[:：]\s*/i;
const SENDER = /^(?:发件人|From)\s*[:：]/i;
const SUBJECT = /^(?:主题|Subject)\s*[:：]\s*/i;
const PASSED_ON = /^(?:(?:转发|回复|答复|Fwd?|Re)\s*[:：]\s*)+/i;
/** -----原始邮件-----, and the rest of a long row of addresses. */
const AROUND = /^-{2,}.{0,30}-{2,}$|^[^。]*@[^。]*$/;
const FIRST_LINES = 6;
const FEWEST = 3;

/** The head of an e-mail a text was sent with goes: 发件人, 收件人, 主题. The subject stays where it is the title and the text below does not say it. */
export function dropMailHead(lines: readonly Line[], ledger: Ledger): Line[] {
  const isOfHead = (line: Line | undefined): boolean => line !== undefined && !line.said && (FIELD.test(line.text) || AROUND.test(line.text));
  const start = lines.slice(0, FIRST_LINES).findIndex(isOfHead);
  if (start < 0) return [...lines];
  let end = start;
  while (isOfHead(lines[end])) end++;
  const head = lines.slice(start, end);
  const subject = head.find(({ text }) => SUBJECT.test(text));
  if (!subject || head.filter(({ text }) => FIELD.test(text)).length < FEWEST || !head.some(({ text }) => SENDER.test(text))) return [...lines];
  const name = SUBJECT.exec(subject.text)![0].length;
  const words = name + (PASSED_ON.exec(subject.text.slice(name))?.[0].length ?? 0);
  const title = subject.text.slice(words).trim();
  const isTitle = TITLE_END.test(title) && !lines.slice(end, end + FIRST_LINES).some(({ text }) => text === title);
  for (const line of head) ledger.note('dropped-mail-head', isTitle && line === subject ? slice(line, 0, words) : line);
  return [...lines.slice(0, start), ...(isTitle ? [withText(subject, trim(slice(subject, words)))] : []), ...lines.slice(end)];
}
