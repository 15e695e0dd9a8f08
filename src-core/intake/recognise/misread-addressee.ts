import type { Ledger } from '../ledger.ts';
import { isLine, withText } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { join, replace, respelled, slice, trim, written } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { readLabel } from './label.ts';
import { NUMBER_LINE, TITLE_END, isAddressee } from './patterns.ts';
import { isProse } from './prose.ts';

/** What a scan, or a hand in haste, makes of the colon below 主送机关; a letter or a stroke only behind a Han character. */
const MISREAD = /[;；.。,，!！∶ː丨|]$|(?<=[\u4e00-\u9fff）])[lI1一]$/;
/** The same between two of those addressed, where a comma stood. */
const BETWEEN = /(?<=[\u4e00-\u9fff）])[lI|丨](?=[\u4e00-\u9fff])/g;
const MOST_LINES = 4;
/** How far down a copied page the title may stand. */
const FARTHEST = 60;

/**
 * Between the title and the first running text stands whom a document is for, and ends with a colon. Where another mark stands for it,
 * or none behind 各… or ××委员, or the text goes on behind it in the same line, the colon is set, and the place is to be looked at.
 */
export function mendAddressee(pieces: readonly Piece[], ledger: Ledger): Piece[] {
  const mended = [...pieces];
  for (let at = 1; at < Math.min(mended.length, FARTHEST); at++) {
    const above = mended[at - 1];
    const line = mended[at];
    if (!isLine(above) || !isTitleOver(above.text) || !isLine(line) || isFixed(line) || isNumbered(line.text)) continue;
    mended[at] = mendCommas(line, ledger);
    const parts = partFromText(mended[at] as Line, mended[at + 1], ledger);
    if (parts) return [...mended.slice(0, at), ...parts, ...mended.slice(at + 1)];
    const end = endOfAddressee(mended, at);
    const last = end === undefined ? undefined : mended[end];
    if (!isLine(last)) continue;
    mended[end!] = withText(last, withColon(last, ledger));
    return mended;
  }
  return mended;
}

const isFixed = (line: Line): boolean => line.said !== undefined || line.source?.role !== undefined;

/** 三、保障措施 ends like a title and is none; nor is （五）加强组织领导。 addressed below it. */
const isNumbered = (text: string): boolean => readLabel(text) !== undefined;

const isTitleOver = (text: string): boolean => {
  if (isNumbered(text)) return false;
  const plain = text.replace(/[\s\u3000]/g, '');
  return plain.length <= 80 && ((TITLE_END.test(plain) && !/[。；：]/.test(plain)) || (NUMBER_LINE.test(plain) && plain.length < 40));
};

/** 各区教育局l局直属各学校: what stands before such a mark is addressed itself. */
function mendCommas(line: Line, ledger: Ledger): Line {
  if (line.text.length > 200) return line;
  const text = replace(line, BETWEEN, ({ index, input }) => (isAddressee(`${input.slice(0, index)}：`) ? '，' : undefined), (gone) => ledger.note('repaired-glyph', gone));
  return text === line ? line : withText(line, text);
}

/** How the text of a document begins; without any mark before it only the surest. */
const BEGINS = '(?:为(?:进一步|深入|切实|贯彻|认真|全面|加快|规范|做好|加强|确保|推动|推进|保障|落实|了)|现将|现就)';
const BEGINS_BEHIND_MARK = `(?:${BEGINS}|根据|按照|近期|近年来|近日|今年|经|《|(?:19|20)\\d{2}年)`;
const ORGANISATIONS = new RegExp(`^(各.{1,180}?)(?:(?:[;；.。,，!！∶ː丨|]|(?<=[\\u4e00-\\u9fff）])[lI1一])[\\s\\u3000]*(?=${BEGINS_BEHIND_MARK})|[\\s\\u3000]*(?=${BEGINS}))`);
const PERSONS = /^((?!对|关于|根据|感谢|尊敬的各位)[\u4e00-\u9fff·、]{2,30}?(?:代表|委员)(?:等.{1,6}[名位人])?)[;；.。,，!！∶ː丨|lI1一]?[\s\u3000]*(?=您|你|《|现将|首先)/;

/** The addressee and the text behind it, where both stand on one line and no colon between. */
function partFromText(line: Line, next: Piece | undefined, ledger: Ledger): [Line, Line] | undefined {
  if (isAddressee(line.text)) return undefined;
  const match = ORGANISATIONS.exec(line.text) ?? PERSONS.exec(line.text);
  if (!match || !isAddressee(`${match[1]!}：`)) return undefined;
  const rest = trim(slice(line, match[0].length));
  if (!isProse(rest.text) && !(isLine(next) && isProse(next.text))) return undefined;
  ledger.note('split-line', slice(rest, 0, 1));
  return [withText(line, withColon(trim(slice(line, 0, match[0].length)), ledger)), { ...withText(line, rest), gap: false, indent: 2 }];
}

/** The last of the lines from `start` that name who is addressed, with a mark that is none; undefined where they end well or are none. */
function endOfAddressee(pieces: readonly Piece[], start: number): number | undefined {
  let text = '';
  for (let i = start; i < start + MOST_LINES; i++) {
    const line = pieces[i];
    const next = pieces[i + 1];
    if (!isLine(line) || isFixed(line) || /[:：]$/.test(line.text)) return undefined;
    text += line.text;
    const bare = text.replace(MISREAD, '');
    const isWhole = isAddressee(`${bare}：`) && (bare !== text || needsNoMark(text, next));
    const goesOn = /[、，,]$/.test(text) && isLine(next) && !isProse(next.text.replace(MISREAD, '')) && isAddressee(`${next.text.replace(MISREAD, '')}：`);
    if (isWhole && !goesOn && isLine(next) && !next.said && (isProse(next.text) || TURNS_TO.test(next.text))) return i;
    if (!/[、，,]$/.test(line.text)) return undefined;
  }
  return undefined;
}

/** 各…, ××委员, and an office the text turns to as 你公司 or 贵局, are addressed even where nothing stands behind them. */
const needsNoMark = (text: string, next: Piece | undefined): boolean =>
  /^各/.test(text) || (text.length <= 30 && /^[\u4e00-\u9fff·、]+(?:代表|委员)(?:等.{1,6}[名位人])?$/.test(text)) || (isLine(next) && TURNS_TO.test(next.text));

const TURNS_TO = /^(?:你[^们]|贵)/;

function withColon(line: Spelled, ledger: Ledger): Spelled {
  const isMark = MISREAD.test(line.text);
  ledger.note('repaired-glyph', slice(line, line.text.length - 1));
  ledger.doubt('addressee-mark', line);
  return isMark ? respelled(line, `${line.text.slice(0, -1)}：`) : join([line, written('：')]);
}
