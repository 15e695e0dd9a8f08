import type { Field, FieldValue, Template } from '../template/template.ts';
import { contactLine, entriesOf } from './office.ts';
import type { Kept, ListUse, OfficeCode, OfficeEntry, OfficePerson } from './office.ts';

/** Something a field may be filled with. */
export interface Suggestion {
  readonly value: string;
  /** What it is, in few words: 简称, 签发人, 名单. */
  readonly note: string;
  /** A list field takes these instead of `value`. */
  readonly many?: readonly string[];
}

type Entries = readonly Kept<OfficeEntry>[];

/** What a field of a template is offered from the office's data, in its order; [] for a field the office knows nothing of. */
export function suggestFor(field: Pick<Field, 'id' | 'label' | 'input'>, template: Template | null, entries: Entries, year: number): Suggestion[] {
  if (field.input === 'list') {
    if (/签发人/.test(field.label)) return signatories(entries);
    if (/出席|列席|请假|参会人/.test(field.label)) return entriesOf(entries, 'person').map(({ name, post }) => ({ value: name, note: post }));
    return isOfUnits(field) ? [...listsFor(field, entries), ...unitNames(entries)] : [];
  }
  if (field.input !== 'text' && field.input !== 'paragraph') return [];
  if (field.id === 'documentNumber' || /发文字号|^文号/.test(field.label)) return codesFor(template, entries).map(({ code, uses }) => ({ value: numberOf(code, year), note: uses.join('、') }));
  if (field.id === 'contact' || /联系人/.test(field.label)) return people(entries, 'contact').map((person) => ({ value: contactLine(person), note: person.post }));
  if (field.id === 'signatory' || /签发人$|首长姓名/.test(field.label)) return signatories(entries);
  if (/主持人/.test(field.label)) return entriesOf(entries, 'person').map(({ name, post }) => ({ value: `${post}${name}`, note: '' }));
  if (field.id === 'issuer' || field.id === 'printer' || /发文机关|印发机关|署名|本机关/.test(field.label)) return ownNames(entries);
  return isOfUnits(field) ? [...listsFor(field, entries).map(({ many, note }) => ({ value: many!.join('、'), note })), ...unitNames(entries)] : [];
}

/** What the fields of a new document begin with: 发文机关, 发文字号 up to its number, 联系人 (the person at work, if the office knows them). */
export function startFields(template: Template, entries: Entries, personName: string, year: number): Record<string, FieldValue> {
  const offered: Record<string, string> = {};
  const fieldOf = (id: string): Field | undefined => template.fields.find((field) => field.id === id);
  const issuer = entriesOf(entries, 'name')[0];
  // A 决议 is a meeting's, not the office's.
  if (issuer && !/会议/.test(fieldOf('issuer')?.label ?? '')) offered.issuer = issuer.full;
  const code = codesFor(template, entries)[0];
  // 第×号 of an order, 第×期 of minutes: only a 代字 meant for these goes before such a number.
  if (code && (fieldOf('documentNumber')?.blank?.includes('〔') !== false || fitOf(code, template) >= OWN_USE)) offered.documentNumber = numberOf(code.code, year);
  const contacts = people(entries, 'contact').filter(({ duty, phone }) => duty === 'contact' || phone !== '');
  const contact = contacts.find(({ name }) => name === personName) ?? contacts[0];
  if (contact) offered.contact = contactLine(contact);
  return Object.fromEntries(Object.entries(offered).filter(([id]) => fieldOf(id)));
}

/** 照保函〔2026〕号: the number itself is given when the document is signed. Who wrote 照保函〔2025〕6号 as 代字 means what stands before the year. */
const numberOf = (code: string, year: number): string => `${code.replace(/\s*[〔［[（(【](?:\d|×).*$/, '')}〔${year}〕号`;

/** 机关代字, the one meant for this template first. */
export function codesFor(template: Template | null, entries: Entries): OfficeCode[] {
  const codes = entriesOf(entries, 'code');
  if (!template) return codes;
  return codes.map((code) => ({ code, fit: fitOf(code, template) })).sort((a, b) => b.fit - a.fit).map(({ code }) => code);
}

const fitOf = ({ uses }: OfficeCode, template: Template): number => Math.max(uses.length === 0 ? 1 : 0, ...uses.map((use) => closeness(use, template)));

/** Named for the template or its 文种. */
const OWN_USE = 3;

/** 人大建议答复 is meant by its name, by 建议答复, by 函 as its 文种, and by 函 or 文件 as its format. */
function closeness(use: string, { name, wenzhong, format }: Template): number {
  if (name === use) return 5;
  if (use.length > 1 && name.includes(use)) return 4;
  if (wenzhong === use) return 3;
  return (format === 'letter' ? ['函', '函件', '信函', '信函格式'] : ['文件', '发文', '文件格式']).includes(use) ? 2 : 0;
}

function people(entries: Entries, duty: 'signatory' | 'contact'): OfficePerson[] {
  return entriesOf(entries, 'person').filter((person) => person.duty === duty || person.duty === '').sort((a, b) => Number(b.duty === duty) - Number(a.duty === duty));
}

const signatories = (entries: Entries): Suggestion[] => people(entries, 'signatory').map(({ name, post }) => ({ value: name, note: post }));

const ownNames = (entries: Entries): Suggestion[] => entriesOf(entries, 'name').flatMap(({ full, short }) => bothNames(full, short));
const unitNames = (entries: Entries): Suggestion[] => entriesOf(entries, 'unit').flatMap(({ full, short }) => bothNames(full, short));

const bothNames = (full: string, short: string): Suggestion[] => [{ value: full, note: short === '' ? '' : '全称' }, ...(short === '' ? [] : [{ value: short, note: `${full}的简称` }])];

function listsFor(field: Pick<Field, 'id' | 'label'>, entries: Entries): (Suggestion & { many: readonly string[] })[] {
  const use = useOf(field);
  return entriesOf(entries, 'list').filter((list) => list.units.length > 0 && (list.use === use || list.use === '' || use === ''))
    .map(({ name, units }) => ({ value: name, note: `名单，${units.length} 个单位`, many: units }));
}

function useOf({ id, label }: Pick<Field, 'id' | 'label'>): ListUse {
  if (/copy/i.test(id) || /抄送/.test(label)) return 'copyTo';
  if (/recipient|addressee/i.test(id) || /主送/.test(label)) return 'addressee';
  return /consult|cosign/i.test(id) || /经商|会办|会签|会商/.test(label) ? 'consulted' : '';
}

const isOfUnits = (field: Pick<Field, 'id' | 'label'>): boolean => useOf(field) !== '' || /单位|机关|部门|联合发文/.test(field.label);
