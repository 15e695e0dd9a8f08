import type { Ledger } from '../ledger.ts';
import { join, replace, respelled, slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';

/** 〔2024〕37号: the brackets the standard asks for, without blanks. A 第 stays: some offices number so, and others cite it so. */
export function normaliseNumber(number: Spelled, ledger: Ledger): Spelled {
  const open = number.text.search(/[〔[【（［﹝〈]\s*(?:19|20)\d{2}/);
  if (open < 0) return number;
  const close = number.text.slice(open).search(/[〕\]】）］﹞〉]/) + open;
  const standard = number.text[open] === '〔' && number.text[close] === '〕';
  const text = respelled(number, `${number.text.slice(0, open)}〔${number.text.slice(open + 1, close)}〕${number.text.slice(close + 1)}`);
  if (!standard) ledger.note('normalised-bracket', join([slice(number, open, open + 1), slice(number, close, close + 1)]));
  const bare = replace(text, /[\s\u3000]+/g, () => '', (gone) => ledger.note('removed-blank', gone));
  return replace(bare, COLON_IN, () => '', (gone) => ledger.note('normalised-bracket', gone));
}

/** ×建字：〔2023〕8号. */
const COLON_IN = /(?<=字)[：:](?=〔)/g;
