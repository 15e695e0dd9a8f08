import type { Line } from './lines.ts';
import { readLabel } from './recognise/label.ts';
import { ANNEX_MARK, DATE_LINE, ORGANISATION_LINE } from './recognise/patterns.ts';
import { isProse } from './recognise/prose.ts';

const FORM_TITLE = /^[^，。；：,;:\t]{2,40}(?:表|登记卡|回执|花名册)$/;
/** （　　年）: stands between the title and the form. */
const YEAR = /^（[\s\u3000]*(?:\d{4})?[\s\u3000]*年度?[\s\u3000]*）$/;
/** 单位名称, 见习待遇: a row whose other cells are blank has lost its tabs. */
const LABEL = /^[^，。；：、,;:\t【】\d]{2,24}$/;
const MOST_ROWS = 60;
const FEWEST_ROWS = 3;

/**
 * A form to be filled in, below 附件 or 附表2 and its title, from the line at `start`: rows of names with tabs between, and names alone on
 * their line, whose blank cells a copied text has lost. How many lines it has; 0 where none begins.
 */
export function formRows(lines: readonly Line[], start: number): number {
  const at = YEAR.test(lines[start - 1]?.text ?? '') ? start - 2 : start - 1;
  const [mark, title] = [lines[at - 1], lines[at]];
  if (!mark || !title || title.said || !ANNEX_MARK.test(mark.text) || !FORM_TITLE.test(plain(title.text)) || YEAR.test(lines[start]!.text)) return 0;
  let [rows, alone, figures] = [0, 0, 0];
  let end = start;
  for (let i = start; i < lines.length && i - start < MOST_ROWS; i++) {
    const line = lines[i]!;
    const isRow = line.text.includes('\t');
    if (line.said || ANNEX_MARK.test(line.text) || (!isRow && (!LABEL.test(line.text) || isProse(line.text) || readLabel(line.text) || DATE_LINE.test(line.text) || (rows > 0 && ORGANISATION_LINE.test(line.text))))) break;
    if (isRow) rows++;
    else alone++;
    if (isRow && /\d{2}/.test(line.text)) figures++;
    end = i + 1;
  }
  return rows > 0 && alone > 0 && rows + alone >= FEWEST_ROWS && figures * 4 <= rows ? end - start : 0;
}

const plain = (text: string): string => text.replace(/[\s\u3000]/g, '');
