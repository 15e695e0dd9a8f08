import type { Ledger } from './ledger.ts';
import { lineOf, withText } from './lines.ts';
import type { Line } from './lines.ts';
import { DATE, NUMBER, TITLE_WORD } from './recognise/patterns.ts';
import { isProse } from './recognise/prose.ts';
import { join, slice, trim } from './spelled.ts';

/** ×办发〔2024〕5号（第三次办公会议纪要）: as a list names a document: its number, the title in brackets behind it. */
const NUMBERED = new RegExp(`^${NUMBER}[\\s\\u3000]*(?=（[^（）]{4,80}${TITLE_WORD}）$)`);
/** ×发〔2016〕461号《…的通知》（全文）, or without the number: as a page names a document it shows. */
const QUOTED = new RegExp(`^((?:${NUMBER})?[\\s\\u3000]*)《(.{4,120}${TITLE_WORD})》(?:[\\s\\u3000]*（全文）)?$`);
const HEAD_LINES = 20;

/** ××省人民政府令第5号: the mark of an order and its number (GB/T 9704—2012 10.2). */
const ORDER = /^([\u4e00-\u9fff]{2,40}令)[\s\u3000]*(?:（?(?:(?:19|20)\d{2}年)?第\s*\d{1,4}\s*号）?)$/;
/** …的批复 ×函〔1995〕68号 ××省人民政府 1995年7月20日: the head of a page that gives all four in one row. */
const IN_ONE_ROW = new RegExp(`^([^。；：]{6,120}?${TITLE_WORD})([\\s\\u3000]+${NUMBER})([\\s\\u3000]+[\\u4e00-\\u9fff、]{2,40})([\\s\\u3000]+${DATE})$`);

/** Parts such a line into number and title; the brackets go. */
export function partNumberedTitles(lines: readonly Line[], ledger: Ledger): Line[] {
  const text = lines.findIndex(({ text }) => isProse(text));
  return lines.flatMap((line, index) => {
    const quoted = index < HEAD_LINES && (text < 0 || index < text) && !line.said ? QUOTED.exec(line.text) : null;
    if (quoted && isOneName(quoted[2]!)) return partQuoted(line, quoted[1]!.length, quoted[2]!.length, ledger);
    const row = index < HEAD_LINES && !line.said ? IN_ONE_ROW.exec(line.text) : null;
    if (row) return partRow(line, row.slice(1), ledger);
    const order = index < HEAD_LINES && !line.said && !/关于/.test(line.text) ? ORDER.exec(line.text) : null;
    if (order) return partRow(line, [order[1]!, line.text.slice(order[1]!.length)], ledger);
    const number = index < HEAD_LINES && !line.said ? NUMBERED.exec(line.text) : null;
    if (!number) return [line];
    const end = line.text.length - 1;
    const start = number[0].length;
    ledger.note('normalised-bracket', join([slice(line, start, start + 1), slice(line, end)]));
    ledger.note('split-line', slice(line, start + 1, start + 2));
    return [withText(line, slice(line, 0, number[0].trimEnd().length)), lineOf(slice(line, start + 1, end))];
  });
}

/** 《甲办法》和《乙办法》 names two. */
const isOneName = (text: string): boolean => {
  let depth = 1;
  for (const character of text) {
    if (character === '《') depth++;
    if (character === '》' && --depth === 0) return false;
  }
  return depth === 1;
};

function partQuoted(line: Line, number: number, length: number, ledger: Ledger): Line[] {
  const title = slice(line, number + 1, number + 1 + length);
  ledger.note('dropped-website-remains', join([slice(line, number, number + 1), slice(line, number + 1 + length)]));
  if (number === 0) return [withText(line, title)];
  ledger.note('split-line', slice(title, 0, 1));
  return [withText(line, trim(slice(line, 0, number))), lineOf(title)];
}

function partRow(line: Line, cells: readonly string[], ledger: Ledger): Line[] {
  let start = 0;
  return cells.map((cell, index) => {
    const part = slice(line, start, start + cell.length);
    start += cell.length;
    if (index > 0) ledger.note('split-line', slice(part, 0, 1));
    return index === 0 ? withText(line, part) : lineOf(part);
  });
}
