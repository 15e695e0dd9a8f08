import { readChineseNumeral } from '../../units/chinese-number.ts';
import type { MarkerStyle } from '../../document/numbering.ts';

/** An enumeration inside a text (一是…；二是…。 第一，…): where its label stands and which number it has. */
export interface Item {
  readonly style: Extract<MarkerStyle, 'shi' | 'di'>;
  readonly number: number;
  readonly start: number;
  readonly length: number;
}

const SHI = /(?:^|(?<=[。；：，、！？”）\s]))([一二三四五六七八九十]{1,3})是(?!否)/g;
const DI = /(?:^|(?<=[。；：！？”\s]))第([一二三四五六七八九十]{1,3})[，、](?!第?[一二三四五六七八九十]{1,2}[^，]{0,3}(?:产业|季度|条|款|项|次|批|届))/g;

/** Candidates in one text, in order; whether they are a series is for `keepSeries` to say. */
export function findItems(text: string): Item[] {
  const items: Item[] = [];
  if (text.includes('是')) for (const match of text.matchAll(SHI)) add('shi', match);
  if (text.includes('第')) for (const match of text.matchAll(DI)) add('di', match);
  return items.sort((a, b) => a.start - b.start);

  function add(style: Item['style'], match: RegExpExecArray): void {
    const number = readChineseNumeral(match[1]!);
    if (number !== undefined && number > 0 && number < 30) items.push({ style, number, start: match.index, length: match[0].length });
  }
}

/**
 * Of the items of consecutive texts, those that count: 一是 followed by 二是 in the same text or at the beginning of one soon
 * after. A lone 一是 or 统一是 is ordinary wording.
 */
export function keepSeries(texts: readonly (readonly Item[])[]): Item[][] {
  return texts.map((items, index) => items.filter((item) => {
    const mate = (other: Item): boolean => other.style === item.style && (other.number === item.number + 1 || (item.number > 1 && other.number === item.number - 1));
    if (items.some(mate)) return true;
    return item.start === 0 && [...texts.slice(Math.max(0, index - 4), index), ...texts.slice(index + 1, index + 5)].some((others) => others[0]?.start === 0 && mate(others[0]));
  }));
}
