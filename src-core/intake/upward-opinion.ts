import type { Node } from 'prosemirror-model';
import { findParagraphs, textOf } from '../document/elements.ts';
import type { ImportReport } from './report.ts';

/** What in an 意见 says that it goes up: it bears a 签发人, asks to be passed on, addresses the authority above. */
export interface UpwardSign {
  readonly reason: 'signatory' | 'asks-approval' | 'addressee-above';
  /** 林默; 以上意见如无不妥，请批转各地执行; 县人民政府. */
  readonly words: string;
}

/** The first sign of an 意见 that goes up (上行文, 《党政机关公文处理工作条例》第九条（六）、第十五条); undefined for one that goes down or aside. */
export function upwardSign(doc: Node, { addressee, signature, issuer }: Pick<ImportReport, 'addressee' | 'signature' | 'issuer'>): UpwardSign | undefined {
  const signatory = findParagraphs(doc, 'signatory').map(({ node }) => textOf(node).trim()).find((text) => text !== '');
  if (signatory !== undefined) return { reason: 'signatory', words: signatory };
  const asked = findParagraphs(doc, 'body').map(({ node }) => ASKS.exec(textOf(node))?.[0]).findLast((text) => text !== undefined);
  if (asked !== undefined) return { reason: 'asks-approval', words: asked };
  return addressee !== null && isAbove(addressee.trim(), (signature ?? issuer ?? '').trim()) ? { reason: 'addressee-above', words: addressee.trim() } : undefined;
}

/** 以上意见如无不妥，请批转各地执行; 妥否，请批示. 请结合实际贯彻执行 asks for nothing. */
const ASKS = /(?:以上意见|如无不妥|[妥当]否)[^。；]{0,20}请(?:予)?(?:批转|转发|批示|批复|审定|审批)[^。；]{0,24}/;

const AUTHORITY = /^(.*?)(省|自治区|市|州|盟|县|区|旗|乡|镇)(?:委|党委|政府|人民政府|人民代表大会常务委员会|人大常委会)$/;
const RANKS: Readonly<Record<string, number>> = { 省: 4, 自治区: 4, 市: 3, 州: 3, 盟: 3, 县: 2, 区: 2, 旗: 2, 乡: 1, 镇: 1 };

/** One authority, and the issuer is of its place (县照护局 → 县人民政府) or one of a lower rank. Where that is not sure, it is not. */
function isAbove(addressee: string, issuer: string): boolean {
  if (issuer === '' || issuer === addressee || /[、，各]|有关|所属/.test(addressee)) return false;
  if (/^(?:国务院|中共中央|党中央)$/.test(addressee)) return true;
  const above = AUTHORITY.exec(addressee);
  if (!above) return false;
  const own = AUTHORITY.exec(issuer);
  if (own) return RANKS[own[2]!]! < RANKS[above[2]!]!;
  return above[1] === '' ? issuer.includes(above[2]!) : issuer.startsWith(above[1]! + above[2]!);
}
