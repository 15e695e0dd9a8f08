import { formatOfficialDate } from '../../units/date.ts';
import type { IsoDate } from '../../units/date.ts';
import { readChineseNumeral } from '../../units/chinese-number.ts';

/**
 * 进度要求 as data: `date` is the last day allowed; `recurring` comes again every month, quarter, half-year or year; `ongoing` has
 * no end (持续推进, 长期坚持); `other` is anything that names no day (按照省上安排时间落实).
 */
export type Deadline =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly thenOngoing: boolean }
  | { readonly kind: 'recurring'; readonly every: 'month' | 'quarter' | 'half' | 'year' }
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'other' };

const EVERY = [['month', /每(?:个)?月/], ['quarter', /每(?:个)?季度?/], ['half', /每半年/], ['year', /每年|按年度|逐年/]] as const;
const ONGOING = /持续|长期|常态化|不断|经常性|贯穿/;

/** Reads what a cell says; `year` is the document's, for a month that names none. Null for an empty text. */
export function readDeadline(text: string, year?: number): Deadline | null {
  const plain = arabic(text);
  if (plain === '') return null;
  for (const [every, pattern] of EVERY) if (pattern.test(plain)) return { kind: 'recurring', every };
  const date = lastDate(plain, year);
  if (date) return { kind: 'date', date, thenOngoing: ONGOING.test(plain) };
  return { kind: ONGOING.test(plain) ? 'ongoing' : 'other' };
}

/** The form in which lists head a day: 2025年6月30日前. */
export const deadlineName = (date: IsoDate): string => `${formatOfficialDate(date)}前`;

/** Digits for numerals, no blanks, one way of writing a date. */
function arabic(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)|[一二三四五六七八九十]{1,3}(?=[月日号]|季度)/g, (numeral) => String(readChineseNumeral(numeral) ?? numeral))
    .replace(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})日?/g, '$1年$2月$3日').replace(/(\d{4})[-/.](\d{1,2})(?=月?(?:底|末|前|$))月?/g, '$1年$2月');
}

/** A place in time inside a year: a day, a month and what part of it, a quarter, a half, the whole year. */
const PLACE = /(?:(\d{4})年度?)?(?:(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|(上旬|中旬|下旬|初|中|底|末)?)|第?([1-4])季度|(上半年|下半年|年中|年底|年末|底|末)|(?<=\d{4}年度?)(前|之前|以前)?)/g;

function lastDate(text: string, given?: number): IsoDate | undefined {
  let year = given;
  let last: IsoDate | undefined;
  for (const match of text.matchAll(PLACE)) {
    const [whole, named, month, day, part, quarter, half, before] = match;
    if (whole === '' || (named === undefined && month === undefined && quarter === undefined && !/年/.test(half ?? ''))) continue;
    if (named !== undefined) year = Number(named);
    if (year === undefined) continue;
    const found = month !== undefined ? inMonth(year, Number(month), day, part)
      : quarter !== undefined ? endOf(year, Number(quarter) * 3)
        : half !== undefined ? endOf(year, half === '上半年' || half === '年中' ? 6 : 12)
          // 2025年前 is before that year begins.
          : endOf(before ? year - 1 : year, 12);
    if (found) last = found;
  }
  return last;
}

function inMonth(year: number, month: number, day: string | undefined, part: string | undefined): IsoDate | undefined {
  if (month < 1 || month > 12) return undefined;
  const most = daysIn(year, month);
  if (day !== undefined) return Number(day) >= 1 && Number(day) <= most ? iso(year, month, Number(day)) : undefined;
  return iso(year, month, part === '上旬' || part === '初' ? 10 : part === '中旬' || part === '中' ? 20 : most);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const endOf = (year: number, month: number): IsoDate => iso(year, month, daysIn(year, month));
const iso = (year: number, month: number, day: number): IsoDate => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
