import type { Ledger } from '../ledger.ts';
import { withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { replace } from '../spelled.ts';

/** 業(yè)務: how a character is read, in brackets behind it. */
const READING = /(?<=[\u3400-\u9fff])[（(](?=[^）)]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]/g;
/** ，， and 一，、: a comma too many, which such pages strew in as well. */
const EXTRA_COMMA = /[,，](?=[,，、。；])/g;
/** A text may give the reading of a name or two; a page that does so throughout was made by a machine that copies. */
const FEWEST = 5;

/** Pages that copy others set readings behind characters and commas beside commas, so that they seem to be another text. */
export function dropPhonetics(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  let readings = 0;
  for (const { text } of lines) if (/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(text)) readings += text.match(READING)?.length ?? 0;
  if (readings < FEWEST) return lines;
  return lines.map((line) => {
    const bare = replace(line, READING, () => '', (gone) => ledger.note('dropped-website-remains', gone));
    return withText(line, replace(bare, EXTRA_COMMA, () => '', (gone) => ledger.note('dropped-website-remains', gone)));
  });
}
