import { ORGANISATION_LINE } from '../recognise/patterns.ts';
import { namesOf } from './fact-names.ts';

/** As they stand in a row without colons. */
const NAME = namesOf(({ bare }) => bare === true);
const FIRST = new RegExp(`^(?:${NAME})(?=[\\s\\u3000]|$)`);
const EACH = new RegExp(`(?<=^|[\\s\\u3000])(${NAME})(?=[\\s\\u3000]|$)`, 'g');
const LONGEST = 160;

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/**
 * 索引号 1133… 主题分类 会议 发文日期 2021-03-04: a row of a site's table whose cells were taken out one after the other. Each name
 * with its value ('' for none); undefined for a line that is no such row.
 */
export function readFactRow(text: string): readonly Fact[] | undefined {
  if (text.length > LONGEST || /[。；，]/.test(text) || !FIRST.test(text)) return undefined;
  const names = [...text.matchAll(EACH)];
  if (names.length < 2) return undefined;
  return names.map((match, index) => ({
    name: match[1]!.replace(/[\s\u3000]/g, ''),
    value: text.slice(match.index + match[0].length, names[index + 1]?.index ?? text.length).trim(),
  }));
}

/** 文　号：with its value in the next line: a table of two columns, cell by cell. Names are wider there, for the colon says that they are names. */
const ALONE = new RegExp(`^(?:${namesOf(({ above }) => above === true)})\\s*[:：]$`);
const FIRST_LINES = 40;
const LONGEST_VALUE = 80;
/** 普×字 / 〔2019〕 / 44号: a value the page set in several tags. */
const MOST_LINES = 4;

/** Sites space the letters out: 发 布 机 构 ：. */
const isName = (text: string): boolean => text.length <= 16 && ALONE.test(text.replace(/[\s\u3000]/g, ''));

/** The last name's value is taken only where it can be no line of the document. */
const isLastValue = (name: string, value: string): boolean => name === '有效性' && /^(?:现行)?有效$|^(?:失效|废止|已废止)$/.test(value);

/** For each line of such a table the facts it brings: the line a value begins in has all of it. The last name's value may be missing, so that no line is taken for it. */
export function factCells(texts: readonly string[]): ReadonlyMap<number, readonly Fact[]> {
  const found = new Map<number, readonly Fact[]>();
  for (let i = 0; i + 2 < Math.min(texts.length, FIRST_LINES); i++) {
    if (!isName(texts[i]!)) continue;
    const name = texts[i]!.replace(/[\s\u3000:：]/g, '');
    if (isName(texts[i + 1]!) || isLastValue(name, texts[i + 1]!)) {
      found.set(i, []);
      if (!isName(texts[i + 1]!)) found.set(i + 1, []);
      continue;
    }
    const next = texts.findIndex((text, at) => at > i + 1 && (isName(text) || at > i + MOST_LINES));
    const values = texts.slice(i + 1, next);
    const value = values.join('');
    if (next < 0 || !isName(texts[next]!) || (values.length > 1 && /[:：]/.test(value)) || value.length > LONGEST_VALUE || /。/.test(value)) continue;
    found.set(i, []).set(i + 1, [{ name, value }]);
    for (let at = i + 2; at < next; at++) found.set(at, []);
  }
  return new Map([...(found.size >= 4 ? found : []), ...valuesBelow(texts), ...officeBelowIndex(texts)]);
}

/** 005253197/2021-00019, below it the office: the values of a site's table whose names were lost; no other number has that form. */
function officeBelowIndex(texts: readonly string[]): ReadonlyMap<number, readonly Fact[]> {
  const bare = (text: string | undefined): string => (text ?? '').replace(/^[\s•·●|-]+/, '');
  const index = texts.slice(0, FIRST_LINES).findIndex((text) => INDEX_NUMBER.test(bare(text)));
  const value = bare(texts[index + 1]);
  if (index < 0 || !ORGANISATION_LINE.test(value)) return new Map();
  const found = new Map<number, readonly Fact[]>([[index, []], [index + 1, [{ name: '发布机构', value }]]]);
  const mark = /^[•·●]/.exec(texts[index]!)?.[0];
  for (let at = index + 2; mark !== undefined && texts[at]?.startsWith(mark) && texts[at]!.length <= LONGEST_VALUE / 4; at++) found.set(at, []);
  return found;
}

const INDEX_NUMBER = /^[0-9A-Z]{8,20}[/／](?:19|20)\d{2}(?:\d{2})?[-—]\d{4,7}$/;

const FEWEST_NAMES = 4;
const MOST_ROWS = 8;

/** 索引号 文号 发布机构 发布日期 in one row, in the rows below it as many values: the head of a table and what stands under it, taken out one after the other. */
function valuesBelow(texts: readonly string[]): ReadonlyMap<number, readonly Fact[]> {
  const found = new Map<number, readonly Fact[]>();
  for (const [index, text] of texts.entries()) {
    const row = readFactRow(text);
    if (!row || row.length < FEWEST_NAMES || row.some(({ value }) => value !== '')) continue;
    const values: string[] = [];
    let end = index + 1;
    for (; end < texts.length && end <= index + MOST_ROWS && values.length < row.length && !/[。；，]/.test(texts[end]!); end++) values.push(...texts[end]!.split(/[\s\u3000]+/).filter((value) => value !== ''));
    if (values.length !== row.length) continue;
    for (let at = index; at < end; at++) found.set(at, at === index ? row.map(({ name }, cell) => ({ name, value: values[cell]! })) : []);
  }
  return found;
}
