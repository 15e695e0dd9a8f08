import { LIST_USES, DUTIES } from './office.ts';
import type { Duty, ListUse, OfficeCode, OfficeEntry, OfficeKind, OfficeList, OfficePerson, Phrase } from './office.ts';
import { headsOf, phraseLines, readLines, unitLines, withoutSerials } from './read-columns.ts';

/** What comes and goes as a table (.csv), each line an entry of one kind. */
export type OfficeTable = Exclude<OfficeKind, 'name'> | 'phrase';

/** What an entry says in words where it holds a code. */
export const DUTY_NAMES: Readonly<Record<Duty, string>> = { '': '都可以', signatory: '签发人', contact: '联系人' };
export const USE_NAMES: Readonly<Record<ListUse, string>> = { '': '都可以', addressee: '主送', copyTo: '抄送', consulted: '会办' };

/** The heads of the columns, in the order in which they are written; units and phrases are read more freely still (read-columns.ts). */
export const TABLE_HEADS: Readonly<Record<OfficeTable, Readonly<Record<string, string>>>> = {
  unit: { full: '全称', short: '规范化简称' },
  list: { name: '名单', use: '用于', units: '单位' },
  person: { name: '姓名', post: '职务', unit: '单位', phone: '电话', duty: '用作' },
  code: { code: '代字', uses: '用于' },
  phrase: { title: '标题', text: '内容', keywords: '关键词', source: '出处', group: '分组' },
};

/** One line of a table as an entry: its words are not judged yet, a word that is no choice stands where its code would. */
export interface TableLine<T> { readonly line: number; readonly value: T }

export interface ReadTable {
  readonly entries: readonly TableLine<OfficeEntry>[];
  readonly phrases: readonly TableLine<Phrase>[];
  /** Heads of columns that an entry has no place for. */
  readonly unread: readonly string[];
}

/** Reads the text of a .csv file, of cells copied from Excel, or of plain lines. */
export function readTable(as: OfficeTable, text: string): ReadTable {
  const lines = readLines(text, as !== 'unit' && as !== 'phrase');
  if (as === 'unit') return { entries: unitLines(lines), phrases: [], unread: [] };
  if (as === 'phrase') return { entries: [], phrases: phraseLines(lines), unread: [] };
  const table = withoutSerials(lines);
  const heads = headsOf(table.length === 1 ? [...table, { line: 0, cells: [] }] : table, KNOWN[as]);
  const columns: Partial<Record<string, number>> = heads ?? columnsInOrder(as, Math.max(0, ...table.map(({ cells }) => cells.length)));
  const used = Object.values(columns);
  // What stands right of the units of a list are more of its units.
  const isRest = (column: number): boolean => as === 'list' && columns.units !== undefined && column > columns.units && !used.includes(column);
  const rows = (heads ? table.slice(1) : table).map(({ line, cells }): TableRow => ({
    line, at: (key) => cells[columns[key] ?? -1] ?? '', rest: cells.filter((cell, column) => isRest(column) && cell !== ''),
  }));
  const unread = heads ? table[0]!.cells.filter((cell, column) => cell !== '' && !used.includes(column) && !isRest(column)) : [];
  const entries = as === 'list' ? listsFrom(rows) : rows.map((row) => ({ line: row.line, value: as === 'person' ? personFrom(row) : codeFrom(row) }));
  return { entries, phrases: [], unread };
}

/** The table as a .csv file holds it, with its heads. Excel reads it as Chinese only with a byte order mark before it. */
export function writeTable(as: OfficeTable, entries: readonly (OfficeEntry | Phrase)[]): string {
  const heads = Object.entries(TABLE_HEADS[as]);
  const rows = entries.map((entry) => heads.map(([key]) => wordsOf(key, (entry as unknown as Record<string, string | readonly string[]>)[key] ?? '')));
  return [heads.map(([, head]) => head), ...rows].map((cells) => `${cells.map(asCell).join(',')}\r\n`).join('');
}

interface TableRow { readonly line: number; readonly at: (key: string) => string; readonly rest: readonly string[] }

const KNOWN: Readonly<Record<'list' | 'person' | 'code', Readonly<Record<string, RegExp>>>> = {
  list: { name: /^名单(名称?)?$|^名称$/, use: /^用于$|^用途$/, units: /^单位(名称|，依次)?$|^机关(名称)?$|^成员(单位)?$/ },
  person: { name: /^(人员)?姓名$|^人员$/, post: /^职务$|^职级$/, unit: /^(所在)?单位$|^部门$|^司局$|^处室$|^司局、处室$/, phone: /^(联系|办公)?电话(号码)?$|^手机(号码?)?$/, duty: /^用作$|^用途$/ },
  code: { code: /^(机关)?代字$/, uses: /^用于$|^用途$/ },
};

/** Without heads the columns stand as they are written; a list of two has its name and its units. */
function columnsInOrder(as: 'list' | 'person' | 'code', count: number): Record<string, number> {
  const keys = Object.keys(TABLE_HEADS[as]).filter((key) => !(as === 'list' && count <= 2 && key === 'use'));
  return Object.fromEntries(keys.map((key, index) => [key, index]));
}

const personFrom = ({ at }: TableRow): OfficePerson => ({ kind: 'person', name: at('name'), post: at('post'), unit: at('unit'), phone: at('phone'), duty: codeOf(DUTIES, DUTY_NAMES, at('duty')) });
const codeFrom = ({ at }: TableRow): OfficeCode => ({ kind: 'code', code: at('code'), uses: namesIn(at('uses')) });

/** A list may run over several lines: the same name again, or none below the first, as merged cells are saved. */
function listsFrom(rows: readonly TableRow[]): TableLine<OfficeList>[] {
  const lists: TableLine<OfficeList>[] = [];
  for (const { line, at, rest } of rows) {
    const units = [...namesIn(at('units')), ...rest.flatMap(namesIn)];
    const name = at('name');
    const known = lists.findIndex(({ value }, index) => (name === '' ? index === lists.length - 1 : value.name === name));
    const before = lists[known];
    if (before) lists[known] = { ...before, value: { ...before.value, units: [...new Set([...before.value.units, ...units])] } };
    else lists.push({ line, value: { kind: 'list', name, use: codeOf(LIST_USES, USE_NAMES, at('use').replace(/(机关|单位)$/, '')), units: [...new Set(units)] } });
  }
  return lists;
}

/** The code whose word this is; else the word itself, which no reader takes for a code. */
const codeOf = <C extends string>(codes: readonly C[], names: Readonly<Record<C, string>>, word: string): C => codes.find((code) => names[code] === word) ?? (word as C);

/** 甲部、乙部（含丙司、丁司） → 甲部 | 乙部（含丙司、丁司）; where a ； or a line end divides, a 、 belongs to the name. */
function namesIn(cell: string): string[] {
  const divider = /[；;\n]/.test(cell) ? /[；;\n]/ : /[、，,](?![^（(]*[）)])/;
  return cell.split(divider).map((name) => name.trim()).filter((name) => name !== '');
}

function wordsOf(key: string, value: string | readonly string[]): string {
  if (typeof value !== 'string') {
    const plain = value.join('、');
    return namesIn(plain).join('\n') === value.join('\n') ? plain : value.map((name) => `${name}；`).join('');
  }
  if (key === 'duty') return DUTY_NAMES[value as Duty];
  return key === 'use' ? USE_NAMES[value as ListUse] : value;
}

const asCell = (words: string): string => (/[",\t\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
