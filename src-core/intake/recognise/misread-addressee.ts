import type { Ledger } from '../ledger.ts';
import { isLine, withText } from '../lines.ts';
import type { Piece } from '../lines.ts';
import { slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { NUMBER_LINE, TITLE_END, isAddressee } from './patterns.ts';
import { isProse } from './prose.ts';

/** What a scan, or a hand in haste, makes of the colon below 主送机关. */
const MISREAD = /[;；.。,，!！∶ː丨|]$/;
const MOST_LINES = 4;
/** How far down a copied page the title may stand. */
const FARTHEST = 60;

/**
 * Between the title and the first running text stands whom a document is for, and ends with a colon. Where another mark stands for it,
 * or none behind 各…, it becomes the colon, and the place is to be looked at.
 */
export function mendAddressee(pieces: readonly Piece[], ledger: Ledger): Piece[] {
  const mended = [...pieces];
  for (let at = 1; at < Math.min(pieces.length - 1, FARTHEST); at++) {
    const above = pieces[at - 1];
    if (!isLine(above) || !isTitleOver(above.text)) continue;
    const end = endOfAddressee(pieces, at);
    if (end === undefined) continue;
    const line = pieces[end];
    if (!isLine(line)) continue;
    ledger.note('repaired-glyph', slice(line, line.text.length - 1));
    ledger.doubt('addressee-mark', line);
    mended[end] = withText(line, withColon(line));
    return mended;
  }
  return mended;
}

const isTitleOver = (text: string): boolean => {
  const plain = text.replace(/[\s\u3000]/g, '');
  return plain.length <= 80 && ((TITLE_END.test(plain) && !/[。；：]/.test(plain)) || (NUMBER_LINE.test(plain) && plain.length < 40));
};

/** The last of the lines from `start` that name who is addressed, with a mark that is none; undefined where they end well or are none. */
function endOfAddressee(pieces: readonly Piece[], start: number): number | undefined {
  let text = '';
  for (let i = start; i < start + MOST_LINES; i++) {
    const line = pieces[i];
    const next = pieces[i + 1];
    if (!isLine(line) || line.said || line.source?.role !== undefined || /[:：]$/.test(line.text)) return undefined;
    text += line.text;
    const bare = text.replace(MISREAD, '');
    const isWhole = bare !== text ? isAddressee(`${bare}：`) : /^各/.test(text) && isAddressee(`${text}：`);
    const goesOn = /[、，,]$/.test(text) && isLine(next) && !isProse(next.text.replace(MISREAD, '')) && isAddressee(`${next.text.replace(MISREAD, '')}：`);
    if (isWhole && !goesOn && isLine(next) && !next.said && isProse(next.text)) return i;
    if (!/[、，,]$/.test(line.text)) return undefined;
  }
  return undefined;
}

function withColon(line: Spelled): Spelled {
  const isMark = MISREAD.test(line.text);
  return { text: `${isMark ? line.text.slice(0, -1) : line.text}：`, at: isMark ? line.at : [...line.at, -1] };
}
