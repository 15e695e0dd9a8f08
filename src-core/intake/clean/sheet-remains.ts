import type { Ledger } from '../ledger.ts';
import { withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { DATE_LINE, ORGANISATION_LINE } from '../recognise/patterns.ts';
import { slice } from '../spelled.ts';

/** 2023-11-02 16:45 FROM: 县应急局 TO: … P.01/02: what a fax machine prints above each sheet. */
const FAX = /^(?=.*(?:FROM|TO|FAX|TEL|PAGE|传真|发自)\s*[:：.]?)(?=.*\d{1,2}[:：]\d{2})(?:19|20)?\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}.*P(?:AGE)?[.．]?\s*\d{1,3}(?:\s*[/／]\s*\d{1,3})?$|^(?:FROM|TO|FAX)\s*[:：].*P(?:AGE)?[.．]?\s*\d{1,3}(?:\s*[/／]\s*\d{1,3})?$/i;
const NO_TEXT = /^[（(]?(?:此|本)页(?:以下)?无正文[）)]?[。.]?$/;
/** The line across a 版头 or 版记, typed or drawn, with the star of a party's papers in it. */
const DRAWN_LINE = /^(?:[━─═—－=＝~～-]{5,}|[━─═—－=＝~～-]{2,}[★☆][━─═—－=＝~～-]{2,})$/;
/** ××局（公章） over the day: where the seal goes, not what the office is called. */
const SEAL_WORDS = /(?<![位门见])（(?:此处)?(?:加?盖)?(?:单位)?(?:印章|公章|章)）$/;
const SEAL_STAR = /^[★☆]$/;
/** The number in a seal's rim has 13 digits, of which a scan may miss some; a mobile telephone's has 11 and begins with 1. */
const SEAL_NUMBER = /^(?!1[3-9]\d{9}$)\d{10,13}$/;

/** What a sheet of paper leaves in a text though the document does not say it: the line of a fax, one drawn across the sheet, a seal across the signature, 此页无正文. */
export function dropSheetRemains(lines: readonly Line[], ledger: Ledger): Line[] {
  const closes = (line: Line | undefined): boolean => line !== undefined && (isDay(line) || ORGANISATION_LINE.test(line.text));
  const isSeal = (index: number): boolean => {
    const { text } = lines[index]!;
    if (SEAL_STAR.test(text)) return [-2, -1, 1, 2].some((step) => closes(lines[index + step]));
    return SEAL_NUMBER.test(text) && [-2, -1, 1].some((step) => isDay(lines[index + step]));
  };
  const kept: Line[] = [];
  let page = false;
  for (const [index, whole] of lines.entries()) {
    const line = withoutSealWords(whole, lines[index + 1], ledger);
    if (!line.source && (FAX.test(line.text) || NO_TEXT.test(line.text) || DRAWN_LINE.test(line.text) || isSeal(index))) {
      ledger.note('dropped-sheet-remains', line);
      page ||= FAX.test(line.text);
    } else {
      kept.push(page ? { ...line, page } : line);
      page = false;
    }
  }
  return kept;
}

function withoutSealWords(line: Line, below: Line | undefined, ledger: Ledger): Line {
  const words = line.source || !isDay(below) ? null : SEAL_WORDS.exec(line.text);
  if (!words || !ORGANISATION_LINE.test(line.text.slice(0, words.index))) return line;
  ledger.note('dropped-sheet-remains', slice(line, words.index));
  return withText(line, slice(line, 0, words.index));
}

const isDay = (line: Line | undefined): boolean => line !== undefined && DATE_LINE.test(line.text.replace(/[\s\u3000]/g, ''));

const FEWEST_LINES = 8;
const LINE_NUMBER = /^([\d０-９]{1,4})[ \u00a0\u3000]+(?=\S)/;

/** The numbers a program prints before each line: every line has one, and each is the next. */
export function dropLineNumbers(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  if (lines.length < FEWEST_LINES) return lines;
  const first = lineNumber(lines[0]!);
  if (!lines.every((line, index) => lineNumber(line) === first + index)) return lines;
  return lines.map((line) => {
    const { length } = LINE_NUMBER.exec(line.text)![0];
    ledger.note('dropped-sheet-remains', slice(line, 0, length));
    return withText(line, slice(line, length));
  });
}

const lineNumber = ({ text }: Line): number => Number(LINE_NUMBER.exec(text)?.[1]?.normalize('NFKC') ?? NaN);
