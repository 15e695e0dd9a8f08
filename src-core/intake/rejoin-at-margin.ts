import { readChineseNumeral } from '../units/chinese-number.ts';
import type { Ledger } from './ledger.ts';
import { isLine } from './lines.ts';
import { typedWidth } from '../units/text-width.ts';
import type { Line, Piece } from './lines.ts';
import { readLabel } from './recognise/label.ts';
import { isProse } from './recognise/prose.ts';
import { firstOffset, lastOffset } from './spelled.ts';

/** A piece and the lines it was put together from; none for a table. */
export interface Group {
  readonly piece: Piece;
  readonly parts: Line[];
}

const FEWEST_BREAKS = 3;
const LONGEST_LINE = 45;

/**
 * In a scanned text whose paragraphs were broken at the margin, a break can fall on a full stop. Such a paragraph is taken for
 * the rest of the one above when that one's last line is a full line, or when it stands between 一是… and 二是… of one series.
 * Both are guesses, and reported as such.
 */
export function rejoinAtMargin(groups: readonly Group[], beginsElement: (line: Line, after: Piece | undefined) => boolean, ledger: Ledger): Group[] {
  const broken = groups.flatMap(({ parts }) => parts.slice(0, -1)).filter((line) => typedWidth(line.text) <= LONGEST_LINE);
  if (broken.length < FEWEST_BREAKS) return [...groups];
  const widths = broken.map((line) => typedWidth(line.text)).sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length / 2)]!;
  const result: Group[] = [];
  for (const [index, group] of groups.entries()) {
    const above = result[result.length - 1];
    const first = group.parts[0];
    if (above && first && above.parts.length > 0 && !first.said && !above.parts[0]!.said && isProse(first.text) && isProse(above.parts[0]!.text) && !beginsElement(first, groups[index + 1]?.piece)
      && (endsFull(above.parts, full) || standsInSeries(groups, index))) {
      const last = above.parts[above.parts.length - 1]!;
      ledger.mark('joined-line', lastOffset(last) + 1, firstOffset(first));
      ledger.doubt('joined-at-stop', first);
      for (const part of group.parts) above.parts.push(part);
    } else result.push({ piece: group.piece, parts: [...group.parts] });
  }
  return result;
}

function endsFull(parts: readonly Line[], full: number): boolean {
  const width = typedWidth(parts[parts.length - 1]!.text);
  return parts.length > 1 && width >= full - 1 && width <= full + 2;
}

/** 一是… / this one / 二是…, with no heading between. */
function standsInSeries(groups: readonly Group[], index: number): boolean {
  const before = findItem(groups, index, -1);
  const after = findItem(groups, index, 1);
  return before !== undefined && after === before + 1;
}

function findItem(groups: readonly Group[], index: number, step: 1 | -1): number | undefined {
  for (let i = index + step, steps = 0; i >= 0 && i < groups.length && steps < 4; i += step, steps++) {
    const { piece } = groups[i]!;
    if (!isLine(piece) || readLabel(piece.text)) return undefined;
    const match = /^([一二三四五六七八九十]{1,3})是/.exec(piece.text);
    if (match) return readChineseNumeral(match[1]!);
  }
  return undefined;
}
