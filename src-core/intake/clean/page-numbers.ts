import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { withText } from '../lines.ts';
import { replace, slice } from '../spelled.ts';

const DASH = '[—\\-－–ー―─一·•]';
const OWN_LINE = new RegExp(`^(?:${DASH}{1,2}\\s*(\\d{1,5})\\s*${DASH}{0,2}|第\\s*(\\d{1,5})\\s*页(?:\\s*[,，/]?\\s*共\\s*\\d{1,5}\\s*页)?|(\\d{1,5})\\s*/\\s*\\d{1,5})$`);
/** A line that is a page number and nothing else. */
export const isPageNumber = (text: string): boolean => OWN_LINE.test(text);

const BARE = /^\d{1,5}$/;
const INSIDE = /(?<=[^\s\d—\-－–])[ \t]?[—－–-]\s?(\d{1,5})\s?[—－–-](?=[^\s\d—\-－–])/g;
const AT_END = /(?<=[）)日。印发])\s*[—\-－–]\s?(\d{1,5})\s?[—\-－–]?$/;

/**
 * Page numbers: lines of their own, and —2— fallen into a sentence or hung on the last line. Inside a text a number counts
 * only when it is the next page: so a range (1—3) or a negative number stays.
 */
export function dropPageNumbers(lines: readonly Line[], ledger: Ledger): Line[] {
  const bare = risingBareNumbers(lines);
  const kept: Line[] = [];
  let last = 0;
  let ended = false;
  const isNext = (page: number): boolean => page > last && (last === 0 || page <= last + 3);
  for (const [index, line] of lines.entries()) {
    const own = OWN_LINE.exec(line.text);
    // What a person has named is an element, whatever it looks like.
    if (!line.said && (own || bare.has(index))) {
      ledger.note('dropped-page-number', line);
      last = Math.max(last, Number(own?.[1] ?? own?.[2] ?? own?.[3] ?? line.text));
      ended = true;
      continue;
    }
    let clean = withText(line, replace(line, INSIDE, (match) => {
      if (!isNext(Number(match[1]))) return undefined;
      last = Number(match[1]);
      return '';
    }, (gone) => ledger.note('dropped-page-number', gone)));
    const tail = AT_END.exec(clean.text);
    if (tail && isNext(Number(tail[1]))) {
      last = Number(tail[1]);
      ledger.note('dropped-page-number', slice(clean, tail.index));
      clean = withText(clean, slice(clean, 0, tail.index));
    }
    kept.push(ended ? { ...clean, page: true } : clean);
    ended = false;
  }
  return kept;
}

/** Lines that are a number only are page numbers when at least three of them rise one by one, or they count a short text to its end. */
function risingBareNumbers(lines: readonly Line[]): Set<number> {
  const found: number[] = [];
  const all = lines.flatMap((line, index) => (BARE.test(line.text) ? [index] : []));
  for (const index of all) {
    const previous = found[found.length - 1];
    if (previous === undefined || Number(lines[index]!.text) === Number(lines[previous]!.text) + 1) found.push(index);
  }
  const apart = found.every((index, i) => i === 0 || index - found[i - 1]! > 4);
  return new Set((found.length >= 3 && apart) || countsToTheEnd(lines, all) ? found : []);
}

/** A text of a page or two: 1 and 2 alone on their lines, the last of them at the very end. */
function countsToTheEnd(lines: readonly Line[], numbers: readonly number[]): boolean {
  return numbers.length > 0 && numbers.length <= 2 && numbers[numbers.length - 1] === lines.length - 1 && numbers.every((index, i) => Number(lines[index]!.text) === i + 1 && index - (numbers[i - 1] ?? -1) > FEWEST_OF_PAGE - (i > 0 ? 6 : 0));
}

const FEWEST_OF_PAGE = 8;
