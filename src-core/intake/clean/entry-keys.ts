import type { Ledger } from '../ledger.ts';
import { withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { slice, trim } from '../spelled.ts';

/** 词条 | …, 释义 | …: what a data base or an encyclopedia calls the column a text was kept in. */
const KEY = /^[|\s]*(?:词条(?:名称)?|释义|标题|题名|篇名|正文|全文|内容|文件内容|法规正文)\s*[|｜]\s*(?=\S)/;
/** Only where a record begins: elsewhere such a bar is a table's. */
const FIRST_LINES = 6;

/** Takes the name of a column from before the line it holds, bar and all. */
export function dropEntryKeys(lines: readonly Line[], ledger: Ledger): Line[] {
  return lines.map((line, index) => {
    const key = index < FIRST_LINES && !line.source ? KEY.exec(line.text) : null;
    if (!key || line.text.slice(key[0].length).includes('|')) return line;
    ledger.note('dropped-website-remains', slice(line, 0, key[0].length));
    return withText(line, trim(slice(line, key[0].length)));
  });
}
