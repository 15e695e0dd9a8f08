import { namesOf } from './fact-names.ts';

/** As they stand in a row without colons. */
const NAME = namesOf(({ bare }) => bare === true);
const FIRST = new RegExp(`^(?:${NAME})(?=[\\s\\u3000]|$)`);
const EACH = new RegExp(`(?<=^|[\\s\\u3000])(${NAME})(?=[\\s\\u3000]|$)`, 'g');
const LONGEST = 160;

/**
 * 索引号 1133… 主题分类 会议 发文日期 2021-03-04: a row of a site's table whose cells were taken out one after the other. Each name
 * with its value ('' for none); undefined for a line that is no such row.
 */
export function readFactRow(text: string): readonly { readonly name: string; readonly value: string }[] | undefined {
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

/** A line of such a table; the line a value begins in has all of it. */
export interface FactCell {
  readonly name: string;
  readonly value?: string;
}

/** For each line of such a table the name of the fact; the last name's value may be missing, so that no line is taken for it. */
export function factCells(texts: readonly string[]): ReadonlyMap<number, FactCell> {
  const found = new Map<number, FactCell>();
  for (let i = 0; i + 2 < Math.min(texts.length, FIRST_LINES); i++) {
    if (!isName(texts[i]!)) continue;
    const name = texts[i]!.replace(/[\s\u3000:：]/g, '');
    if (isName(texts[i + 1]!) || isLastValue(name, texts[i + 1]!)) {
      found.set(i, { name });
      if (!isName(texts[i + 1]!)) found.set(i + 1, { name });
      continue;
    }
    const next = texts.findIndex((text, at) => at > i + 1 && (isName(text) || at > i + MOST_LINES));
    const values = texts.slice(i + 1, next);
    const value = values.join('');
    if (next < 0 || !isName(texts[next]!) || (values.length > 1 && /[:：]/.test(value)) || value.length > LONGEST_VALUE || /。/.test(value)) continue;
    found.set(i, { name }).set(i + 1, { name, value });
    for (let at = i + 2; at < next; at++) found.set(at, { name });
  }
  return found.size >= 4 ? found : new Map();
}
