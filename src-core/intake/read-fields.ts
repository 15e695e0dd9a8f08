import type { Node } from 'prosemirror-model';
import { elementText, findParagraphs, textOf } from '../document/elements.ts';
import type { FieldValues } from '../template/template.ts';
import { readOfficialDate } from '../units/date.ts';
import { isAddressee } from './recognise/patterns.ts';
import type { ImportReport } from './report.ts';

const CN = '[一二三四五六七八九十]+';
/** 对十四届全国人大三次会议第7409号建议的答复, and the forms of provinces, cities and counties: 省十三届人大, 市人大十六届一次会议. */
const NPC = new RegExp(`(?<session>[\\u4e00-\\u9fff]{0,40}?(?:(?:第)?${CN}届[\\u4e00-\\u9fff]{0,10}?(?:人大|人民代表大会)|(?:人大|人民代表大会)(?:第)?${CN}届)[^\\d]{0,6}?${CN}次会议)(?:的)?[“"]?(?:代表)?(?:第)?[“"]?(?<number>\\d{1,8})号[”"]?(?:人大)?(?:代表)?建议`);
/** 关于政协第十四届全国委员会第二次会议第02403号（医疗卫生类173号）提案答复的函; 政协青禾县第十届委员会第二次会议. */
const CPPCC = new RegExp(`政协(?<session>[\\u4e00-\\u9fff]{0,15}?(?:第)?${CN}届[\\u4e00-\\u9fff]{0,12}?${CN}次会议)(?:的)?第(?<number>\\d{1,8})号(?:（(?<category>[^（）\\d]+类)(?<categoryNumber>\\d+)号）)?[^提]{0,6}提案`);

/** The number of a case may carry leading zeros and is never counted with. */
export interface Case {
  readonly body: 'npc' | 'cppcc';
  readonly fields: FieldValues;
}

/** Reads session, number and category of a suggestion or proposal from the title of its reply. */
export function readCase(title: string): Case | undefined {
  const cppcc = CPPCC.exec(title)?.groups;
  if (cppcc) return { body: 'cppcc', fields: given(cppcc) };
  const npc = NPC.exec(title)?.groups;
  return npc ? { body: 'npc', fields: given({ ...npc, session: npc.session!.replace(/^.*(?:关于对|关于|对)/, '') }) } : undefined;
}

/** What the text says of the fields that templates ask for; only what is plainly there. */
export function readFields(doc: Node, report: ImportReport): FieldValues {
  const body = findParagraphs(doc, 'body').map(({ node }) => textOf(node));
  const opening = body.find((text) => /收悉|提出/.test(text.slice(0, 200))) ?? '';
  const notes = findParagraphs(doc, 'note').map(({ node }) => textOf(node)).join('\n');
  const title = report.title ?? '';
  const work = /感谢(?:您|你)们?(?:一直以来)?对(.{2,20}?)的(?:关心|理解|支持)/.exec(body.join('\n'))?.[1];
  return given({
    issuer: report.issuer ?? undefined,
    documentNumber: report.documentNumber ?? undefined,
    date: report.date ?? undefined,
    ...readCase(title)?.fields,
    proposers: proposersOf(report.addressee),
    topic: topicOf(opening),
    consulted: split(/经商(?:请)?([^，。；]{2,80})[，。]/.exec(opening)?.[1], /[、和]/),
    work,
    contact: /联系人(?:及(?:联系)?电话)?[：:]\s*([^（）\n]{2,60})/.exec(notes)?.[1],
    publicity: report.publicity ?? undefined,
    copyTo: copyToOf(report.copyTo),
    recipients: report.addressee === null ? undefined : [report.addressee],
    recipient: report.addressee ?? undefined,
    matter: /关于(.+)的通知$/.exec(title)?.[1],
    annex: report.attachments[0],
    year: /报送(\d{4})年/.exec(title)?.[1],
    subject: /报送(?:\d{4}年度?)?(.+?)(?:工作)?总结/.exec(title)?.[1],
    result: /[（：]?([A-D])(?:类|）|$)/.exec(elementText(doc, 'resultMark'))?.[1],
    copyNumber: orUndefined(elementText(doc, 'copyNumber')),
    secrecy: orUndefined(elementText(doc, 'secrecy')),
    urgency: orUndefined(elementText(doc, 'urgency')),
    printer: orUndefined(elementText(doc, 'printer')),
    printDate: readOfficialDate(elementText(doc, 'printDate')),
  });
}

type Loose = Record<string, string | readonly string[] | undefined>;

function given(values: Loose): FieldValues {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string | readonly string[]] => entry[1] !== undefined && entry[1].length > 0));
}

const orUndefined = (text: string): string | undefined => (text === '' ? undefined : text);
const split = (text: string | undefined, at: RegExp): string[] | undefined => text?.split(at).map((each) => each.trim()).filter((each) => each !== '');

/** Offices parted by commas, with 、 among those of a kind, stay as they stand: a list is written with 、 between all. */
const copyToOf = (text: string | null): string[] | undefined => (text === null ? undefined : /[，。；]/.test(text) ? [text] : split(text, /、/));

/** 王×、李×代表 → 王×, 李×. Organisations stay whole. */
function proposersOf(addressee: string | null): string[] | undefined {
  if (addressee === null || !isAddressee(`${addressee}：`)) return undefined;
  const bare = addressee.replace(/^尊敬的/, '');
  return /(?:代表|委员)$/.test(bare) ? split(bare.replace(/(?:代表|委员)$/, ''), /、/) : [bare];
}

/** The title of the case: in 《》, in “”, or bare between 提出的 and 收悉. */
function topicOf(opening: string): string | undefined {
  return /提出的(?:关于)?《([^《》]{4,120})》/.exec(opening)?.[1] ?? /提出的(关于[^，。《》]{4,100}?的(?:建议|提案))/.exec(opening)?.[1] ?? /提出的(?:关于)?“(.{4,100}?)”(?:的(?:建议|提案))?(?:收悉|已|，)/.exec(opening)?.[1];
}
