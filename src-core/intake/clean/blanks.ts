import { SOFT_BREAK } from '../build/soft-break.ts';
import type { Ledger } from '../ledger.ts';
import { ORGANISATION_END } from '../recognise/issuer.ts';
import { DATE_LINE, TITLE_END } from '../recognise/patterns.ts';
import { replace } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';

const HAN = '\\u3400-\\u9fff〇，。；：、！？“”‘’《》〈〉（）【】〔〕…—';
const BLANKS = new RegExp(`(?<=[${HAN}])[\\s\\u3000]+(?=[${HAN}A-Za-z0-9.+])|(?<=[A-Za-z0-9%.+])[\\s\\u3000]+(?=[${HAN}])|(?<=${SOFT_BREAK})[\\s\\u3000]+|[\\s\\u3000]+(?=${SOFT_BREAK})`, 'g');
/** 中共中央 国务院 is written with a blank; so are two organisations side by side. */
const KEPT_AFTER = new RegExp(`(?:中共中央(?:办公厅)?|${ORGANISATION_END})$`);
const KEPT_BEFORE = new RegExp(`^(?:国务院|[\\u4e00-\\u9fff]{2,20}?${ORGANISATION_END}(?=关于|转发|印发|[\\s\\u3000]|$))`);
const NEVER = /(?!)/;
const LONG = 60;
const TELEPHONE = /^(?:0\d{2,3}[-－—]?)?\d{7,8}(?!\d)|^1\d{10}(?!\d)/;
const SECOND_CONTACT = /^(?:联系电话|联系方式|联系地址|电话|手机|传真|邮编|电子邮箱|邮箱)[：:]/;

/** 云 溪 县 人 民 政 府 会 议 纪 要: each letter of a title or mark set apart. */
const EXPLODED = /^(?:[\u4e00-\u9fff][\s\u3000]+){4,}[\u4e00-\u9fff]$/;
/** 张三　东门街道　75岁: a row of a list without lines, each of its places set apart; the letters of a title, a number or a day may be so too. */
function isRow(text: string): boolean {
  const places = text.split(/\u3000+|\s{2,}/);
  return places.length > 2 && places.filter((each) => each.length > 1).length > 1 && !/[。；，：〔]/.test(text) && !DATE_LINE.test(squash(text)) && !TITLE_END.test(squash(text));
}

const squash = (text: string): string => text.replace(/[\s\u3000]+/g, '');
/** 出席：罗继平 王守义 陈立夏: a blank parts the names. */
const ATTENDANCE = /^(?:出席|列席|请假|缺席|参加|参会|主持|记录)(?:人员?)?：(?:[\s\u3000]*[\u4e00-\u9fff·]{1,4}(?=[\s\u3000]|$))+$/;

const POST = '(?:长|长助理|主任|主席|书记|委员|常委|总理|专员|[成组部党]员|干部|工程师|经济师|会计师|会长|校长|所长|行长|队长|厂长|经理|馆长|政委|参谋|部长助理|[一二三四]级[调主]\\S{1,3})';
/** 林远舟 县民政局局长: a name, a blank, a post; the name of two characters may be set apart too, 组长： may stand before it. */
const NAME_AND_POST = new RegExp(`^(?:[\\u4e00-\\u9fff]{1,6}[\\s\\u3000]*[\\u4e00-\\u9fff]?[：:][\\s\\u3000]*)?(?:[\\u4e00-\\u9fff·]{2,4}|[\\u4e00-\\u9fff][\\s\\u3000]+[\\u4e00-\\u9fff])[\\s\\u3000]+[\\u4e00-\\u9fff（）、\\d]{2,40}${POST}$`);
/** 市审计局局长 林远舟: who gives a report. */
const POST_AND_NAME = new RegExp(`^[\\u4e00-\\u9fff]{2,30}(?:长|主任|主席|书记|总理)[\\s\\u3000]+[\\u4e00-\\u9fff·]{2,4}$`);
const namesPerson = (match: RegExpExecArray): boolean =>
  POST_AND_NAME.test(match.input) || NAME_AND_POST.test(match.input);

/**
 * Blanks between Han characters, and between these and digits, go. Kept as one full-width blank: a wide gap in a short line
 * (names set apart, 组　长), for it parts words; kept as they are: blanks in Latin text.
 */
export function removeBlanks(spelled: Spelled, ledger: Ledger): Spelled {
  if (!/[\s\u3000]/.test(spelled.text)) return spelled;
  const short = spelled.text.length < LONG && !/[。；]/.test(spelled.text);
  return replace(spelled, BLANKS, (match) => keptBlank(match, short), (gone) => ledger.note('removed-blank', gone));
}

function keptBlank(match: RegExpExecArray, short: boolean): string {
  const before = match.input.slice(Math.max(0, match.index - 12), match.index);
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 40);
  // Blanks set a line of a paragraph by hand.
  if (before.endsWith(SOFT_BREAK) || after.startsWith(SOFT_BREAK)) return '';
  if ((short || before.includes('.')) && match.index < 12 && /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(before) && /^[\u4e00-\u9fff]/.test(after) && !/^[年月日个万亿元时点分]/.test(after)) return '\u3000';
  if (match.index <= 6 && /^[图表]\s?\d{1,2}(?:[-—.]\d{1,2})?$/.test(before)) return '\u3000';
  // （　　年）, 2026年　月　日: to be filled in by hand.
  if (short && (/（$/.test(before) ? /^年度?）/ : /[年月]$/.test(before) ? /^[月日]/ : NEVER).test(after)) return '\u3000';
  // 联系人：许棠　0000-5550186
  if (short && /^[（(]?联\s?系/.test(match.input) && /[\u3400-\u9fff]$/.test(before) && /^\d/.test(after) && (/[\u3000]|\s{2}/.test(match[0]) || (!/(?:电话|手机|传真|号码)$/.test(before) && TELEPHONE.test(after)))) return '\u3000';
  // 联系人：许棠　联系电话：0000-5550186
  if (short && SECOND_CONTACT.test(after)) return '\u3000';
  const betweenHan = /[\u3400-\u9fff〇）：]$/.test(before) && /^[\u3400-\u9fff〇（]/.test(after);
  if (short && /[\u3000]|\s{2}/.test(match[0]) && isRow(match.input)) return '\u3000';
  if (!betweenHan) return '';
  if (/中共中央(?:办公厅)?$/.test(before) && after.startsWith('国务院')) return ' ';
  if (/^第(?:[一二三四五六七八九十百]{1,5}|\d{1,3})[条章节编]$/.test(before)) return '\u3000';
  if (!short) return '';
  if (ATTENDANCE.test(match.input)) return '\u3000';
  if (EXPLODED.test(match.input) && (TITLE_END.test(squash(match.input)) || /文件$/.test(squash(match.input)))) return '';
  // 公　　告: the letters of one word set apart.
  if (match.index === 1 && match[0].length + 2 === match.input.length && TITLE_END.test(match.input.replace(/[\s\u3000]+/, ''))) return '';
  if (namesPerson(match)) return '\u3000';
  // 市长　　林远舟: who signs an order.
  if (match[0] === '\u3000\u3000' && /^[\u4e00-\u9fff]{1,8}(?:长|主任|主席|总理)$/.test(before) && /^[\u4e00-\u9fff·]{2,6}$/.test(after)) return match[0];
  if (match[0].length > 1 || match[0] === '\u3000') return '\u3000';
  return KEPT_AFTER.test(before) && KEPT_BEFORE.test(after) ? ' ' : '';
}
