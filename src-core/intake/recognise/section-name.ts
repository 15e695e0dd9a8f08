import type { Ledger } from '../ledger.ts';
import { slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { TITLE_END } from './patterns.ts';

/** 教务处：关于…的通知: the page names the section that put it up before the title; a title has no colon (GB/T 9704—2012 7.3.1). */
const SECTION = /^(?:[\u4e00-\u9fff（）]{2,12}[：:]|【[\u4e00-\u9fff]{2,8}】|\[[\u4e00-\u9fff]{2,8}\])\s*(?=(?:[^：:]{2,40})?(?:关于|转发|印发)[^：:]{4,}$)/;

/** The title without the section of the site before it. */
export function withoutSection(title: Spelled, ledger: Ledger): Spelled {
  const section = SECTION.exec(title.text);
  if (!section || !TITLE_END.test(title.text)) return title;
  ledger.note('dropped-website-remains', slice(title, 0, section[0].length));
  return slice(title, section[0].length);
}
