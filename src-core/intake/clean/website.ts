import { formatOfficialDate, readOfficialDate } from '../../units/date.ts';
import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { readLabel } from '../recognise/label.ts';
import { ANNEX_MARK, ATTACHMENT, COPY_TO, DATE_LINE, NOTE, ORGANISATION_LINE, PRINT_DATE, PRINT_RUN, PUBLICITY, RESULT, TITLE_END } from '../recognise/patterns.ts';
import { isProse } from '../recognise/prose.ts';
import { factCells, readFactRow } from './fact-rows.ts';

/** What a page says about the document it shows; used where the text itself does not say it. */
export interface PageFacts {
  title?: string;
  documentNumber?: string;
  issuer?: string;
  publicity?: string;
  /** 成文日期, in the standard's form. */
  date?: string;
  /** The line right above the one that gives time, source and size of letters. */
  headline?: string;
}

export interface SiteResult {
  readonly lines: readonly Line[];
  readonly facts: PageFacts;
  /** Lines left out: a text with some is a copied page, and what else stands around the document is suspect. */
  readonly dropped: number;
}

/** 索引号：…, 发布时间：…: the table a site puts above a document. */
const KEYS = '标\\s*题|名\\s*称|文件名称|索\\s*引\\s*号|统一编号|发文字号|文\\s*号|发文机关|发文单位|发布机构|发布机关|发布单位|制发机关|责任部门|责任处室|责任科室|承办部门|信息来源|文章来源|来\\s*源|作\\s*者|发布人|发布文号|文件来源|所属类别|责任编辑|编\\s*辑|URL|网址|链接|抓取时间|采集时间|文\\s*种|类\\s*别|类\\s*型|主\\s*题\\s*词|关键词|主题分类|体裁分类|组配分类|服务对象|公文种类|发文日期|发文时间|发布日期|发布时间|发表时间|公开日期|公开时间|生成日期|更新时间|实施日期|生效日期|失效日期|废止日期|有\\s*效\\s*性|效力状态|文件状态|浏览次数|浏览量|点击数?|点击率|阅读次数|访问量|字体大小|字\\s*体|字\\s*号|索取号|载体类型|公开主体|公开期限|公开载体|首次公开|日\\s*期|时\\s*间';
const FACT = new RegExp(`^[|·•【\\s]*(${KEYS})\\s*[:：】]\\s*(.*)$`);
/** Beside others 成文日期 and 公开类型 are facts too. */
const KEYS_IN_ROW = `${KEYS}|成文日期|成文时间|公开类型|公开属性`;
const FACT_IN_ROW = new RegExp(`^[|·•【\\s]*(${KEYS_IN_ROW})\\s*[:：】]\\s*(.*)$`);
/** The facts of one line: 文号：…　　有效性：…, also where nothing stands between them any more. */
const EACH_FACT = new RegExp(`(?:${KEYS_IN_ROW})\\s*[:：】]`, 'g');
const IS_KEY = /^(?:标题|名称|文件名称|索引号|统一编号|发文字号|文号|发文机关|发文单位|发布机构|发布机关|发布单位|制发机关|制发机构|主题分类|体裁分类|服务对象|公文种类|发文日期|发布日期|公开日期|生成日期|实施日期|废止日期|成文日期|有效性|效力状态|文件状态|关键词|主题词)$/;
/** 成文日期：… is a fact of the page only while it has a label before it. */
const MADE_ON = /^[|\s]*(?:成文日期|成文时间)\s*[:：]\s*(.*)/;
/** What only a page says, whole line. */
const PHRASE = /^(?:[\s|·•【\]\[〖>×+↺-]*)(?:首页(?:[\s/>＞|].*)?|(?:当前位置|您(?:现在)?的位置|您?当前(?:的)?位置|所在位置)\s*[:：].*|分享(?:到|至)?.{0,20}|打印(?:本页|正文)?|关闭(?:窗口|本页)?|返回(?:(?:顶部|首页|上一页|列表).{0,12})?|扫一扫.{0,30}|用微信扫.{0,20}|相关(?:链接|附件|文档|文件|阅读|解读|新闻|政策(?:与解读)?)\s*[:：]?|附件下载.{0,6}|(?:上|下)一(?:篇|条)\s*[:：]?.*|(?:《[^《》]{4,80}》)?政策解读|排行榜|【[^【】]{1,30}】相关(?:文章|阅读|推荐)\s*[:：]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?|图解|音频解读|视频解读|版权所有.*|主办单位\s*[:：]?.*|承办单位\s*[:：].{0,30}(?:中心|公司|办公室).*|网站标识码.*|ICP备案.*|.{0,3}ICP备\d+号.*|.{0,4}公网安备.*|技术支持\s*[:：].*|网站地图.*|联系我们.*|内容纠错.*|无障碍.{0,6}|长者(?:助手|版|模式).*|关怀版|适老版|展开|收起|菜单|展开菜单|导航|简体(?:中文)?|繁[體体](?:中文)?|English|微信|微博|手机版|电脑版|用户登录|退出|收藏(?:本页)?|我要收藏|我要(?:查|办|信访)|智能问答|政务(?:公开|服务|邮箱)|互动交流|信息公开目录|搜索(?:热词.*)?|全文检索|字体\s*[:：].*|字体大小.*|【?(?:大|中|小)】?(?:\s*【?(?:大|中|小)】?)*|A\+大.*|T\s*T.{0,4}|公共资源调用站点|文章分享|基本信息|您访问的链接.*|欢迎来到.*(?:网站|门户).*|.{0,30}(?:政府|门户)网站$|本文?二维码|扫码关注.{0,20}|登录(?:\s*[/|]\s*注册)?|注册|建议使用.{0,40}浏览器.*|声明\s*[:：].{0,60}(?:版权|转载).*|[^。]{0,60}版权所有(?![权者人])[^。]{0,60}|朗读|(?:语音)?播报|文件下载|政策咨询|我要纠错|标签\s*[:：].{0,60}|如果?您?对.{0,12}有疑问.{0,6}拨打标题上方的?电话.{0,20}|点击(?:下载|查看).{0,20}|本作品.{0,200}(?:公有领域|著作权).*|注[：:]中文维基文库.*|(?:Public domain|false)+|本作品收录于.*|收录于|\d{4}年\d{1,2}月\d{1,2}日\s*来源\s*[:：].{0,20}|(?:相关|推荐|热门)(?:文章|阅读|资讯|推荐)|猜你喜欢|很赞哦[！!]?(?:\s*[（(]\d+[）)])?|你可能(?:会|也|还会)?喜欢|最近更新|最新(?:更新|资讯)|随便看看?|展开(?:阅读)?全文|进入(?:老年|长者)版|[^。；]{0,30}欢迎您(?:的光临)?[！!]?|欢迎?(?:访问|光临)[^。；]{0,30}[！!]?|(?:图片|文章|内容|本文)[^。]{0,12}版权归[^。]{1,12}所有[^。]{0,30}。?|.{0,12}报料热线\s*[:：].{0,40}|[|\s]+)[\s|·•】\]\[〗>×+-]*$/;
const BREADCRUMB = /^[^。；]{0,80}(?:首页|政务公开|信息公开)\s*[/>＞»→].{0,120}$/;
/** A file offered for download beside the text: its name ends with the ending of a file. */
const DOWNLOAD = /^[·•\s]*附件(?!\s*[：:]\s*1[.．、])\s*\d*\s*[-—\d]*\s*[:：.．]?.{0,120}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|jpg|png)$/i;
/** 发布时间：2024-09-11 11:23 beside other facts in one line; 截止时间：2024年9月11日 is the text's own. */
const STAMPED = /(?:(?:(?:发布|发表|更新|公开|答复|办理|回复|提交)|(?<![\u4e00-\u9fff]))(?:时间|日期)|^更新)\s*[:：]\s*\d{4}[-./年]\d{1,2}[-./月]\d{1,2}/;

/** Where running text has begun, such a line is its own: 时间：2024年3月15日上午 of a meeting, 名称：and 网址：of whom to turn to. */
const OWN_FACT = /^(?:名\s*称|类\s*[别型]|网址|链接|[时日]\s*[间期](?!\s*[:：]\s*\d{4}[-./]))\s*[:：]/;
const SHORTEST_PROSE = 20;
/** 附件：某办法.doc above 署名 and date is the text's own, however the site made a link of it. */
const isClosedBelow = (lines: readonly Line[], index: number): boolean => lines.slice(index + 1, index + 6).some((line) => DATE_LINE.test(line.text.replace(/[\s\u3000]/g, '')));

/** What readers said of a page stands at its end. */
const COMMENTS = /^(?:评论回复|(?:网友|最新|全部|相关|发表|我要)评论|评论(?:区|列表)?)(?:（\d+）)?[：:]?$/;

/** Leaves out lines that only a web page has, and notes what they say about the document. */
export function dropWebsiteRemains(lines: readonly Line[], ledger: Ledger): SiteResult {
  const facts: PageFacts = {};
  let begun = false;
  let isOver = false;
  const cells = factCells(lines.map((line) => line.text));
  const kept = lines.filter((line, index) => {
    begun ||= line.text.length >= SHORTEST_PROSE && isProse(line.text);
    isOver ||= begun && COMMENTS.test(line.text);
    if (isOver) {
      ledger.note('dropped-website-remains', line);
      return false;
    }
    const cell = cells.get(index);
    if (cell) {
      if (cell.value !== undefined) readFact(cell.name, cell.value, facts);
      ledger.note('dropped-website-remains', line);
      return false;
    }
    if (!begun && isSource(lines, index)) {
      ledger.note('dropped-website-remains', line);
      return false;
    }
    if (begun && DOWNLOAD.test(line.text) && isClosedBelow(lines, index)) return true;
    if (line.text.length > 240 || (begun && OWN_FACT.test(line.text)) || !isRemains(line.text, facts)) return true;
    ledger.note('dropped-website-remains', line);
    return false;
  });
  const headline = headlineOf(lines, new Set(kept));
  if (headline !== undefined) facts.headline = headline;
  const whole = dropTail(lines, kept, ledger);
  return { lines: whole, facts, dropped: lines.length - whole.length };
}

/** 来源： / 能源局 / [ 打印 ]: where the page has its text from, in a line of its own. */
const isSource = (lines: readonly Line[], index: number): boolean =>
  /^(?:信息|文章)?来源[:：]$/.test(lines[index - 1]?.text ?? '') && lines[index]!.text.length <= LONGEST_SOURCE && isRemains(lines[index + 1]?.text ?? '');
const LONGEST_SOURCE = 20;

/** Sites show the title, below it time, source and size of letters, below these the text. */
function headlineOf(lines: readonly Line[], stays: ReadonlySet<Line>): string | undefined {
  const at = lines.slice(0, HEAD_LINES).findLastIndex((line) => !stays.has(line) && BYLINE.test(line.text) && line.text.length < 100);
  const above = lines[at - 1];
  const below = lines.slice(at + 1).find((line) => stays.has(line));
  return above && below && stays.has(above) && isProse(below.text) ? above.text : undefined;
}

const HEAD_LINES = 30;
const BYLINE = /^[\s|【\[]*(?:字体|字号|(?:信息|文章)?来源|作者|发布(?:时间|日期|者)|时间|日期|浏览次数|点击(?:数|次数)?)\s*[:：]/;

/** Below the document, once a line of the frame has come, what is neither text nor an element is frame too. */
function dropTail(lines: readonly Line[], kept: readonly Line[], ledger: Ledger): readonly Line[] {
  const stays = new Set(kept);
  let from = lines.length;
  for (let i = lines.length - 1; i >= 0 && !(stays.has(lines[i]!) && belongsToText(lines[i]!.text)); i--) if (!stays.has(lines[i]!)) from = i;
  const tail = new Set(lines.slice(from).filter((line) => stays.has(line)));
  for (const line of tail) ledger.note('dropped-website-remains', line);
  return tail.size === 0 ? kept : kept.filter((line) => !tail.has(line));
}

const belongsToText = (text: string): boolean =>
  !/^[•·●○▪◆]/.test(text) && (isProse(text) || readLabel(text) !== undefined || DATE_LINE.test(text.replace(/\s/g, '')) || PRINT_DATE.test(text) || COPY_TO.test(text) || NOTE.test(text) || PUBLICITY.test(text) || ANNEX_MARK.test(text) || ATTACHMENT.test(text) || PRINT_RUN.test(text) || TITLE_END.test(text) || ORGANISATION_LINE.test(text) || text.length > 60);

/** True for a line of the frame around a document. */
export function isRemains(text: string, facts: PageFacts = {}): boolean {
  const cells = text.includes('|') ? text.split('|').map((cell) => cell.replace(/[\s\u3000]|[:：]\s*$/g, '')) : [];
  if (cells.length > 1 && IS_KEY.test(cells[0]!)) {
    // A table of facts whose bars are left: 发文字号 | … | 制发机构 | … |
    for (let i = 0; i + 1 < cells.length; i += 2) if (IS_KEY.test(cells[i]!)) readFact(cells[i]!, cells[i + 1]!, facts);
    return true;
  }
  if (FACT.test(text) && !RESULT.test(text)) {
    for (const part of factsOf(text)) {
      const fact = FACT_IN_ROW.exec(part);
      if (fact) readFact(fact[1]!.replace(/\s/g, ''), fact[2]!.replace(/\s*\|.*$/, '').trim(), facts);
    }
    return true;
  }
  const row = readFactRow(text);
  if (row) {
    for (const { name, value } of row) readFact(name, value, facts);
    return true;
  }
  const words = text.length < 60 ? text.split(/[\s|]+/).filter((word) => word !== '') : [];
  if (words.length > 1 && words.every((word) => PHRASE.test(word))) return true;
  const made = MADE_ON.exec(text);
  if (made && factsOf(text).length > 2) return isRemains(text.replace(/^[|\s]*成文(?:日期|时间)/, '发文日期'), facts);
  if (made) readFact('成文日期', made[1]!, facts);
  return made !== null || PHRASE.test(text) || BREADCRUMB.test(text) || DOWNLOAD.test(text) || (STAMPED.test(text) && readLabel(text) === undefined && text.length < 100 && !/[。；]/.test(text));
}

/** 全部公开 says which part, no more. */
const OPENNESS = /^(?:主动公开|依申请公开|不予公开|社会公开)$/;

/** A line of facts, cut where each begins. */
function factsOf(text: string): string[] {
  const starts = [...text.matchAll(EACH_FACT)].map((match) => match.index);
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim());
}

function readFact(key: string, value: string, facts: PageFacts): void {
  if (value === '') return;
  if (key === '标题' || key === '名称' || key === '文件名称') facts.title ??= value;
  else if (key === '发文字号' || key === '文号') facts.documentNumber ??= value;
  else if (/^(?:发文机关|发文单位|发布机构|发布机关|发布单位|制发机关|制发机构)$/.test(key)) {
    if (/[\u4e00-\u9fff]{2}/.test(value)) facts.issuer ??= value;
  }
  else if (key === '公开类型' || key === '公开方式' || key === '公开属性') {
    if (OPENNESS.test(value)) facts.publicity ??= value;
  }
  else if (/^(?:成文日期|成文时间|发文日期)$/.test(key)) {
    const date = readPageDate(value);
    if (date !== undefined) facts.date ??= date;
  }
}

/** 2019年03月08日, 2019-03-08, with or without the hour → 2019年3月8日. */
function readPageDate(value: string): string | undefined {
  const day = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})(?=\D|$)/.exec(value.replace(/\s/g, ''));
  const iso = day ? readOfficialDate(`${day[1]}年${Number(day[2])}月${Number(day[3])}日`) : undefined;
  return iso === undefined ? undefined : formatOfficialDate(iso);
}
