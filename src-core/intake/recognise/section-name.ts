import type { Ledger } from '../ledger.ts';
import { slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { TITLE_END } from './patterns.ts';

/** 教务处：关于…的通知: the page names the section that put it up before the title; a title has no colon (GB/T 9704—2012 7.3.1). */
const SECTION = /^(?:[\u4e00-\u9fff（）]{2,12}[：:]|【[\u4e00-\u9fff]{2,8}】|\[[\u4e00-\u9fff]{2,8}\])\s*(?=(?:[^：:]{2,40})?(?:关于|转发|印发)[^：:]{4,}$)/;
/** 信息名称　关于…的答复: the row of a site's table that names the document. */
const ROW_NAME = /^(?:(?:信息|文件|公文)(?:名称|标题)|名\s*称|标\s*题)(?:[：:]|[\s\u3000])[\s\u3000]*(?=\S{8,})/;
/** …的通知_某某政府网: what the browser's tab said, and with it the site. */
const SITE = /\s*[_|｜—-]{1,2}\s*[\u4e00-\u9fff·]{2,24}(?:网|网站|门户|政府|平台|在线)(?:[_|｜—-][\u4e00-\u9fff]{2,24})*$/;

/** The title without the section of the site before it and without the site's name behind it. */
export function withoutSection(title: Spelled, ledger: Ledger): Spelled {
  const drop = (rest: Spelled, gone: RegExpExecArray | null): Spelled => {
    if (!gone) return rest;
    const [start, end] = gone.index === 0 ? [gone[0].length, rest.text.length] : [0, gone.index];
    const left = slice(rest, start, end);
    if (!TITLE_END.test(left.text)) return rest;
    ledger.note('dropped-website-remains', slice(rest, gone.index, gone.index + gone[0].length));
    return left;
  };
  const named = drop(title, SITE.exec(title.text));
  return drop(named, SECTION.exec(named.text) ?? ROW_NAME.exec(named.text));
}
