import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { readLabel } from '../recognise/label.ts';
import { ANNEX_MARK, DATE_LINE, isAddressee } from '../recognise/patterns.ts';
import { isPageNumber } from './page-numbers.ts';

const LONGEST = 60;
const FEWEST = 3;
/** Lines between two of them at least, on the average: pages are longer. */
const NEAREST = 4;

/**
 * Headers and footers: a short line that comes again page by page, its numbers aside. It must stand at page breaks — beside a
 * page number or a form feed, or in the middle of a sentence; a first one that does not is the text's own (often its title).
 */
export function dropRunningHeads(lines: readonly Line[], ledger: Ledger): Line[] {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST || !canRun(text)) continue;
    const shape = shapeOf(text);
    const known = places.get(shape);
    if (known) known.push(index);
    else places.set(shape, [index]);
  }
  const gone = new Set<number>();
  for (const indexes of places.values()) {
    if (indexes.length < 2) continue;
    const sure = indexes.filter((index) => besideBreak(lines, index));
    const likely = indexes.filter((index) => insideSentence(lines, index));
    const apart = (indexes[indexes.length - 1]! - indexes[0]!) / (indexes.length - 1) >= NEAREST;
    const isHead = (sure.length >= 2 && sure.length >= indexes.length - 1) || (indexes.length >= FEWEST && apart && new Set([...sure, ...likely]).size * 2 >= indexes.length && likely.length + sure.length >= 2);
    // A short text has two pages: its first line, that names the paper, comes again where the sentence of a page goes on.
    const isGazette = indexes.length === 2 && indexes[0] === 0 && likely.includes(indexes[1]!) && GAZETTE.test(lines[0]!.text);
    if (isGazette) indexes.forEach((index) => gone.add(index));
    if (!isHead) continue;
    for (const index of indexes) if (index !== indexes[0] || sure.includes(index) || likely.includes(index)) gone.add(index);
  }
  if (gone.size === 0) return [...lines];
  let broken = false;
  const kept: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (gone.has(index)) {
      ledger.note('dropped-running-head', line);
      broken = true;
    } else {
      kept.push(broken ? { ...line, page: true } : line);
      broken = false;
    }
  }
  return kept;
}

const GAZETTE = /公报|学报|年鉴|汇编|[\s\u3000]第\s*\d+\s*期|第\s*\d+\s*期[\s\u3000]/;

const canRun = (text: string): boolean =>
  /[\u4e00-\u9fffA-Za-z]{2}/.test(text) && !text.includes('\t') && !/[。；，]/.test(text) && readLabel(text) === undefined && !isPageNumber(text) && !DATE_LINE.test(text) && !ANNEX_MARK.test(text) && !isAddressee(text);

/** Page numbers in it differ from page to page. */
const shapeOf = (text: string): string => text.replace(/[\s\u3000]/g, '').replace(/第[一二三四五六七八九十百]+页/g, '#').replace(/\d+/g, '#');

const besideBreak = (lines: readonly Line[], index: number): boolean =>
  lines[index]!.page || lines[index + 1]?.page === true || isPageNumber(lines[index - 1]?.text ?? '') || isPageNumber(lines[index + 1]?.text ?? '');

/** The text above has not come to an end. */
function insideSentence(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1]?.text ?? '';
  const below = lines[index + 1]?.text ?? '';
  return above.length >= 15 && /[，、；\u4e00-\u9fff]$/.test(above) && /[，。；、]/.test(above) && /^[，。；、\u4e00-\u9fff]/.test(below) && readLabel(below) === undefined && /[，。；、]/.test(below);
}
