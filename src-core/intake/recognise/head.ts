import { ROLES } from '../../document/roles.ts';
import type { Role } from '../../document/roles.ts';
import { block } from '../block.ts';
import type { Block, Part } from '../block.ts';
import { isOwnFact, isRemains } from '../clean/website.ts';
import type { SiteResult } from '../clean/website.ts';
import type { Known } from '../source.ts';
import type { Ledger } from '../ledger.ts';
import { isLine } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { typedWidth } from '../../units/text-width.ts';
import { EMPTY, join, slice, written } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { normaliseNumber } from './document-number.ts';
import { ORGANISATION_END, issuerInTitle } from './issuer.ts';
import { ATTACHMENT, DATE, DATE_LINE, NOTE, NUMBER, NUMBER_IN_BRACKETS, NUMBER_LINE, ORGANISATION_LINE, REGISTER_NUMBER, RESULT, SIGNATORY, TITLE_END, isAddressee, mayAddress } from './patterns.ts';
import { readLabel } from './label.ts';
import { ISSUE, marksAbove } from './marks-above.ts';
import { isOccasion } from './occasion.ts';
import { withoutSection } from './section-name.ts';
import { titleByPlace } from './title-by-place.ts';
import { beginsBody, isProse, opensParagraph } from './prose.ts';

/** The elements above the body, and where the body begins. */
export interface Head {
  readonly masthead: readonly Block[];
  readonly main: readonly Part[];
  /** Index of the first piece that is not part of the head. */
  readonly end: number;
}

const FARTHEST = 400;

/**
 * Finds 版头, 标题 and 主送机关 above the first running text. The title is looked for from the addressee upwards, for on a copied
 * page the last title before the text is the document's own; what stands above it there belongs to the page.
 */
export function readHead(pieces: readonly Piece[], site: Pick<SiteResult, 'facts' | 'dropped'>, ledger: Ledger): Head {
  const { body, addressee } = findBody(pieces);
  const lines = pieces.slice(0, addressee?.start ?? body).filter(isLine);
  const rest = new Set(lines);
  const masthead: Block[] = [];
  const main: Part[] = [];
  const said = lines.filter((line) => line.said);
  for (const line of said) {
    if (line.said!.role === 'left-out') ledger.note('left-out', line);
    else if (isMasthead(line.said!.role)) masthead.push(block(line.said!.role, line, { line }));
    if (line.said!.role === 'left-out' || isMasthead(line.said!.role)) rest.delete(line);
  }
  const marks = marksAbove(lines);
  const days: Block[] = [];
  for (const line of lines) {
    if (line.said) continue;
    const dated = readBracketed(line, ledger);
    if (dated && !masthead.some(({ role }) => role === 'documentNumber')) {
      masthead.push(dated.number);
      days.push(dated.day);
      rest.delete(line);
      continue;
    }
    const found = marks.get(line) ?? readMasthead(line, masthead, ledger);
    if (found && masthead.some((each) => each.role === found.role && isSame(each.text.text, found.text.text))) {
      ledger.note('dropped-duplicate', line);
      rest.delete(line);
    } else if (found) {
      masthead.push(found);
      rest.delete(line);
    }
  }
  const placed = (line: Line | undefined): Title | undefined => line && makeTitle([line], ledger);
  const told = said.filter((line) => line.said!.role === 'title');
  const title = told.length > 0 ? makeTitle(told, ledger) : findTitle(lines.filter((line) => rest.has(line) && !line.said), ledger) ?? placed(titleByPlace(lines.filter((line) => rest.has(line) && !line.said && !datesIssue(lines, line)), { isPage: site.dropped > 0, headline: site.facts.headline }));
  if (title) {
    for (const line of title.lines) rest.delete(line);
    if (title.number && masthead.some(({ role }) => role === 'documentNumber')) ledger.note('dropped-duplicate', title.number);
    else if (title.number) masthead.push(block('documentNumber', normaliseNumber(title.number, ledger)));
  }
  const titleAt = title ? lines.indexOf(title.lines[0]!) : -1;
  const leftovers = [...rest];
  const joinNote = (line: Line): boolean => {
    const note = below[below.length - 1];
    if (note?.role !== 'titleNote' || !/^[—-]{2}.*[^上）]$/.test(note.text.text) || !/[上）]$/.test(line.text)) return false;
    ledger.note('joined-line', slice(line, 0, 1));
    below[below.length - 1] = block('titleNote', join([note.text, line]));
    return true;
  };
  const suspect = site.dropped > 0 || leftovers.length >= 5;
  const isFrame = (line: Line, isAbove: boolean): boolean => !isProse(line.text) && (isAbove ? suspect : site.dropped > 0 && line.text.length < 12);
  const above: Block[] = [];
  const below: Block[] = [...days];
  for (const line of leftovers) {
    const isAbove = titleAt >= 0 && lines.indexOf(line) < titleAt;
    if (line.said) below.push(block(line.said.role === 'addressee' ? 'addressee' : 'titleNote', line, { line }));
    else if (REGISTER_NUMBER.test(line.text)) ledger.note('unsupported-part', line);
    else if (title && (isSame(line.text, title.text.text) || isSame(line.text, issuerInTitle(title.text.text) ?? '') || isTail(line.text, title.text.text))) ledger.note('dropped-duplicate', line);
    else if (title && repeatsTitle(line.text, title.text.text)) ledger.note('dropped-website-remains', line);
    else if (isOccasion(lines, line)) below.push(block('titleNote', line, { line }));
    else if (datesIssue(lines, line)) below.push(block('titleNote', line, { line }));
    else if (isRemains(line.text) || isFrame(line, isAbove)) ledger.note('dropped-website-remains', line);
    else if (title && !isAbove && joinNote(line)) continue;
    else if (title && !isAbove && (FACT_OF_PARTY.test(line.text) || PARTY.test(line.text))) below.push(block('body', line, { line }));
    else if (title && !isAbove && line.text.length <= 60) below.push(block('titleNote', line));
    else {
      ledger.doubt('above-title', line);
      (isAbove ? above : below).push(block('body', line));
    }
  }
  if (title) main.push(block('title', title.text, { line: title.lines[0]! }));
  // A table that stands above the text stays there; one of short words only may be a menu, but who knows.
  main.push(...above, ...below, ...pieces.slice(0, addressee?.start ?? body).filter((piece) => piece.kind === 'table'));
  if (addressee) main.push(block('addressee', addressee.text, { line: pieces[addressee.start] as Line }));
  return { masthead, main, end: addressee?.end ?? body };
}

/** 当事人：某某食品店: whom a decision is about, named line by line above its text. */
const FACT_OF_PARTY = /^[\u4e00-\u9fff][\u4e00-\u9fff（）]{1,15}：[^：]/;

/** 张某，男，1965年3月出生，住…。: who has asked, above the line that addresses them. */
const PARTY = /^[\u4e00-\u9fff·×＊*]{2,10}，[男女]，[^。]{2,100}。?$/;

function isParty(pieces: readonly Piece[], index: number): boolean {
  for (const piece of pieces.slice(index, index + 6)) {
    if (!isLine(piece) || piece.said) return false;
    if (isAddressee(piece.text)) return piece !== pieces[index];
    if (!PARTY.test(piece.text) && !FACT_OF_PARTY.test(piece.text)) return false;
  }
  return false;
}

interface Addressee {
  readonly start: number;
  readonly end: number;
  readonly text: Spelled;
}

/** Where the running text begins, and the addressee right above it (over several lines where it was broken). */
function findBody(pieces: readonly Piece[]): { body: number; addressee?: Addressee } {
  let body = pieces.findIndex((piece, index) => index < FARTHEST && beginsText(piece) && !isMenuTable(piece) && !standsAboveTitle(pieces, index) && !isParty(pieces, index));
  if (body < 0) body = lastTitle(pieces) + 1;
  else if (opensParagraph(pieces[body - 1], pieces[body])) body--;
  const broken = brokenAddressee(pieces, body);
  if (broken) return { body: broken.end, addressee: broken };
  let named = body;
  for (let i = body; i >= 0; i--) {
    const piece = pieces[i];
    if (isLine(piece) && addresses(piece)) {
      named = i;
      break;
    }
    if (i === 0) return unnamedAddressee(pieces, body);
  }
  const last = pieces[named] as Line | undefined;
  if (!last || !isLine(last) || !addresses(last) || (pieces.slice(named + 1, body).length > 3 && !standsBelowTitle(pieces, named, body))) return { body };
  let start = named;
  while (start > 0 && (last.said ? sameWord(pieces[start - 1]!, last) : continuesAddressee(pieces[start - 1]!, pieces[start] as Line))) start--;
  const text = join(pieces.slice(start, named + 1).filter(isLine));
  return { body, addressee: { start, end: named + 1, text } };
}

/** Right below the title or the number, and below it no other: the first sentence of the text goes over many lines before its first comma. */
function standsBelowTitle(pieces: readonly Piece[], named: number, body: number): boolean {
  const isHead = (piece: Piece | undefined): boolean => isLine(piece) && (isTitleEnd(piece.text) || NUMBER_LINE.test(plainOf(piece.text)));
  return isHead(pieces[named - 1]) && body - named <= MOST_OPENING && !pieces.slice(named + 1, body).some((piece) => !isLine(piece) || isHead(piece) || (isRemains(piece.text) && !isOwnFact(piece.text)));
}

const MOST_OPENING = 10;

const addresses = (line: Line): boolean => (line.said ? line.said.role === 'addressee' : isAddressee(line.text));
const sameWord = (above: Piece, line: Line): boolean => isLine(above) && above.said === line.said;

/** The first piece below the head: by what a person said of it, else by its look. */
function beginsText(piece: Piece): boolean {
  if (!isLine(piece)) return true;
  const role = piece.said?.role;
  if (role === undefined) return beginsBody(piece.text);
  return !isMasthead(role) && role !== 'title' && role !== 'titleNote' && role !== 'addressee' && role !== 'left-out';
}

const isMasthead = (role: Known['role']): role is MastheadRole => role !== 'left-out' && ROLES[role].part === 'masthead';

/** Where the running text seems to begin, an addressee may stand that was broken in the middle of a name. */
function brokenAddressee(pieces: readonly Piece[], start: number): Addressee | undefined {
  const lines: Line[] = [];
  for (let i = start; i < pieces.length && lines.length < 5; i++) {
    const line = pieces[i];
    if (!isLine(line) || line.said || readLabel(line.text) || /[。；！？：]./.test(line.text)) return undefined;
    lines.push(line);
    if (!/：$/.test(line.text)) continue;
    const text = join(lines);
    if (lines.length === 1 || !isAddressee(text.text)) return undefined;
    let from = start;
    while (from > 0 && continuesAddressee(pieces[from - 1]!, pieces[from] as Line)) from--;
    return { start: from, end: i + 1, text: from === start ? text : join([...pieces.slice(from, start).filter(isLine), text]) };
  }
  return undefined;
}

/** The line right between a title and running text that ends with a colon addresses someone, whoever that is. */
function unnamedAddressee(pieces: readonly Piece[], body: number): { body: number; addressee?: Addressee } {
  for (const at of [body - 1, body]) {
    const line = pieces[at];
    const below = pieces[at + 1];
    if (!isLine(line) || line.said || !mayAddress(line.text) || readLabel(line.text) || !isLine(below) || !isProse(below.text) || isRemains(line.text)) continue;
    const above = pieces.slice(Math.max(0, at - 4), at);
    if (!above.some((piece) => isLine(piece) && (TITLE_END.test(plainOf(piece.text)) || NUMBER_LINE.test(plainOf(piece.text))))) continue;
    return { body: at + 1, addressee: { start: at, end: at + 1, text: line } };
  }
  return { body };
}

type MastheadRole = { [R in Role]: (typeof ROLES)[R]['part'] extends 'masthead' ? R : never }[Role];

/** A table above the title of the document: a 版头 set in a way nobody knows. */
function standsAboveTitle(pieces: readonly Piece[], index: number): boolean {
  if (isLine(pieces[index])) return false;
  const isTitle = (piece: Piece): boolean => isLine(piece) && isTitleEnd(piece.text) && /关于|印发|转发/.test(piece.text);
  const below = pieces.slice(index + 1, index + 9);
  const end = below.findIndex((piece) => isLine(piece) && isProse(piece.text));
  return !pieces.slice(0, index).some(isTitle) && below.slice(0, end < 0 ? below.length : end).some(isTitle);
}

const isMenuTable = (piece: Piece): boolean => piece.kind === 'table' && piece.rows.every((row) => row.every((cell) => cell.paragraphs.every((part) => part.text.length < 12)));

const continuesAddressee = (above: Piece, line: Line): boolean =>
  isLine(above) && !above.said && !line.gap && (/[、，]$/.test(above.text) || (OPEN_NAMES.test(above.text) && typedWidth(above.text) >= FULL_LINE && !/关于|印发|转发/.test(above.text)) || (REST_OF_ADDRESSEE.test(line.text) && OPEN_ADDRESSEE.test(above.text))) && !TITLE_END.test(above.text) && !isProse(above.text);

/** 王某、李某、赵某 / 某、孙某代表：: a full line of names, the break in the middle of one. */
const OPEN_NAMES = /^[\u4e00-\u9fff·]{2,20}(?:[、，][\u4e00-\u9fff·（）]{1,30}){2,}$/;
const FULL_LINE = 20;

/** …，市直有关 / 单位：: the break fell into the last name. */
const REST_OF_ADDRESSEE = /^(?:有关)?(?:单位|部门|机构|企业|学校)：$/;
const OPEN_ADDRESSEE = /^(?=.*[、，])[^。；：]*(?:有关|各|直属|相关|直|成员|驻.{1,3})$/;

function lastTitle(pieces: readonly Piece[]): number {
  let found = -1;
  for (const [index, piece] of pieces.slice(0, 12).entries()) if (isLine(piece) && TITLE_END.test(piece.text) && piece.text.length < 100) found = index;
  return found;
}

const SECRECY = /^(?:绝密|机密|秘密)(?:★.{0,6})?$/;
const URGENCY = /^(?:特急|加急|特提|平急|急件)$/;
/** 等级：加急, as telegrams have it. */
const LABELLED_URGENCY = /^(?:等级|紧急程度|缓急)[：:][\s\u3000]*(?=(?:特提|特急|加急|平急|急件)$)/;
const COPY_NUMBER = /^\d{6}$/;

/** True for what may stand in the 版头, an office or 文件 alone among it. */
export function isMastheadText(text: string): boolean {
  const plain = plainOf(text);
  if (plain === '文件' || [SECRECY, URGENCY, COPY_NUMBER, NUMBER_LINE].some((pattern) => pattern.test(plain))) return true;
  return (SIGNATORY.test(text) && text.length < 40) || MARK.test(text) || ORGANISATION_LINE.test(text) || NUMBER_AND_SIGNATORY.test(plain);
}

const NUMBER_AND_SIGNATORY = new RegExp(`^${NUMBER}签发人[：:].{2,16}$`);

/** （1985年5月4日×政〔1985〕38号） below the title, in either order. */
function readBracketed(line: Line, ledger: Ledger): { number: Block; day: Block } | undefined {
  const found = BRACKETED.exec(line.text);
  if (!found) return undefined;
  const part = (text: string): Spelled => slice(line, line.text.indexOf(text), line.text.indexOf(text) + text.length);
  ledger.note('normalised-bracket', join([slice(line, 0, 1), slice(line, line.text.length - 1)]));
  return { number: block('documentNumber', normaliseNumber(part(found[2] ?? found[3]!), ledger)), day: block('titleNote', part(found[1] ?? found[4]!)) };
}

const BRACKETED = new RegExp(`^（(?:(${DATE})[\\s\\u3000]*(${NUMBER})|(${NUMBER})[\\s\\u3000]*(${DATE}))）$`);

function readMasthead(line: Line, before: readonly Block[], ledger: Ledger): Block | undefined {
  const { text } = line;
  if (SECRECY.test(text)) return block('secrecy', line);
  if (URGENCY.test(text)) return block('urgency', line);
  const urgency = LABELLED_URGENCY.exec(text);
  if (urgency) {
    ledger.note('computed-label', slice(line, 0, urgency[0].length));
    return block('urgency', slice(line, urgency[0].length));
  }
  if (COPY_NUMBER.test(text) && !before.some(({ role }) => role === 'copyNumber' || role === 'documentNumber')) return block('copyNumber', line);
  if (RESULT.test(text)) return block('resultMark', line);
  if ((NUMBER_LINE.test(text.replace(/[\s\u3000]/g, '')) && text.length < 50) || YEAR_AND_NUMBER.test(plainOf(text))) return block('documentNumber', normaliseNumber(line, ledger));
  if (NUMBER_IN_BRACKETS.test(text) && !before.some(({ role }) => role === 'documentNumber')) {
    ledger.note('normalised-bracket', join([slice(line, 0, 1), slice(line, text.length - 1)]));
    return block('documentNumber', normaliseNumber(slice(line, 1, text.length - 1), ledger));
  }
  const signatory = SIGNATORY.exec(text);
  if (signatory && text.length < 40) {
    ledger.note('computed-label', slice(line, 0, signatory[0].length));
    return block('signatory', slice(line, signatory[0].length));
  }
  if (MARK.test(text) && !/关于|[，。：]/.test(text)) return block('issuerMark', line);
  return undefined;
}

/** 〔2026〕7号: a 公告 counts without a 代字. */
const YEAR_AND_NUMBER = /^[（(〔[](?:19|20)\d{2}[）)〕\]]第?\d{1,4}号$/;

/** The day beside the number, and the office before it, as minutes and older papers bear them: 第6期 / ××办公室　2024年5月20日. */
function datesIssue(lines: readonly Line[], line: Line): boolean {
  const at = lines.indexOf(line);
  const isDay = (each: Line | undefined): boolean => each !== undefined && each.text.includes('年') && DATE_LINE.test(plainOf(each.text));
  const isNumber = (each: Line | undefined): boolean => each !== undefined && (NUMBER_LINE.test(plainOf(each.text)) || ISSUE.test(plainOf(each.text)));
  if (isDay(line)) return isNumber(lines[at + 1]) || isNumber(lines[at - 1]) || isNumber(lines[at - 2]);
  return ORGANISATION_LINE.test(line.text) && isNumber(lines[at - 1]) && isDay(lines[at + 1]);
}

const MARK = new RegExp(`^[\\u4e00-\\u9fff（）、\\s\\u3000]{2,60}(?:${ORGANISATION_END}[\\s\\u3000]*文[\\s\\u3000]*件|(?:政府|国务院|局|厅|部|委|委员会)令)$`);

interface Title {
  readonly lines: readonly Line[];
  readonly text: Spelled;
  /** A number the title carried in brackets at its end. */
  readonly number?: Spelled;
}

const COMPLETE = /^(?:.{2,60}(?:关于|对|转发|印发|批转)|(?:关于|对|转发|印发|批转))/;
const NUMBER_AT_END = new RegExp(`（(${NUMBER})）$`);
const LONGEST_LINE = 80;

/** The last line that ends like a title, and the lines above that belong to it. */
function findTitle(lines: readonly Line[], ledger: Ledger): Title | undefined {
  for (let end = lines.length - 1; end >= 0; end--) {
    const line = lines[end]!;
    if (!isTitleEnd(line.text) && line.source?.role !== 'title') continue;
    let start = end;
    while (start > 0 && end - start < 4 && continuesUp(lines[start - 1]!, lines.slice(start, end + 1), lines)) start--;
    const whole = wholeAbove(lines.slice(start, end + 1), lines.slice(0, start));
    return makeTitle(whole ? [whole] : lines.slice(start, end + 1), ledger);
  }
  return undefined;
}

/** A title whose first line was lost, where the page names the document in full above it. */
function wholeAbove(title: readonly Line[], above: readonly Line[]): Line | undefined {
  const text = plainOf(title.map((line) => line.text).join(''));
  return COMPLETE.test(text) ? undefined : above.findLast((line) => isTitleEnd(line.text) && line.text.length > text.length && plainOf(line.text).endsWith(text) && COMPLETE.test(plainOf(line.text)));
}

function isTitleEnd(text: string): boolean {
  // 附件：某某名单 stands below a text, however its name ends.
  if (NUMBER_LINE.test(text) || ATTACHMENT.test(text) || text.length > LONGEST_LINE * 2 || /[。；]/.test(text)) return false;
  return TITLE_END.test(text.replace(/[\s\u3000]/g, '').replace(NUMBER_AT_END, '').replace(/[（(]第\d+号[）)]/, ''));
}

/** Whether the line above belongs to a title that still lacks its beginning. */
function continuesUp(above: Line, title: readonly Line[], all: readonly Line[]): boolean {
  const text = above.text;
  if (text.length > LONGEST_LINE || isRemains(text) || NUMBER_LINE.test(text) || REGISTER_NUMBER.test(text) || /[。；！：]/.test(text) || NOTE.test(text) || DATE_LINE.test(plainOf(text))) return false;
  if (all.indexOf(title[0]!) - all.indexOf(above) !== 1) return false;
  const joined = title.map((line) => line.text).join('').replace(/[\s\u3000]/g, '');
  if (plainOf(text) === joined) return false;
  if (isTitleEnd(text) && ((!/^(?:的|和|及)/.test(joined) && COMPLETE.test(joined)) || plainOf(text).includes(joined))) return false;
  // Offices that issue together stand one a line above 关于….
  const isOffice = ORGANISATION_LINE.test(text) && (ORGANISATION_LINE.test(title[0]!.text) || ABOUT.test(title[0]!.text)) && !plainOf(title[0]!.text).startsWith(plainOf(text));
  if (/^.{2,60}(?:关于|对|转发|印发|批转)/.test(joined) && hasIssuer(joined)) return isOffice;
  if (/^(?:关于|对|转发|印发|批转)/.test(joined)) return ORGANISATION_LINE.test(text) || /(?:关于|转发|对|印发|批转)$/.test(text);
  return /[\u4e00-\u9fff]/.test(text) && (COMPLETE.test(text) || ORGANISATION_LINE.test(text) || (text.length >= 6 && !COMPLETE.test(joined)));
}

/** The last of the offices, and the line broken behind 关于. */
const ABOUT = new RegExp(`^[\\u4e00-\\u9fff（）]{2,30}${ORGANISATION_END}关于$`);

/** 转发市教育局关于… names whose document it passes on, not who issues it. */
const hasIssuer = (text: string): boolean => new RegExp(`^(?!转发|印发|批转|关于).{1,60}?${ORGANISATION_END}(?:等(?:\\d{1,2}|[二三四五六七八九十]{1,3})?个?部门)?(?:关于|对|转发|印发|批转)`).test(text);

function makeTitle(lines: readonly Line[], ledger: Ledger): Title {
  const joined = withoutSection(join(lines.flatMap((line, index) => (index === 0 ? [line] : [separator(lines[index - 1]!, line), line]))), ledger);
  const beside = BESIDE_TEXT.exec(joined.text)?.index ?? joined.text.length;
  if (beside < joined.text.length) ledger.note('dropped-website-remains', slice(joined, beside));
  const whole = slice(joined, 0, beside);
  for (const line of lines.slice(1)) markJoin(line, ledger);
  const number = NUMBER_AT_END.exec(whole.text);
  if (!number) return { lines, text: whole };
  const start = number.index;
  ledger.note('normalised-bracket', join([slice(whole, start, start + 1), slice(whole, whole.text.length - 1)]));
  return { lines, text: slice(whole, 0, start), number: slice(whole, start + 1, whole.text.length - 1) };
}

/** …的规定（附：理解与适用）: what a page shows besides. */
const BESIDE_TEXT = /[\s\u3000]*（附[：:][^（）]{2,20}）$/;

/** Two issuers over two lines keep a blank between them. */
const separator = (above: Line, line: Line): Spelled =>
  ORGANISATION_LINE.test(above.text) && (hasIssuer(line.text) || ABOUT.test(line.text)) ? written(' ') : EMPTY;

function markJoin(line: Line, ledger: Ledger): void {
  ledger.note('joined-line', slice(line, 0, 1));
}

/** What is left of a title that was read from a fuller line. */
const isTail = (text: string, title: string): boolean => text.length >= 8 && TITLE_END.test(plainOf(text)) && plainOf(title).endsWith(plainOf(text));

/** The title with the site's facts behind it: …的通知 ×发〔2016〕97号 发布机关：… */
const repeatsTitle = (text: string, title: string): boolean => {
  const [bare, start] = [plainOf(text), plainOf(title)];
  return start.length >= 8 && bare.startsWith(start) && /[：:]|\d{4}年|号/.test(bare.slice(start.length));
};

const plainOf = (text: string): string => text.replace(/[\s\u3000]/g, '');
const isSame = (a: string, b: string): boolean => plainOf(a) === plainOf(b);
