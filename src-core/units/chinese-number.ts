const UNITS = ['', '十', '百', '千', '万'];
const DIGITS = '〇一二三四五六七八九';

/** 12 → 十二, 105 → 一百零五. For whole numbers from 0 to 99,999; anything else comes back in Arabic digits. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999) return String(value);
  if (value === 0) return '零';
  let text = '';
  let pendingZero = false;
  for (let place = 4; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    text += (place === 1 && digit === 1 && text === '' ? '' : DIGITS[digit]) + UNITS[place]!;
  }
  return text;
}

/** 二〇二六 → 2026: digit by digit, as years are written. */
export const chineseDigits = (value: number): string => [...String(value)].map((d) => DIGITS[Number(d)] ?? d).join('');

/** ① … ㊿; beyond them there are no such characters: （51）. */
export function circledNumber(value: number): string {
  if (value < 1 || value > 50) return `（${value}）`;
  return String.fromCodePoint(value <= 20 ? 0x2460 + value - 1 : value <= 35 ? 0x3251 + value - 21 : 0x32b1 + value - 36);
}

const VALUES: Record<string, number> = {
  零: 0, 〇: 0, '○': 0, Ｏ: 0, O: 0, o: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Reads 十二, 一百零五 and digit strings (二〇二六); undefined when the text is no numeral. */
export function readChineseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  if ([...text].every((c) => c in VALUES)) return Number([...text].map((c) => VALUES[c]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const c of text) {
    if (c in VALUES) {
      digit = VALUES[c];
      continue;
    }
    const place = PLACES[c];
    if (place === undefined) return undefined;
    if (place === 10_000) {
      total += (section + (digit ?? 0)) * place;
      section = 0;
    } else {
      section += (digit ?? 1) * place;
    }
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}
