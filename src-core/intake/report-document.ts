import type { Node } from 'prosemirror-model';
import { leadLength, roleOf, textOf } from '../document/elements.ts';
import type { Role } from '../document/roles.ts';
import { numberDocument } from '../document/numbering.ts';
import { acceptAll } from '../document/revisions.ts';
import { readOfficialDate } from '../units/date.ts';
import { divisionLeads } from './recognise/division-leads.ts';
import { readDivision } from './recognise/division.ts';
import { ORGANISATION_END, issuerBehindTitle, issuerInTitle } from './recognise/issuer.ts';
import { isNameListLine } from './recognise/name-list.ts';
import { ISSUED_TO, OFFICE_ALONE, ROW_OF_CASE, ORGANISATION_LINE, isAddressee, withoutSigningWord } from './recognise/patterns.ts';
import { kindOfTitle } from './kind-of-title.ts';
import type { ImportReport, ReportEntry } from './report.ts';
import { fold } from './traditional.ts';

/** What stands in a document, in the form of `niwen import --json`; `entries` is what the intake did to get there. */
export function reportDocument(stored: Node, entries: readonly ReportEntry[] = [], page: { readonly issuer?: string | undefined; readonly publicity?: string | undefined } = {}): ImportReport {
  const doc = acceptAll(stored);
  // One walk for all elements: a text of ten million characters has hundreds of thousands of paragraphs.
  const byRole = new Map<Role, Node[]>();
  for (const block of doc.children) {
    const role = roleOf(block);
    if (role === null || role === 'body') continue;
    const known = byRole.get(role);
    if (known) known.push(block);
    else byRole.set(role, [block]);
  }
  const all = (role: Role): readonly Node[] => byRole.get(role) ?? [];
  const whole = (role: Role): string => all(role).map(textOf).join('');
  const named = all('issuerMark').map((each) => textOf(each).trim());
  // 文件 beside the first of several offices is said of all.
  const marks = named.length > 1 ? named.map((each) => each.replace(/[\s\u3000]+文[\s\u3000]*件$/, '')) : named;
  // Several offices stand one a line; a name that went over two lines is one.
  const mark = marks.join(marks.every((each) => ORGANISATION_LINE.test(each) || each === '文件') ? '、' : '').replace(/、文件$/, '文件');
  // An order has no title of its own: it is named by its mark (GB/T 9704—2012 10.2).
  const title = orNull(whole('title').trim()) ?? (/(?:令|纪要)$/.test(mark) ? mark : null);
  const own = ownParagraphs(doc);
  const signature = orNull(own.filter((para) => roleOf(para) === 'signature').map((para) => withoutSigningWord(textOf(para))).join('、'));
  // Reports to a council and speeches name below the title whose they are.
  const byline = /纪要$/.test(mark) ? undefined : own.filter((para) => roleOf(para) === 'titleNote').map(textOf).find((text) => ORGANISATION_LINE.test(text));
  const notes = all('note').map(textOf);
  const numbering = numberDocument(doc);
  return {
    kind: kindOfTitle(title ?? ''),
    title,
    // 第6期 of minutes counts issues: it is no 发文字号, and their mark names the meeting, not who issues it.
    documentNumber: orNull(whole('documentNumber').replace(/^.*期[）)]?$/, '')),
    issuer: inFull(orNull(mark.replace(/^.*(?:纪要|简报|专报|快报)$/, '').replace(/[\s\u3000]*(?:文[\s\u3000]*件|令)$/, '')) ?? issuerInTitle(title ?? ''), signature ?? page.issuer) ?? (signature !== null && OFFICE_ALONE.test(signature) ? null : signature) ?? byline ?? page.issuer ?? issuerBehindTitle(title ?? '') ?? null,
    addressee: orNull(own.filter((para) => roleOf(para) === 'addressee').map(textOf).join('').replace(/[：:]$/, '')),
    signature,
    date: dateOf(own),
    headings: headingsOf(doc, numbering),
    enumerations: enumerationsOf(doc, numbering),
    attachments: all('attachmentNote').map(textOf),
    copyTo: orNull(whole('copyTo').replace(/。$/, '')),
    publicity: publicityOf(notes) ?? all('resultMark').map(textOf).find((text) => /^(?:不?同意|可以)公开$/.test(text)) ?? page.publicity ?? null,
    tables: count(doc, (block) => block.type.name === 'table'),
    paragraphs: count(doc, (block, above, next) => isCountedParagraph(block) && !addressesPart(block, above) && !namesTable(block, next)),
    report: entries,
  };
}

/** 县政府 in the title is 青禾县人民政府 where it signs: the name in full, when it has all characters of the short one and ends as it does. */
function inFull(short: string | null | undefined, full: string | null | undefined): string | null {
  if (!short || !full || full === `中华人民共和国${short}`) return short ?? null;
  const bare = (name: string): string => name.replace(/[\s\u3000、]/g, '');
  if (bare(short) === bare(full)) return full;
  const isShort = full.length > short.length && full.slice(-1) === short.slice(-1) && [...bare(short)].every((character) => full.includes(character));
  return isShort && !(full.endsWith(short) && NAMES_PLACE.test(short)) ? full : short;
}

/** 青川镇人民政府 says which; 镇人民政府 and 水务局 do not. */
const NAMES_PLACE = /^[^省市州盟县区旗镇乡]{1,8}[省市州盟县区旗镇乡]/;

type Numbering = ReturnType<typeof numberDocument>;

const orNull = (text: string): string | null => (text === '' ? null : text);

function dateOf(own: readonly Node[]): string | null {
  const date = own.find((para) => roleOf(para) === 'date');
  if (date) return readOfficialDate(textOf(date)) ?? null;
  // Papers of the Party bear their date below the title, in brackets; minutes and older papers beside their number.
  const note = own.filter((para) => roleOf(para) === 'titleNote').map((para) => DAY_BELOW_TITLE.exec(textOf(para))).find((found) => found !== null);
  return note ? (readOfficialDate(note[1]!) ?? null) : null;
}

/** （1990年3月10日）, 1990年3月10日，铁道部: the day, and who issued it that day. */
const DAY_BELOW_TITLE = new RegExp(`^（?(\\d{4}年\\d{1,2}月\\d{1,2}日)(?:[，、\\s\\u3000]+[\\u4e00-\\u9fff]{1,20}${ORGANISATION_END}|[\\u4e00-\\u9fff]{1,20}${ORGANISATION_END}(?:发布|公布|颁布|印发))?）?$`);

/** The paragraphs of the document itself; signature, date and addressee of an annex or an embedded document are theirs. */
function ownParagraphs(doc: Node): Node[] {
  const own: Node[] = [];
  for (const block of doc.children) {
    const role = roleOf(block);
    if (role === 'annex' || role === 'embedded') break;
    if (role !== null) own.push(block);
  }
  return own;
}

function headingsOf(doc: Node, numbering: Numbering): ImportReport['headings'] {
  const headings: { level: number; label: string; text: string }[] = [];
  const leads = divisionLeads(doc.children.map((block) => (roleOf(block) === 'body' ? textOf(block) : '')));
  doc.forEach((block, pos, index) => {
    const role = roleOf(block);
    if (role === 'heading') {
      const text = block.attrs.runIn ? block.textBetween(0, Math.min(leadLength(block), block.content.size), '', '') : textOf(block);
      headings.push({ level: block.attrs.level as number, label: numbering.paragraphs.get(pos)?.text ?? '', text: text.replace(/[。；：，]$/, '') });
    } else if (role === 'article' && block.attrs.level <= 2) {
      headings.push({ level: block.attrs.level as number, label: (numbering.paragraphs.get(pos)?.text ?? '').trim(), text: textOf(block) });
    } else if (role === 'body') {
      const division = readDivision(textOf(block)) ?? leads.get(index);
      if (division) headings.push(division);
    }
  });
  return headings;
}

/** Markers, and 一是 that had to stay text because no computed number would equal the source's. */
function enumerationsOf(doc: Node, numbering: Numbering): number {
  let total = [...numbering.markers.values()].filter((label) => label.text.endsWith('是')).length;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    if (/二是|^[二三四五六七八九十]{1,3}是/.test(node.textContent)) total += [...node.textContent.matchAll(LITERAL_SHI)].length;
    return false;
  });
  return total;
}

const LITERAL_SHI = /(?:^|(?<=[。；：，、！？”）\s]))[一二三四五六七八九十]{1,3}是/g;

function publicityOf(notes: readonly string[]): string | null {
  for (const note of notes) {
    const match = /主动公开|依申请公开|不予公开|(?:建议)?此件[^（）()。，]{0,8}公开[^（）()。，]{0,4}|公开发布/.exec(fold(note));
    if (match) return note.slice(match.index, match.index + match[0].length);
  }
  return null;
}

function isCountedParagraph(block: Node): boolean {
  const role = roleOf(block);
  if (role === 'heading') return block.attrs.runIn as boolean;
  if (role === 'article') return (block.attrs.level as number) > 2 && textOf(block).trim() !== '';
  if (role !== 'body') return false;
  const text = textOf(block).trim();
  return /[\p{L}\p{N}]/u.test(text) && readDivision(text) === undefined && !isNameListLine(text) && !ISSUED_TO.test(text) && !ROW_OF_CASE.test(text) && !CAPTION.test(text);
}

/** The heading of a table or figure, its number and year, the number of a box. */
const CAPTION = /^[^，。；：]{2,30}(?:表|图|花名册)(?:\s*\d+)?$|^附表\s*\d*$|^（[\s\u3000]*(?:\d{4})?[\s\u3000]*年度?[\s\u3000]*）$|^[表图]\s*\d+[\s\u3000][^。；]{2,40}$|^专栏\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[：:]?$/;

/** Whom a document printed inside is for. */
const addressesPart = (block: Node, above: Node | null): boolean =>
  above !== null && (roleOf(above) === 'embedded' || roleOf(above) === 'annex' || roleOf(above) === 'titleNote') && isAddressee(textOf(block));

/** A桥界址点坐标 right above the table it names. */
const namesTable = (block: Node, next: Node | null): boolean =>
  roleOf(block) === 'body' && next?.type.name === 'table' && textOf(block).length <= 30 && !/[，。；：、！？]/.test(textOf(block));

function count(doc: Node, counts: (block: Node, above: Node | null, next: Node | null) => boolean): number {
  let total = 0;
  doc.forEach((block, _, index) => {
    if (counts(block, index > 0 ? doc.child(index - 1) : null, index + 1 < doc.childCount ? doc.child(index + 1) : null)) total++;
  });
  return total;
}
