import { readChineseNumeral } from './chinese-number.ts';

/** A calendar date as ISO text, YYYY-MM-DD. */
export type IsoDate = string & { readonly kind?: 'iso-date' };

/** 2026-08-01 → 2026年8月1日: full year, no leading zeros (GB/T 9704—2012 7.3.5.4). Text that is no ISO date comes back as it is. */
export function formatOfficialDate(date: IsoDate): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date;
}

const DATE = /([0-9０-９]{4}|[〇○Ｏ零一二三四五六七八九oO]{4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日/;

/** Finds the first date in a text, in Arabic or Chinese digits; undefined when there is none or it is not on the calendar. */
export function readOfficialDate(text: string): IsoDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map(readNumber) as [number, number, number];
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return valid ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : undefined;
}

function readNumber(text: string): number {
  const arabic = text.normalize('NFKC');
  return /^\d+$/.test(arabic) ? Number(arabic) : (readChineseNumeral(text) ?? 0);
}

/** The day a moment falls on where this program runs, as 成文日期 is written: 2026年11月16日. */
export function officialDayOf(moment: Date): string {
  return `${moment.getFullYear()}年${moment.getMonth() + 1}月${moment.getDate()}日`;
}
