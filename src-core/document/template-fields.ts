import { isPlainPattern } from '../template/pattern.ts';
import type { Field } from '../template/template.ts';
import { ROLES } from './roles.ts';
import type { Role } from './roles.ts';

/** How an element of a draft becomes a field of a template. */
export interface OfferedField {
  readonly field: Field;
  /** The element's text with the field in it (pattern.ts). */
  readonly pattern: string;
  /** Left out of the document while the field is empty. */
  readonly optional: boolean;
}

interface Offer extends Pick<Field, 'id' | 'label' | 'input'> {
  readonly blank?: string;
  readonly optional?: boolean;
  /** Words around the value, found in the draft. */
  readonly around?: RegExp;
  readonly filter?: string;
  /** What the office writes every time is there from the start. */
  readonly isUsual?: (value: string) => boolean;
}

const always = (): boolean => true;

/** Elements that name this one document; every other is kept as it stands or left out. */
const OFFERS: Partial<Record<Role, Offer>> = {
  copyNumber: { id: 'copyNumber', label: '份号', input: 'text', optional: true },
  secrecy: { id: 'secrecy', label: '密级和保密期限', input: 'text', optional: true },
  urgency: { id: 'urgency', label: '紧急程度', input: 'text', optional: true },
  issuerMark: { id: 'issuer', label: '发文机关', input: 'text', blank: '××××', around: /^(.+?)(文件)?$/, isUsual: always },
  documentNumber: { id: 'documentNumber', label: '发文字号', input: 'text', blank: '××〔××××〕×号' },
  signatory: { id: 'signatory', label: '签发人', input: 'text', optional: true },
  title: { id: 'topic', label: '事由', input: 'text', blank: '××××', around: /^(?:.*?关于)(.+)(?:的[^的]{1,8})$/ },
  addressee: { id: 'addressee', label: '主送机关', input: 'text', blank: '××××', around: /^(.+?)(：)?$/, isUsual: (value) => value.startsWith('各') },
  signature: { id: 'signature', label: '发文机关署名', input: 'text', blank: '××××', isUsual: always },
  date: { id: 'date', label: '成文日期', input: 'date', blank: '××××年×月×日', filter: 'date' },
  note: { id: 'note', label: '附注', input: 'text', optional: true, around: /^(?:（)?(.+?)(?:）)?$/ },
  copyTo: { id: 'copyTo', label: '抄送', input: 'list', optional: true, around: /^(.+?)(。)?$/ },
  printer: { id: 'printer', label: '印发机关', input: 'text', optional: true, isUsual: always },
  printDate: { id: 'printDate', label: '印发日期', input: 'date', optional: true, filter: 'date', around: /^(.+?)(印发)?$/ },
};

/** Undefined for an element that is no field, or whose words a pattern cannot hold. `issuer` is the text of the 发文机关标志. */
export function offerField(role: Role, text: string, issuer: string): OfferedField | undefined {
  const offer = OFFERS[role];
  if (!offer) return undefined;
  const found = offer.around?.exec(text);
  const value = found ? found[1]! : text;
  const at = text.indexOf(value);
  const [before, after] = found ? [text.slice(0, at), text.slice(at + value.length)] : ['', ''];
  if (!isPlainPattern(before + after)) return undefined;
  // 署名 is the 发文机关 once more: one field says it in both places.
  const isIssuer = role === 'signature' && issuer !== '' && issuer.replace(/文件$/, '') === value;
  // A title that does not say 关于……的 is a field as a whole.
  const { id, label } = isIssuer ? OFFERS.issuerMark! : role === 'title' && !found ? { id: 'title', label: '标题' } : offer;
  const usual = value !== '' && !value.includes('×') && offer.isUsual?.(value);
  const field: Field = {
    id, label, part: ROLES[isIssuer ? 'issuerMark' : role].part, input: offer.input,
    // The date is that of signing: a draft may well do without.
    ...(offer.optional || role === 'date' ? {} : { required: true }), ...(offer.blank !== undefined && { blank: offer.blank }), ...(usual && { default: value }),
  };
  return { field, pattern: `${before}{${id}${offer.filter ? `|${offer.filter}` : ''}}${after}`, optional: offer.optional === true };
}
