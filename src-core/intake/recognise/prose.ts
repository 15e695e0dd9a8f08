import { typedWidth } from '../../units/text-width.ts';
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
