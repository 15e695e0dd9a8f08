import type { Ledger } from '../ledger.ts';
import { isLine } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { join, slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { readDivision } from './division.ts';
import { readLabel } from './label.ts';
import { isNameListLine } from './name-list.ts';
import { ANNEX_MARK, CONTACT, COPY_TO, DATE_LINE, NOTE, ORGANISATION_LINE, PRINT_DATE, PRINT_RUN, PUBLICITY, TITLE_END, isAddressee } from './patterns.ts';
import { isProse } from './prose.ts';

const MOST_LINES = 4;
const PASSED_ON = /印发|转发|批转|公布|颁布|发布|修订|修改|送|附/;

export interface PartTitle {
  readonly text: Spelled;
  readonly next: number;
  /** The title of the whole document names it. */
  readonly isNamed: boolean;
  /** That title says that it passes a document on (印发, 转发). */
  readonly isPassedOn: boolean;
}

/**
 * The title of an annex or an embedded document from `start`: short lines down to the text, a table or a list below it. Where the
 * 附件说明 lists the name (`listed`), it is whole when that is read: what stands below is the title of a table.
 */
export function readPartTitle(pieces: readonly Piece[], start: number, ledger: Ledger, { documentTitle, listed = [] }: { readonly documentTitle?: string; readonly listed?: readonly string[] } = {}): PartTitle | undefined {
  const names = listed.map(squash);
  const lines: Line[] = [];
  let next = start;
  for (; next < pieces.length && lines.length < MOST_LINES; next++) {
    const line = pieces[next];
    if (!isLine(line) || line.said || !isTitleLine(line.text)) break;
    // 单位（盖章）： below it is the first line of a form.
    if (lines.length > 0 && (TITLE_END.test(squash(joined(lines))) || names.includes(squash(joined(lines))) || line.text.endsWith('：'))) break;
    lines.push(line);
  }
  const text = joined(lines);
  if (lines.length === 0) return undefined;
  // An office the title names is whose document is passed on, not its title.
  if (documentTitle !== undefined && ORGANISATION_LINE.test(text) && !TITLE_END.test(text)) return undefined;
  const isNamed = !!documentTitle && squash(text).length >= 4 && squash(documentTitle).includes(squash(text).replace(/^关于/, ''));
  // Outside an annex a title has to prove itself: named above, or ending like one over a text.
  if (documentTitle !== undefined && !isNamed && !(TITLE_END.test(squash(text)) && followed(pieces, next) && (PASSED_ON.test(documentTitle) || text.length > 8))) return undefined;
  // （征求意见稿）, （试行） belong to the name they stand below.
  const remark = pieces[next];
  if (isLine(remark) && !remark.said && REMARK.test(remark.text)) {
    lines.push(remark);
    next++;
  }
  for (const line of lines.slice(1)) ledger.note('joined-line', slice(line, 0, 1));
  return { text: join(lines), next, isNamed, isPassedOn: !!documentTitle && PASSED_ON.test(documentTitle) };
}

const REMARK = /^（[^（）]{0,16}(?:稿|试行|暂行|修订|样表|样本|样式|式样|参考)）$/;

const joined = (lines: readonly Line[]): string => lines.map((line) => line.text).join('');
const squash = (text: string): string => text.replace(/[\s\u3000《》“”]/g, '');

function isTitleLine(text: string): boolean {
  if (/^[图表]\s*\d/.test(text)) return false;
  if (text.length > 60 || isProse(text) || isAddressee(text) || isNameListLine(text)) return false;
  if (readLabel(text) || readDivision(text) || ANNEX_MARK.test(text) || COPY_TO.test(text) || CONTACT.test(text) || PUBLICITY.test(text)) return false;
  return !DATE_LINE.test(text) && !NOTE.test(text) && !PRINT_DATE.test(text) && !PRINT_RUN.test(text) && /[\u4e00-\u9fff]/.test(text);
}

/** Text, a list or a table stands below, or the office whose document it is and then these. */
function followed(pieces: readonly Piece[], next: number): boolean {
  const piece = pieces[next];
  return isLine(piece) && ORGANISATION_LINE.test(piece.text) ? opens(pieces[next + 1]) : opens(piece);
}

const opens = (piece: Piece | undefined): boolean =>
  piece !== undefined && (!isLine(piece) || isProse(piece.text) || readLabel(piece.text) !== undefined || readDivision(piece.text) !== undefined || NOTE.test(piece.text) || isAddressee(piece.text) || isNameListLine(piece.text) || /^目[\s\u3000]*[录次]$/.test(piece.text));
