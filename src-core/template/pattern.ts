import { chineseNumeral } from '../units/chinese-number.ts';
import { formatOfficialDate } from '../units/date.ts';
import type { FieldValue, FieldValues } from './template.ts';

/** What an empty field shows on the paper when its template says nothing else. */
export const BLANK = '××';

/**
 * Fills a pattern. `{id}` is a field's value (a list joined by 、), `{id|filter}` the value through a filter, `[…]` a piece
 * that is left out when a field in it is empty. An empty field outside brackets shows its blank.
 * Filters: `cn` 14 → 十四; `date` ISO → 2026年8月1日; `you` 您 for one person, 你们 for several or an organisation;
 * `honour:代表` 张三 → 张三代表, several → 张三、李四代表; `spaced` names of a joint title behind the first, parted by blanks, not by 、, and from the fifth office on 等五部门; `asNotice` a title
 * passed on by a 通知: ……的意见 → ……的意见的通知, a 通知 as it is.
 */
export function fillPattern(pattern: string, values: FieldValues, blanks: Readonly<Record<string, string>> = {}): string {
  return fillPieces(pattern, values, blanks).map((piece) => piece.text).join('');
}

/** A piece of a filled pattern: the template's own words (field null), or what one field put there; `blank` when it is empty. */
export interface Piece {
  readonly text: string;
  readonly field: string | null;
  readonly blank: boolean;
}

/** As `fillPattern`, telling which field each piece came from, so that a form can point at its place on the paper. */
export function fillPieces(pattern: string, values: FieldValues, blanks: Readonly<Record<string, string>> = {}): Piece[] {
  const pieces: Piece[] = [];
  const words = (text: string): void => {
    if (text !== '') pieces.push({ text, field: null, blank: false });
  };
  for (const part of splitOptional(pattern)) {
    if (part.optional && fieldsIn(part.text).some((id) => isEmpty(values[id]))) continue;
    let from = 0;
    for (const match of part.text.matchAll(FIELD)) {
      const [whole, id, filter] = match as unknown as [string, string, string | undefined];
      words(part.text.slice(from, match.index));
      from = match.index + whole.length;
      const value = values[id];
      // Nobody named yet: the pronoun is the one for a single person, not a blank.
      const blank = isEmpty(value) && filter !== 'you';
      pieces.push({ text: blank ? `${filter === 'spaced' ? '\u3000' : ''}${blanks[id] ?? BLANK}` : applyFilter(filter, value ?? ''), field: id, blank });
    }
    words(part.text.slice(from));
  }
  return pieces;
}

/** Ids of the fields a pattern uses, in order, each once. */
export function fieldsIn(pattern: string): string[] {
  return [...new Set([...pattern.matchAll(FIELD)].map((match) => match[1]!))];
}

/** True when the pattern, with these values, leaves nothing but blanks and fixed punctuation: an optional element is then left out. */
export function isPatternEmpty(pattern: string, values: FieldValues): boolean {
  const ids = fieldsIn(pattern);
  return ids.length > 0 ? ids.every((id) => isEmpty(values[id])) : pattern === '';
}

export const isEmpty = (value: FieldValue | undefined): boolean => value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);

const FIELD = /\{([A-Za-z][A-Za-z0-9]*)(?:\|([^{}]+))?\}/g;

function splitOptional(pattern: string): { text: string; optional: boolean }[] {
  const pieces: { text: string; optional: boolean }[] = [];
  for (const part of pattern.split(/(\[[^[\]]*\])/)) {
    if (part === '') continue;
    const optional = part.startsWith('[') && part.endsWith(']');
    pieces.push({ text: optional ? part.slice(1, -1) : part, optional });
  }
  return pieces;
}

function applyFilter(filter: string | undefined, value: FieldValue): string {
  const text = typeof value === 'string' ? value : value.join('、');
  if (filter === undefined) return text;
  const [name, argument = ''] = filter.split(':', 2) as [string, string?];
  switch (name) {
    case 'cn':
      return /^\d+$/.test(text) ? chineseNumeral(Number(text)) : text;
    case 'date':
      return formatOfficialDate(text);
    case 'you':
      return isOnePerson(value) ? '您' : '你们';
    case 'spaced':
      return joined(typeof value === 'string' ? [value] : value);
    case 'asNotice':
      return text.endsWith('通知') ? text : `${text}的通知`;
    case 'honour':
      return honour(value, argument);
    default:
      throw new RangeError(`unknown filter ${name}`);
  }
}

/** So many partners of the first office are still named in a title. */
const MOST_NAMED = 3;

/** A title of five offices and more would fill the first page: 民政部等十一部门关于…… */
function joined(partners: readonly string[]): string {
  return partners.length <= MOST_NAMED ? partners.map((name) => `\u3000${name}`).join('') : `等${chineseNumeral(partners.length + 1)}部门`;
}

/** 张三等30名, 代表团, 民盟中央 are several or an organisation; 张三 is one. */
function isOnePerson(value: FieldValue): boolean {
  const names = typeof value === 'string' ? value.split('、') : value;
  return names.length === 1 && !/等/.test(names[0]!) && !isOrganisation(names[0]!);
}

/** Adds the honour (代表, 委员) unless the name already ends with it or names an organisation. */
function honour(value: FieldValue, title: string): string {
  const text = typeof value === 'string' ? value : value.join('、');
  return text.endsWith(title) || isOrganisation(text) ? text : text + title;
}

/** 民主党派 and 人民团体 and their branches (民盟青川市委, 市工商联, 九三学社青川市第二支社), 代表团, 专门委员会, 界别, 小组: no name of a person. */
const isOrganisation = (name: string): boolean =>
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国民主|中国农工|中国致公|台湾民主|共青团)/.test(name) || /(?:团|中央|联合会|工商联|妇联|侨联|台联|青联|科协|文联|残联|委员会|省委|市委|县委|区委|州委|委会|总支|支部|支社|小组|党派|学社|协会|学会|总会|工会|界)$/.test(name);

/** True where words mean themselves in a pattern: no bracket of theirs would be taken for one of its own. */
export const isPlainPattern = (text: string): boolean => !/[[\]{}]/.test(text);
