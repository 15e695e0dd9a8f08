import type { Ledger } from '../ledger.ts';
import { join, replace, respelled, slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';

/** 〔2024〕37号: the brackets the standard asks for, without blanks and 第. */
export function normaliseNumber(number: Spelled, ledger: Ledger): Spelled {
  const open = number.text.search(/[〔[【（［﹝〈]\s*(?:19|20)\d{2}/);
  if (open < 0) return number;
  const close = number.text.slice(open).search(/[〕\]】）］﹞〉]/) + open;
  const standard = number.text[open] === '〔' && number.text[close] === '〕';
  const text = respelled(number, `${number.text.slice(0, open)}〔${number.text.slice(open + 1, close)}〕${number.text.slice(close + 1)}`);
  if (!standard) ledger.note('normalised-bracket', join([slice(number, open, open + 1), slice(number, close, close + 1)]));
  const bare = replace(dropIn(text, close, ledger), /[\s\u3000]+/g, () => '', (gone) => ledger.note('removed-blank', gone));
  return replace(bare, COLON_IN, () => '', (gone) => ledger.note('normalised-bracket', gone));
}

/** ×建字：〔2023〕8号. */
const COLON_IN = /(?<=字)[：:](?=〔)/g;

function dropIn(number: Spelled, close: number, ledger: Ledger): Spelled {
  const tail = /^[〕]\s*第\s*/.exec(number.text.slice(close));
  if (!tail || tail[0] === '〕') return number;
  ledger.note('normalised-bracket', slice(number, close + 1, close + tail[0].length));
  return join([slice(number, 0, close + 1), slice(number, close + tail[0].length)]);
}
