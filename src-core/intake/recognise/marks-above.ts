import { block } from '../block.ts';
import type { Block } from '../block.ts';
import type { Line } from '../lines.ts';
import { ORGANISATION_END } from './issuer.ts';
import { NUMBER_LINE, ORGANISATION_LINE, RESULT, SIGNATORY, TITLE_END } from './patterns.ts';

/**
 * 发文机关标志 that do not end with 文件: offices, one a line, or ××公告, ××会议纪要, at the very top and right above the number of the
 * document; several offices may have 文件 below them, and further 签发人 may stand below the first.
 */
export function marksAbove(lines: readonly Line[]): ReadonlyMap<Line, Block> {
  const found = new Map<Line, Block>();
  const plain = (line: Line): string => line.text.replace(/[\s\u3000]/g, '');
  let top = 0;
  while (top < lines.length && (RESULT.test(lines[top]!.text) || /^(?:\d{6}|(?:绝密|机密|秘密)(?:★.{0,6})?|特急|加急|特提|平急|急件)$/.test(plain(lines[top]!)))) top++;
  let end = top;
  while (end < lines.length && end - top < 12 && !lines[end]!.said && (ORGANISATION_LINE.test(lines[end]!.text) || JOINT_MARK.test(lines[end]!.text) || NAMED_MARK.test(plain(lines[end]!)) || (end > top && plain(lines[end]!) === '文件'))) end++;
  const number = lines[end];
  const issue = number !== undefined && ISSUE.test(plain(number));
  // 公告 above a number may be the title itself.
  const isMinutes = issue && /期/.test(number.text) && end - top === 1 && /(?:纪要|简报|专报|快报)$/.test(plain(lines[top]!));
  if (!isMinutes && lines.slice(top, end).some((line) => NAMED_MARK.test(plain(line))) && !lines.slice(end + 1).some((line) => TITLE_END.test(plain(line)))) return found;
  if (end === top || !number || !(issue || NUMBER_LINE.test(plain(number))) || (issue && !NAMED_MARK.test(plain(lines[end - 1]!)))) return found;
  if (end - top === 1 && JOINT_MARK.test(lines[top]!.text)) return found;
  for (const line of lines.slice(top, end)) found.set(line, block('issuerMark', line, { line }));
  if (issue) found.set(number, block('documentNumber', number, { line: number }));
  for (let i = end + 1; i < lines.length && (SIGNATORY.test(lines[i]!.text) || (i > end + 1 && SIGNATORY.test(lines[end + 1]!.text) && PERSON.test(plain(lines[i]!)))); i++) {
    if (!SIGNATORY.test(lines[i]!.text)) found.set(lines[i]!, block('signatory', lines[i]!, { line: lines[i]! }));
  }
  return found;
}

/** ××局　文件, above or below it the others: 文件 stands at the right of all, in the middle. */
const JOINT_MARK = new RegExp(`^[\\u4e00-\\u9fff（）]{2,30}${ORGANISATION_END}[\\s\\u3000]+文[\\s\\u3000]*件$`);
const NAMED_MARK = new RegExp(`^[\\u4e00-\\u9fff（）、]{2,40}(?:公告|通告|纪要|简报|专报|快报|${ORGANISATION_END}函)$(?<!关于.*)`);
/** 第6期, 〔2024〕第3号: what minutes and 公告 are counted by. */
export const ISSUE = /^(?:[（(]?(?:(?:19|20)\d{2}年)?第?\d{1,4}[期号次][）)]?|[〔\[（](?:19|20)\d{2}[〕\]）]第?\d{1,4}[期号次]?)$/;
const PERSON = /^(?!关于)[\u4e00-\u9fff·]{2,4}$/;
