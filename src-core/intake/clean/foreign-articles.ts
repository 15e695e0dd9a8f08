import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

const DATELINE = /^新华社[^。，]{1,12}\d{1,2}月\d{1,2}日电$/;
const RUN_ON = /^[（(](?:上接|下转)第?[一二三四五六七八九十\dA-Z]{1,3}版[^（）()]{0,8}[）)]$/;

/**
 * A newspaper page: the dateline that closes the document parts it from the articles beside it, which are left out whole;
 * （上接第一版） is a running note of the page.
 */
export function dropForeignArticles(lines: readonly Line[], ledger: Ledger): Line[] {
  const end = lines.findIndex((line, index) => index > 2 && DATELINE.test(line.text) && lines.slice(index + 1).some((later) => later.marked || /^□?(?:本报|新华社)(?:记者|讯)/.test(later.text)));
  return lines.filter((line, index) => {
    if (end >= 0 && index >= end) ledger.note('dropped-foreign-article', line);
    else if (RUN_ON.test(line.text)) ledger.note('dropped-running-head', line);
    else return true;
    return false;
  });
}
