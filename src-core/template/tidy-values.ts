import type { Field, FieldValue, FieldValues, Template } from './template.ts';

/**
 * Field values without the words the template writes around them itself: 关于做好申报工作的通知 as 事由 is 做好申报工作, 《申报办法》
 * within 《{matter}》 the name alone, 各区县人民政府： without its colon, 联系人：林见川 and 附件1：申报表 without what the paper writes before
 * them. Nothing is taken that would leave a field empty.
 */
export function tidyValues(template: Template, values: FieldValues): FieldValues {
  const tidied: Record<string, FieldValue> = { ...values };
  for (const field of template.fields) {
    const { id, input } = field;
    const written = tidied[id];
    if (written === undefined || input === 'choice' || input === 'date') continue;
    const isAnnex = template.elements.some((element) => element.role === 'attachmentNote' && (element.repeat === id || element.text === `{${id}}`));
    const value = typeof written === 'string' ? withoutLabel(written, field, isAnnex) : written.map((item, index) => (index === 0 || isAnnex ? withoutLabel(item, field, isAnnex) : item));
    const around = template.elements.flatMap((element) => (element.content === undefined ? neighboursIn(element.text, id) : []));
    tidied[id] = value;
    if (typeof value === 'string') tidied[id] = tidy(value, around, tidied);
    else if (value.length > 0) tidied[id] = value.map((item, index) => tidy(item, around.map((each) => ({ before: index === 0 ? each.before : '', after: index === value.length - 1 ? each.after : '', previous: null })), tidied));
  }
  return tidied;
}

/** 签发人：林见川, 附件1：申报表, 2.清单。 without what names or numbers it, and an annex's name without a stop. */
function withoutLabel(value: string, { label }: Field, isAnnex: boolean): string {
  const text = isAnnex ? value.trim().replace(/^(?:附件\s*\d{1,2}\s*[：:.．、]?|附件[：:]|\d{1,2}[.．、](?!\d))\s*/, '').replace(/[。；，;,]+$/, '') : value;
  const [named, words] = /^(\p{Script=Han}{2,6})[：:]\s*/u.exec(text) ?? [];
  const bare = named !== undefined && label.includes(words!) ? text.slice(named.length) : text;
  return bare.trim() === '' ? value : bare;
}

/** What stands beside a field in a pattern: words of the template up to the next mark, and the field before those words. */
interface Neighbours {
  readonly before: string;
  readonly after: string;
  readonly previous: string | null;
}

function neighboursIn(pattern: string, id: string): Neighbours[] {
  const tokens = pattern.replace(/[[\]]/g, '').split(/(\{[^{}]+\})/);
  return tokens.flatMap((token, index) => {
    const [, name, filter] = /^\{([^{}|]+)(?:\|([^{}]+))?\}$/.exec(token) ?? [];
    if (name !== id || filter === 'date' || filter === 'cn' || filter === 'you') return [];
    const words = tokens[index - 1] ?? '';
    const before = /(?:\p{Script=Han}+|[《（“])$/u.exec(words)?.[0] ?? '';
    const previous = before === words ? /^\{([^{}|]+)\}$/.exec(tokens[index - 2] ?? '')?.[1] : undefined;
    return [{ before, after: /^(?:\p{Script=Han}+|[》）”]|[。，：；]+)/u.exec(tokens[index + 1] ?? '')?.[0] ?? '', previous: previous ?? null }];
  });
}

const CLOSES: Readonly<Record<string, string>> = { '《': '》', '（': '）', '“': '”' };

function tidy(value: string, around: readonly Neighbours[], values: FieldValues): string {
  let text = value.trim();
  const take = (left: string): void => {
    if (left.trim() !== '') text = left.trim();
  };
  for (const { before, after, previous } of around) {
    const close = CLOSES[before];
    if (close !== undefined) {
      if (after === close && text.startsWith(before) && text.endsWith(close)) take(text.slice(1, -1));
      continue;
    }
    if (/^[。，：；]/.test(after)) take(text.replace(/[。，：；:;,]+$/, ''));
    // The whole title was written: 青川市教育局关于…… where the office is a field of its own.
    const office = previous === null ? undefined : values[previous];
    if (typeof office === 'string' && office !== '' && before !== '' && text.startsWith(office + before)) take(text.slice(office.length));
    if (before !== '') take(text.slice(sharedWords(before, text)));
    if (/^\p{Script=Han}/u.test(after)) take(text.slice(0, text.length - sharedWords(text, after)));
  }
  return text;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** How many characters end one text and begin another, in whole words of both: 关于 of 关于|做好, never 经 of 经|经济工作. */
function sharedWords(ending: string, beginning: string): number {
  const ends = new Set([...segmenter.segment(ending)].map(({ index }) => ending.length - index));
  const begins = new Set([...segmenter.segment(beginning)].map(({ index, segment }) => index + segment.length));
  return Math.max(0, ...[...ends].filter((length) => begins.has(length) && ending.slice(-length) === beginning.slice(0, length)));
}
