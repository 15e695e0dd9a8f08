import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { ORGANISATION_END } from '../recognise/issuer.ts';
import { DATE_LINE, NUMBER, NUMBER_LINE, TITLE_END, isAddressee } from '../recognise/patterns.ts';
import { isProse } from '../recognise/prose.ts';
import type { PageFacts } from './website.ts';

export interface Reposted {
  readonly lines: readonly Line[];
  readonly facts: PageFacts;
}

/** 6月12日，×市教育局发布《关于…的通知》（×教发〔2023〕5号），具体内容如下↓↓↓ */
const ANNOUNCES = new RegExp(
  `^(?:[^。；《》]{0,40}[，,])?(?:近日|日前)?([\\u4e00-\\u9fff（）、]{2,40}?${ORGANISATION_END})(?:联合|正式|近日|日前|于?\\d{1,2}月\\d{1,2}日)*(?:发布|印发|公布|下发|出台|发出)了?《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,40})?)》` +
  `(?:（(${NUMBER})）)?[，,。]?(?:现将)?(?:具体内容|内容全文|通知全文|文件全文|全文|原文|详情)(?:公布|刊发|转发|发布)?如下[：:。↓⬇👇]*$`,
  'u',
);
const FIRST_LINES = 8;
const NEAR = 4;

/** A page that passes a document on says so in a sentence, which names it: that goes, and tells title, number and office where the document does not. */
export function readReposted(lines: readonly Line[], ledger: Ledger): Reposted {
  const at = lines.slice(0, FIRST_LINES).findIndex((line, index) => !line.said && !line.source && ANNOUNCES.test(line.text) && showsDocument(lines.slice(index + 1, index + 1 + NEAR)));
  if (at < 0) return { lines, facts: {} };
  const [, issuer, title, documentNumber] = ANNOUNCES.exec(lines[at]!.text)!;
  ledger.note('dropped-website-remains', lines[at]!);
  return { lines: lines.filter((_, index) => index !== at), facts: { title: title!, issuer: issuer!, ...(documentNumber ? { documentNumber } : {}) } };
}

const plainOf = (text: string): string => text.replace(/[\s\u3000]/g, '');
const showsDocument = (below: readonly Line[]): boolean => below.some(({ text }) => isAddressee(text) || NUMBER_LINE.test(plainOf(text)) || (TITLE_END.test(plainOf(text)) && !isProse(text)));

/** Some pages give the title last, below the day: where none can stand above the text, it is the document's. */
export function raiseTitle(lines: readonly Line[]): readonly Line[] {
  const [last, day] = [lines[lines.length - 1], lines[lines.length - 2]];
  if (!last || !day || last.said || last.source || !DATE_LINE.test(plainOf(day.text)) || !WHOLE_TITLE.test(last.text) || !TITLE_END.test(plainOf(last.text))) return lines;
  const above = lines.slice(0, lines.findIndex((line) => isProse(line.text)));
  return above.every(({ text }) => isAddressee(text) || NUMBER_LINE.test(plainOf(text)) || /[、，]$/.test(text)) ? [last, ...lines.slice(0, -1)] : lines;
}

const WHOLE_TITLE = /^[^。；：，]{0,40}关于[^。；：]{6,100}$/;
