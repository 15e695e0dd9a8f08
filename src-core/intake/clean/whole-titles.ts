import type { Ledger } from '../ledger.ts';
import { withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { titleNamed } from '../join-lines.ts';
import { TITLE_END, isAddressee } from '../recognise/patterns.ts';
import { isProse } from '../recognise/prose.ts';
import { firstOffset, join, lastOffset } from '../spelled.ts';

const HEAD_LINES = 30;

/** 关于…工作的通 / 知, 《关于… / 的通知》: a title whose line end fell into its last word, or into the name of what it stands for, is one line again. */
export function joinTitles(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const text = lines.findIndex((line) => isProse(line.text) || isAddressee(line.text));
  const end = Math.min(HEAD_LINES, text < 0 ? lines.length : text);
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const parts = index < end ? partsOf(lines, index) : [];
    if (parts.length < 2) {
      joined.push(lines[index]!);
      continue;
    }
    for (const [at, line] of parts.slice(1).entries()) ledger.mark('joined-line', lastOffset(parts[at]!) + 1, firstOffset(line));
    joined.push(withText(parts[0]!, join(parts)));
    index += parts.length - 1;
  }
  return joined.length === lines.length ? lines : joined;
}

function partsOf(lines: readonly Line[], index: number): readonly Line[] {
  const named = lines[index]!.text.startsWith('《') ? titleNamed(lines, index) : [];
  return named.length > 1 ? named : lastWord(lines[index]!, lines[index + 1]);
}

const SHORTEST = 10;
const ABOUT = /关于|印发|转发|批转|表彰|给予|授予/;

/** The line, and below it the rest of the word it ends with. */
function lastWord(line: Line, rest: Line | undefined): readonly Line[] {
  if (!rest || rest.gap || line.said || rest.said || line.source || rest.source || line.text.length < SHORTEST || !/^[\u4e00-\u9fff]{1,2}$/.test(rest.text)) return [];
  return ABOUT.test(line.text) && !TITLE_END.test(line.text) && !TITLE_END.test(rest.text) && TITLE_END.test(line.text + rest.text) ? [line, rest] : [];
}
