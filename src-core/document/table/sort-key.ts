import { readChineseNumeral } from '../../units/chinese-number.ts';
import { readDeadline } from './deadline.ts';

/** How the cells of a column compare: as numbers, as days, or as words by their pinyin. */
export type SortKind = 'number' | 'deadline' | 'words';

export type SortKey = { readonly rank: number; readonly value: number } | { readonly rank: number; readonly text: string };

const MULTIPLES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000, '%': 0.01, '‰': 0.001 };
const NUMBER = /^[^\d一二三四五六七八九十-]{0,2}(-?[\d,]*\.?\d+)\s*([百千万亿%‰])?(?:[^\d].{0,8})?$/;

/** The number a cell holds: 1,200, 35.6%, 3.5亿元, 十二, （三）; undefined for anything else. */
export function readAmount(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = NUMBER.exec(plain);
  if (match) return Number(match[1]!.replaceAll(',', '')) * (MULTIPLES[match[2] ?? ''] ?? 1);
  const bare = plain.replace(/^[(第]|[)、.]$/g, '');
  return bare === '' ? undefined : readChineseNumeral(bare);
}

/** What a column holds, judged by all its texts: a few that say nothing (另行通知, —) do not make it words. */
export function sortKindOf(texts: readonly string[]): SortKind {
  const said = texts.filter((text) => text !== '');
  const most = (test: (text: string) => boolean): boolean => said.length > 0 && said.filter(test).length * 3 >= said.length * 2;
  const namesDay = (text: string): boolean => {
    const read = readDeadline(text, 2000);
    return read !== null && read.kind !== 'other' && (read.kind !== 'recurring' || text.length < 12) && text.length < 40;
  };
  if (most((text) => readAmount(text) !== undefined && !/[年月日]/.test(text))) return 'number';
  return most(namesDay) ? 'deadline' : 'words';
}

/** Days first, then what comes again, then what has no end, then what names no day; empty cells always last. */
export function sortKey(text: string, kind: SortKind): SortKey {
  if (text === '') return { rank: 9, text };
  if (kind === 'number') {
    const value = readAmount(text);
    return value === undefined ? { rank: 8, text } : { rank: 0, value };
  }
  if (kind === 'words') return { rank: 0, text };
  const read = readDeadline(text, 2000);
  switch (read?.kind) {
    case 'date':
      return { rank: 0, value: Date.parse(read.date) };
    case 'recurring':
      return { rank: 1, value: { month: 1, quarter: 2, half: 3, year: 4 }[read.every] };
    case 'ongoing':
      return { rank: 2, value: 0 };
    default:
      return { rank: 3, text };
  }
}

const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/** Order of two keys; `by` −1 turns it round, but what says nothing stays last. */
export function compareKeys(a: SortKey, b: SortKey, by: 1 | -1): number {
  if (a.rank !== b.rank) return a.rank >= 8 || b.rank >= 8 ? a.rank - b.rank : (a.rank - b.rank) * by;
  if ('value' in a && 'value' in b) return (a.value - b.value) * by;
  return 'text' in a && 'text' in b ? collator.compare(a.text, b.text) * by : 0;
}
