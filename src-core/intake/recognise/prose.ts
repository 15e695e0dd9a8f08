import { typedWidth } from '../../units/text-width.ts';
import { isLine } from '../lines.ts';
import type { Piece } from '../lines.ts';
import { readLabel } from './label.ts';
import { readDivision } from './division.ts';
import { NOTE, TITLE_END, isAddressee } from './patterns.ts';

/** True for a line of running text, as against a title, a name, a caption or a site's menu. */
export function isProse(text: string): boolean {
  if (isAddressee(text) || NOTE.test(text)) return false;
  if (/[。；！]/.test(text)) return true;
  if (TITLE_END.test(text) && typedWidth(text) <= 100) return false;
  return typedWidth(text) > 60 || (/[，；]/.test(text) && typedWidth(text) >= 18) || (/[：:]$/.test(text) && /如下|事项|以下/.test(text));
}

/** True where the body of a document begins: running text, a labelled paragraph, a chapter, a clause of rules. */
export const beginsBody = (text: string): boolean => isProse(text) || (readLabel(text) !== undefined && /[\u4e00-\u9fff]{2}/.test(text)) || readDivision(text) !== undefined;

const SHORTEST_FULL = 22;

/** A full line without an end, indented like a paragraph, over running text at the margin: the first line of the text, broken before its first comma. */
export const opensParagraph = (line: Piece | undefined, below: Piece | undefined): boolean =>
  isLine(line) && isLine(below) && !line.said && !line.source && line.indent >= 1.5 && line.indent <= 4 && typedWidth(line.text) >= SHORTEST_FULL
  && !/[。：；]/.test(line.text) && !/关于/.test(line.text) && !TITLE_END.test(line.text) && !below.gap && below.indent < 1 && isProse(below.text);
