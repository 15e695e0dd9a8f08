import { ROLES } from '../../document/roles.ts';
import type { Role } from '../../document/roles.ts';
import { formatOfficialDate, readOfficialDate } from '../../units/date.ts';
import { block, isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import { isRemains } from '../clean/website.ts';
import type { Ledger } from '../ledger.ts';
import { isLine } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { join, slice, trim, written } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { noteAttachments, readAttachments, trimEnding } from './attachments.ts';
import type { Attachments } from './attachments.ts';
import { readDivision } from './division.ts';
import { ORGANISATION_END } from './issuer.ts';
import { listedBelow } from './listed-below.ts';
import { readPartTitle } from './part-title.ts';
import type { PartTitle } from './part-title.ts';
import { readImprint } from './imprint.ts';
import { ANNEX_MARK, ATTACHMENT, BARE_DATE, CONTACT, COPY_TO, DATE, DATE_LINE, ISSUED_TO, MORE_CONTACT, NOTE, NUMBER_IN_BRACKETS, NUMBER_LINE, OFFICE_ALONE, OPEN_DATE, ORGANISATION_LINE, PERSON_SIGNS, PUBLICITY, RESULT, SENT_TO, TITLE_END, isAddressee, withoutSigningWord } from './patterns.ts';
import { readLabel } from './label.ts';
import { isNameListLine } from './name-list.ts';
import { isProse } from './prose.ts';
import { noteRepeated, repeatedBelow } from './repeated-below.ts';

/** The elements below the head, in the order of the source. */
export interface Body {
  readonly parts: readonly Part[];
  readonly imprint: readonly Block[];
}

/** What the reader knows while it goes down the page. */
interface State {
  readonly pieces: readonly Piece[];
  readonly title: string;
  /** The text is a copied page: odd short lines after the end belong to the page. */
  readonly suspect: boolean;
  readonly ledger: Ledger;
  readonly parts: Part[];
  readonly imprint: Block[];
  /** A date has closed the document or the part being read. */
  closed: boolean;
  /** Inside an annex or an embedded document. */
  inPart: boolean;
  /** It is a document with a 主送 of its own: one that is passed on, or an annex that is a letter. */
  isAddressed: boolean;
  attachments: number;
}

/** Reads everything below the addressee: body, 附件说明, signature and date, notes, annexes, embedded documents, 版记. */
export function readBody(pieces: readonly Piece[], title: string, suspect: boolean, ledger: Ledger): Body {
  const state: State = { pieces, title, suspect, ledger, parts: [], imprint: [], closed: false, inPart: false, isAddressed: false, attachments: 0 };
  for (let i = 0; i < pieces.length; ) i = readPiece(state, i);
  if (!state.closed && !state.inPart) claimSignatures(state);
  return { parts: state.parts, imprint: state.imprint };
}

/** Reads the piece at `i` and whatever belongs to it; returns the index of the next. */
function readPiece(state: State, i: number): number {
  const piece = state.pieces[i]!;
  if (!isLine(piece)) {
    state.parts.push(piece);
    return i + 1;
  }
  const repeated = state.closed && !state.inPart ? repeatedBelow(state.pieces, i, state.title, state.parts) : [];
  if (repeated.length > 0) {
    noteRepeated(repeated, state.ledger);
    return state.pieces.length;
  }
  return readSaid(state, piece, i) ?? readKnown(state, piece, i) ?? readAnnex(state, piece, i) ?? readImprintAt(state, i) ?? readClosing(state, piece, i) ?? readEmbedded(state, piece, i) ?? readPlain(state, piece, i);
}

/** What a person said it is. Headings and articles stay body here: their labels are read further on. */
function readSaid(state: State, line: Line, i: number): number | undefined {
  const role = line.said?.role;
  if (role === undefined) return undefined;
  if (role === 'left-out') {
    state.ledger.note('left-out', line);
    return i + 1;
  }
  if (role === 'date') return readDateLine(state, line, i);
  const typed = LABELS[role]?.exec(line.text)?.[0].length ?? 0;
  const label = typed < line.text.length ? typed : 0;
  if (label > 0) state.ledger.note('computed-label', slice(line, 0, label));
  const text = slice(line, label);
  if (ROLES[role].part === 'imprint') state.imprint.push(block(role, text, { line }));
  else state.parts.push(block(role === 'heading' || role === 'article' ? 'body' : role, text, { line }));
  if (role === 'attachmentNote') state.attachments++;
  if (role === 'annex' || role === 'embedded') openPart(state, role, text.text);
  return i + 1;
}

/** What such a paragraph is typed with, and the document computes. */
const LABELS: Partial<Record<Role, RegExp>> = {
  attachmentNote: /^(?:附[\s\u3000]*件?[\s\u3000]*[：:][\s\u3000]*)?(?:\d{1,2}[\s\u3000]*[.．、][\s\u3000]*)?/,
  annex: /^附[\s\u3000]*件[\s\u3000]*\d{0,2}[\s\u3000]*[：:.．]?[\s\u3000]*/,
  sentTo: SENT_TO,
  copyTo: COPY_TO,
};

/** A Word file with our styles says itself what a paragraph is. */
function readKnown(state: State, line: Line, i: number): number | undefined {
  const role = line.source?.role;
  if (role === undefined || role === 'body' || role === 'heading') return undefined;
  if (ROLES[role].part === 'imprint') state.imprint.push(block(role, line, { line }));
  else state.parts.push(block(role, line, { line }));
  if (role === 'date') state.closed = true;
  return i + 1;
}

function readAnnex(state: State, line: Line, i: number): number | undefined {
  const { text } = line;
  const opens = /^附[\s\u3000]*件[\s\u3000]*(?:\d{1,2})?[\s\u3000]*[：:.．]?[\s\u3000]*(?=\S)/.exec(text);
  if (ANNEX_MARK.test(text)) {
    const list = (!state.closed || state.attachments === 0) && /[：:]$/.test(text) && (!state.inPart || startsList(state.pieces[i + 1])) ? readAttachments(state.pieces, i) : undefined;
    if (list) return addAttachments(state, list);
    const below = state.pieces[i + 1];
    if (isLine(below) && below.said?.role === 'annex') {
      state.ledger.note('computed-label', line);
      return i + 1;
    }
    const title = readPartTitle(state.pieces, i + 1, state.ledger, { listed: state.parts.filter(isBlock).filter(({ role }) => role === 'attachmentNote').map((each) => each.text.text) });
    if (!title) return undefined;
    if (state.inPart && SUB_TABLE.test(text)) return addSubTable(state, line, title);
    state.ledger.note('computed-label', line);
    return beginPart(state, 'annex', title.text, title.next, text);
  }
  if (ATTACHMENT.test(text) && (!state.closed || state.attachments === 0)) {
    const list = readAttachments(state.pieces, i);
    if (list) return addAttachments(state, list);
  }
  const listed = opens && !state.inPart && state.attachments === 0 ? listedBelow(state.pieces, i, state.closed) : [];
  if (listed.length > 0) {
    for (const each of listed) {
      state.ledger.note('computed-label', slice(each.line, 0, each.label));
      const ends: Spelled[] = [];
      state.parts.push(block('attachmentNote', trimEnding(slice(each.line, each.label), ends)));
      for (const end of ends) state.ledger.note('dropped-website-remains', end);
    }
    state.attachments += listed.length;
    return i + listed.length;
  }
  if (state.closed && namesListed(state, line) && state.pieces[i + 1] !== undefined && !namesListed(state, state.pieces[i + 1]!)) return beginPart(state, 'annex', line, i + 1);
  if (opens && /^附[\s\u3000]*件[\s\u3000]*\d/.test(text) && (state.closed || state.attachments > 0) && !isProse(text) && text.length < 80) {
    state.ledger.note('computed-label', slice(line, 0, opens[0].length));
    return beginPart(state, 'annex', slice(line, opens[0].length), i + 1, opens[0]);
  }
  return undefined;
}

/** 附表1 of an annex: the label 附件 would be another's, so its own words stay. */
const SUB_TABLE = /^附[\s\u3000]*表/;

function addSubTable(state: State, line: Line, title: PartTitle): number {
  state.ledger.note('kept-as-body', line);
  state.parts.push(block('body', line, { line }), block('body', title.text, { align: 'center' }));
  state.closed = false;
  return title.next;
}

const startsList = (piece: Piece | undefined): boolean => isLine(piece) && /^1[\s\u3000]*[.．、]/.test(piece.text);

function addAttachments(state: State, list: Attachments): number {
  noteAttachments(list, state.ledger);
  for (const name of list.names) state.parts.push(block('attachmentNote', name));
  state.attachments += list.names.length;
  return list.next;
}

function beginPart(state: State, role: 'annex' | 'embedded', title: Spelled, next: number, mark = ''): number {
  const number = /附\D*(\d+)/.exec(mark)?.[1];
  state.parts.push(block(role, title, number === undefined ? {} : { number: Number(number) }));
  openPart(state, role, title.text);
  return next;
}

function openPart(state: State, role: 'annex' | 'embedded', title: string): void {
  state.inPart = true;
  state.isAddressed = role === 'embedded' || LETTER.test(title);
  state.closed = false;
}

const LETTER = /(?:信|函|书|通知|通报)$/;

function readImprintAt(state: State, i: number): number | undefined {
  const found = readImprint(state.pieces, i, { closed: state.closed || state.inPart, copied: state.imprint.some(({ role }) => role === 'copyTo') }, state.ledger);
  if (!found) return undefined;
  state.imprint.push(...found.blocks);
  return found.next;
}

/** 署名, 成文日期 and what stands below them. */
function readClosing(state: State, line: Line, i: number): number | undefined {
  const { text } = line;
  const above = state.parts[state.parts.length - 1];
  if (DAY_OF_NOTE.test(text) && isBlock(above) && above.role === 'titleNote' && ORGANISATION_LINE.test(above.text.text)) return add(state, 'titleNote', line, i);
  if (DATE_LINE.test(text.replace(/[\s\u3000]/g, '')) && text.length < 30) return readDateLine(state, line, i);
  if (BARE_DATE.test(text) && !state.closed && !state.inPart && isNearEnd(state, i)) return readDateLine(state, line, i);
  if (OPEN_DATE.test(text.replace(/[\s\u3000]/g, '')) && !state.closed && !state.inPart && isNearEnd(state, i) && isBelowText(state)) return readDateLine(state, line, i);
  const attending = state.title.endsWith('纪要') ? ATTENDING.exec(text) : null;
  if (attending && attending[0].length < text.length) {
    state.ledger.note('computed-label', slice(line, 0, attending[0].length));
    state.parts.push(block(ATTENDING_ROLES[attending[1]!]!, slice(line, attending[0].length), { line }));
    return i + 1;
  }
  if (RESULT.test(text)) return add(state, 'resultMark', line, i);
  // Without brackets, and above the close, it is a sentence of the text.
  if (PUBLICITY.test(text) || (CONTACT.test(text) && (state.closed || !/。$/.test(text)))) return add(state, 'note', line, i);
  if (MORE_CONTACT.test(text) && !/。$/.test(text) && (isBelowContact(state) || isAboveContact(state, i))) return add(state, 'note', line, i);
  if (NOTE.test(text) && text.length < 120 && (state.closed || i >= state.pieces.length - 3 || /公开|本文有删减/.test(text)) && !/^（[一二三四五六七八九十\d]+）/.test(text)) return add(state, 'note', line, i);
  return undefined;
}

/** Below a name, a contact or the end of the text. */
function isBelowText({ parts }: State): boolean {
  const above = parts[parts.length - 1];
  return isBlock(above) && (above.role === 'note' || (above.role === 'body' && (isName(above.text.text) || /[。！）]$/.test(above.text.text))));
}

function isBelowContact({ parts }: State): boolean {
  const above = parts[parts.length - 1];
  return isBlock(above) && above.role === 'note' && (CONTACT.test(above.text.text) || MORE_CONTACT.test(above.text.text));
}

/** 地址：, 邮编：, then 联系人：. */
function isAboveContact({ pieces }: State, i: number): boolean {
  const below = pieces.slice(i + 1, i + 4).find((piece) => !isLine(piece) || !MORE_CONTACT.test(piece.text));
  return isLine(below) && CONTACT.test(below.text);
}

/** No running text comes below. */
const isNearEnd = ({ pieces }: State, i: number): boolean => pieces.slice(i + 1, i + FEW_LINES).every((piece) => isLine(piece) && !isProse(piece.text));
const FEW_LINES = 8;

/** 出席：, 请假：, 列席： of minutes (GB/T 9704—2012 10.3). */
const ATTENDING = /^(出席|请假|列席)(?:人员)?[：:]\s*/;
const ATTENDING_ROLES: Readonly<Record<string, Role>> = { 出席: 'present', 请假: 'excused', 列席: 'observing' };

function readDateLine(state: State, line: Line, i: number): number {
  claimSignatures(state);
  state.parts.push(block('date', readDate(line, state.ledger), { line }));
  state.closed = true;
  return i + 1;
}

function add(state: State, role: Role, line: Line, i: number): number {
  state.parts.push(block(role, line, { line }));
  return i + 1;
}

/** 2024.6.27 and 二〇二四年六月二十七日 are written 2024年6月27日 (GB/T 9704—2012 7.3.5.4). */
function readDate(line: Line, ledger: Ledger): Spelled {
  const plain = line.text.replace(/[\s\u3000]/g, '').replace(/^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/, '$1年$3月$4日').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1年$2月$3日').replace(/号$/, '日').replace(BARE_DATE, (_, year: string, ...parts: (string | undefined)[]) => `${year}年${parts.slice(0, 10).filter((part) => part !== undefined).join('月')}日`).replace(/[ＯOΟО○oο]/g, '〇').replace(/^[二一][^年]{3}年/, (year) => year.replace(/[0０]/g, '〇'));
  const iso = readOfficialDate(plain);
  const text = iso === undefined ? line.text : formatOfficialDate(iso);
  if (text === line.text) return line;
  ledger.note('normalised-date', line);
  return written(text);
}

/** Short lines right above a date are names: of organisations, or of the person who signs an order. */
function claimSignatures(state: State): void {
  for (let i = state.parts.length - 1, names = 0; i >= 0 && names < 8; i--, names++) {
    const part = state.parts[i]!;
    if (names === 0 && isBlock(part) && part.role === 'body' && !part.line?.said && OFFICE_ALONE.test(part.text.text.replace(/[\s\u3000]/g, ''))) {
      state.parts.splice(i, 1, block('signature', part.text));
      break;
    }
    // （印章） marks where the seal goes.
    if (isBlock(part) && part.role === 'note' && SEAL.test(part.text.text)) continue;
    if (!isBlock(part) || part.role !== 'body' || part.line?.said || !isName(part.text.text)) break;
    const broken = nameAbove(state, i);
    if (broken) {
      state.ledger.note('joined-line', slice(part.text, 0, 1));
      state.parts.splice(i - 1, 2, block('signature', join([broken.text, part.text])));
      break;
    }
    const single = splitNames(part.text);
    state.parts.splice(i, 1, ...single.map((name) => block('signature', name)));
  }
}

const SEAL = /^（(?:此处)?(?:加?盖)?(?:印章|公章|单位公章|章)）$/;

/** The first line of a name that went over two: ××县××镇 / 治理工作专班. Right below the end of the text, and no name by itself. */
function nameAbove({ parts }: State, i: number): Block | undefined {
  const [before, above, name] = [parts[i - 2], parts[i - 1], parts[i]];
  if (!isBlock(above) || above.role !== 'body' || above.line?.said || !isBlock(name) || !isBlock(before)) return undefined;
  const { text } = above.text;
  const isStart = text.length <= 30 && /^[\u4e00-\u9fff（）、·]+$/.test(text) && !isName(text) && !/^(?:特此|此致|专此|以上|敬礼|现予|附)|[于将]$/.test(text) && (/[省市县区州盟旗镇乡村国]/.test(text) || /^(?:和|及|与|委员会|办公室|领导小组)/.test(name.text.text));
  return isStart && /[。！）]$/.test(before.text.text) && ORGANISATION_LINE.test(text + name.text.text) ? above : undefined;
}

const isName = (text: string): boolean =>
  (text.length <= 60 && ORGANISATION_LINE.test(withoutSigningWord(text)) && readLabel(text) === undefined) || PERSON_SIGNS.test(text);

/** ××局　　××局: several names on one line. */
/** 培训班回执 below the close: a line of the 附件说明 once more, over what goes with the document. */
const namesListed = ({ parts }: State, piece: Piece): boolean =>
  isLine(piece) && !piece.said && piece.text.length >= 4 && parts.some((part) => isBlock(part) && part.role === 'attachmentNote' && squash(part.text.text) === squash(piece.text)) && !parts.some((part) => isBlock(part) && part.role === 'annex' && squash(part.text.text) === squash(piece.text));

function splitNames(text: Spelled): Spelled[] {
  const parts: Spelled[] = [];
  let done = 0;
  for (const match of text.text.matchAll(/[\s\u3000]+/g)) {
    const left = text.text.slice(done, match.index);
    const right = text.text.slice(match.index + match[0].length).split(/[\s\u3000]/)[0]!;
    if (!ORGANISATION_LINE.test(left) || !ORGANISATION_LINE.test(right) || right.length < 3) continue;
    parts.push(slice(text, done, match.index));
    done = match.index + match[0].length;
  }
  return [...parts, slice(text, done)].map(trim);
}

/** A title after the close, over the text that the document issues or passes on. */
function readEmbedded(state: State, line: Line, i: number): number | undefined {
  if (opensAnother(state, i) || explains(state, i)) return beginPart(state, 'embedded', line, i + 1);
  if ((!state.closed && !state.inPart) || isProse(line.text) || readLabel(line.text) || isRemains(line.text)) return undefined;
  const above = state.parts[state.parts.length - 1];
  if (!state.closed && !(isBlock(above) && /。$/.test(above.text.text))) return undefined;
  const title = readPartTitle(state.pieces, i, state.ledger, { documentTitle: state.closed ? state.title || openingOf(state) : '' });
  // 关于印发…两个规定的通知: below the first the second.
  const isSecond = state.inPart && /印发|转发|公布/.test(state.title);
  return title && (title.isNamed || title.isPassedOn || isSecond || !state.suspect || namesPeople(state.pieces[title.next])) ? beginPart(state, 'embedded', title.text, title.next) : undefined;
}

/** Below the text, title, number and 主送 of another document stand one under the other: a page that prints several. */
function opensAnother({ pieces, parts }: State, i: number): boolean {
  const [title, number, addressee] = pieces.slice(i, i + 3).map((piece) => (isLine(piece) && !piece.said && !piece.source ? piece.text : ''));
  if (!title || !number || !addressee || !TITLE_END.test(title.replace(/[\s\u3000]/g, '')) || isProse(title)) return false;
  const bare = number.replace(/[\s\u3000]/g, '');
  return (NUMBER_LINE.test(bare) || NUMBER_IN_BRACKETS.test(bare)) && isAddressee(addressee) && parts.some((part) => isBlock(part) && isProse(part.text.text));
}

/** 《某规定》说明 over its own 一、: what explains the document above it, which bears no date. */
function explains({ pieces, parts, title }: State, i: number): boolean {
  const { text } = pieces[i] as Line;
  const below = pieces[i + 1];
  if (!EXPLAINS.test(text) || !isLine(below)) return false;
  const bare = squash(title);
  if (bare.length < 6 || text.length > bare.length + 20 || !squash(text).includes(bare)) return false;
  return readLabel(below.text)?.number === 1 && parts.some((part) => isBlock(part) && part.role === 'body' && isProse(part.text.text));
}

const squash = (text: string): string => text.replace(/[\s\u3000《》]/g, '');
const EXPLAINS = /(?:说明|解读|解释|问答)$/;

/** （2026年2月20日） below the office whose document it is. */
const DAY_OF_NOTE = new RegExp(`^（${DATE}）$`);
/** （××部　一九九七年一月二十八日）: whose document it is that is passed on, and of what day. */
const WHOSE_AND_WHEN = new RegExp(`^（[\\u4e00-\\u9fff、\\s\\u3000]{2,60}${DATE}）$`);

/** Where the title is lost, the text itself says what it passes on: 《…规则》已经…通过，现予印发。 */
const openingOf = ({ parts }: State): string => parts.filter((part) => isBlock(part) && part.role === 'body').slice(0, 3).map((part) => (isBlock(part) ? part.text.text : '')).join('');

/** Below ××领导小组成员名单 people stand, on a copied page too. */
const namesPeople = (piece: Piece | undefined): boolean => isLine(piece) && isNameListLine(piece.text);

/** A scrap at the very end of a copied page, below a table or a full stop: 发布, 附件：. */
function isLast({ pieces, parts }: State, i: number): boolean {
  const above = parts[parts.length - 1];
  const { text } = pieces[i] as Line;
  return i === pieces.length - 1 && text.length <= 6 && !/[。！）]$/.test(text) && (!isBlock(above) || /[。！）]$/.test(above.text.text));
}

/** ××局 ××厅关于建立: at the very end, where the next document of a collection was cut off in its title. */
const CUT_TITLE = new RegExp(`^[\\u4e00-\\u9fff（）\\s\\u3000、]{2,120}${ORGANISATION_END}[\\s\\u3000、]*关于[^。；：，]{0,60}$`);
const isCutTitle = ({ pieces, parts, closed }: State, i: number, text: string): boolean => {
  const above = parts[parts.length - 1];
  return i === pieces.length - 1 && CUT_TITLE.test(text) && !TITLE_END.test(text) && (closed || (isBlock(above) && /。$/.test(above.text.text)));
};

function readPlain(state: State, line: Line, i: number): number {
  if (isCutTitle(state, i, line.text)) {
    state.ledger.note('dropped-foreign-article', line);
    return i + 1;
  }
  const above = state.parts[state.parts.length - 1];
  if (isBlock(above) && (above.role === 'embedded' || above.role === 'annex' || above.role === 'titleNote')) {
    // Whose document it is that is passed on.
    if (above.role === 'embedded' && (ORGANISATION_LINE.test(line.text) || NUMBER_IN_BRACKETS.test(line.text) || NUMBER_LINE.test(line.text.replace(/[\s\u3000]/g, '')))) return add(state, 'titleNote', line, i);
    if (state.isAddressed && isAddressee(line.text)) return add(state, 'addressee', line, i);
    if (above.role !== 'titleNote' && NOTE.test(line.text) && (/通过|公布|发布|修订|修正|批准|施行|试行|^（[\s\u3000]*(?:\d{4})?[\s\u3000]*年度?[\s\u3000]*）$/.test(line.text) || WHOSE_AND_WHEN.test(line.text))) return add(state, 'titleNote', line, i);
  }
  if (state.closed && !state.inPart && state.parts.some((part) => isBlock(part) && part.role === 'signature' && part.text.text === line.text)) {
    state.ledger.note('dropped-duplicate', line);
    return i + 1;
  }
  if ((state.closed || isLast(state, i)) && !isProse(line.text) && !readLabel(line.text) && !readDivision(line.text) && (isRemains(line.text) || state.suspect)) {
    state.ledger.note('dropped-website-remains', line);
    return i + 1;
  }
  if (ISSUED_TO.test(line.text)) state.ledger.note('kept-as-body', line);
  else if (state.closed && !state.inPart) state.ledger.doubt('after-end', line);
  state.parts.push(block('body', line, { line, ...(line.source?.align ? { align: line.source.align } : {}) }));
  return i + 1;
}
