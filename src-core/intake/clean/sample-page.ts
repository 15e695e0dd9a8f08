import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { COPY_TO, DATE_LINE, NUMBER_LINE, TITLE_END, isAddressee } from '../recognise/patterns.ts';

/** 范文如下：, 以下是××局关于…的通知范本：what a site of samples says before it shows one. */
const SHOWS = /(?:范文|范本|例文|样本|模板|示例|实例|全文|原文)[^。；]{0,8}[：:]$/;
const FIRST_LINES = 60;
const NEAR = 6;

/**
 * A site that teaches how documents are written says so at length before it shows one: what stands above 范文如下： goes, where below it
 * stand a title, and near it a number or whom it addresses.
 */
export function dropSamplePage(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const at = lines.slice(0, FIRST_LINES).findLastIndex((line, index) => !line.said && !line.source && SHOWS.test(line.text) && showsDocument(lines.slice(index + 1, index + 1 + NEAR)));
  if (at < 0 || lines.slice(0, at).some(({ text }) => isElement(text))) return lines;
  for (const line of lines.slice(0, at + 1)) ledger.note('dropped-website-remains', line);
  return lines.slice(at + 1);
}

const plainOf = (text: string): string => text.replace(/[\s\u3000]/g, '');

function showsDocument(below: readonly Line[]): boolean {
  const title = below.findIndex(({ text }) => TITLE_END.test(plainOf(text)) && !/[。；：]/.test(text));
  return title >= 0 && below.slice(title + 1).some(({ text }) => NUMBER_LINE.test(plainOf(text)) || isAddressee(text));
}

/** What only a document has: then the words are its own. */
const isElement = (text: string): boolean => NUMBER_LINE.test(plainOf(text)) || isAddressee(text) || DATE_LINE.test(plainOf(text)) || COPY_TO.test(text);
