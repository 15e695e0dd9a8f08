import type { Ledger } from '../ledger.ts';
import { withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { readLabel } from '../recognise/label.ts';
import { DATE_LINE } from '../recognise/patterns.ts';
import { firstOffset, join, lastOffset } from '../spelled.ts';

const FIGURE = /^\d[\d.~—-]{0,9}$/;
/** No line of its own begins so behind a figure: 年, 月, the bracket of a 发文字号, what is counted. */
const GOES_ON = /^(?:[年月日号〕，、；：）％%]|[千万亿]?(?:元|千瓦|度|吨|人|名|个|户|亩|平方米|公里|米|倍)|所示)/;
/** What breaks off so awaits a figure. */
const AWAITS = /[于自至为在从按约共达第或过表图录]$/;
const OPENED = /^〔?$|〔$/;
/** So many figures in lines of their own, and the page sets them apart everywhere. */
const FEWEST = 3;
const LONGEST_DATE = 11;

/**
 * Some pages set every figure in a tag of its own, and copying puts each in a line of its own: 2019 / 年 / 9 / 月 / 30 / 日. The date is
 * put together; figures inside sentences only where it happens again and again, for elsewhere they may be page numbers.
 */
export function joinFragments(lines: readonly Line[], ledger: Ledger): Line[] {
  const dated = joinDates(lines, ledger);
  const apart = dated.filter((line, index) => FIGURE.test(line.text) && /^[年月〕]/.test(dated[index + 1]?.text ?? '')).length;
  if (apart < FEWEST) return dated;
  const joined: Line[][] = [];
  for (const [index, line] of dated.entries()) {
    const group = joined[joined.length - 1];
    if (group && isOneLine(group[group.length - 1]!, line, dated[index + 1])) group.push(line);
    else joined.push([line]);
  }
  return joined.map((group) => together(group, ledger));
}

function isOneLine(above: Line, line: Line, below: Line | undefined): boolean {
  if (line.said || above.said || line.source || DATE_LINE.test(above.text) || DATE_LINE.test(line.text)) return false;
  if ((FIGURE.test(above.text) && GOES_ON.test(line.text)) || OPENED.test(above.text) || line.text.startsWith('〕')) return true;
  if (/[。！？；：]$/.test(above.text) || isHeading(above.text)) return false;
  return FIGURE.test(line.text) ? GOES_ON.test(below?.text ?? '') || AWAITS.test(above.text) : line.text === '〔';
}

/** 一、实施背景: whole, unless it breaks off behind 于, 自 and the like. */
const isHeading = (text: string): boolean => readLabel(text) !== undefined && text.length <= LONGEST_HEADING && !/[，；]|[于自至为在从按约共达第]$/.test(text);
const LONGEST_HEADING = 24;

function joinDates(lines: readonly Line[], ledger: Ledger): Line[] {
  const joined: Line[] = [];
  for (let i = 0; i < lines.length;) {
    const group = dateFrom(lines, i);
    joined.push(together(group, ledger));
    i += group.length;
  }
  return joined;
}

/** The lines from `start` on that make one date; the first alone where they make none. */
function dateFrom(lines: readonly Line[], start: number): readonly Line[] {
  if (!/^(?:19|20)\d{2}年?$/.test(lines[start]!.text) || lines[start]!.said || AWAITS.test(lines[start - 1]?.text ?? '')) return [lines[start]!];
  let text = '';
  for (let end = start; end < lines.length && text.length <= LONGEST_DATE; end++) {
    if (lines[end]!.said || lines[end]!.source) break;
    text += lines[end]!.text;
    if (text.endsWith('日') && DATE_LINE.test(text)) return lines.slice(start, end + 1);
  }
  return [lines[start]!];
}

function together(group: readonly Line[], ledger: Ledger): Line {
  for (const [index, line] of group.slice(1).entries()) ledger.mark('joined-line', lastOffset(group[index]!) + 1, firstOffset(line));
  return group.length === 1 ? group[0]! : withText(group[0]!, join(group));
}
