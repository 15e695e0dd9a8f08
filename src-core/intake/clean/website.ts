import { formatOfficialDate, readOfficialDate } from '../../units/date.ts';
import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { readLabel } from '../recognise/label.ts';
import { ANNEX_MARK, ATTACHMENT, COPY_TO, DATE_LINE, NOTE, ORGANISATION_LINE, PRINT_DATE, PRINT_RUN, PUBLICITY, RESULT, SUBJECT_WORDS, TITLE_END, isAddressee } from '../recognise/patterns.ts';
import { isProse } from '../recognise/prose.ts';
import { namesOf } from './fact-names.ts';
import { factCells, readFactRow } from './fact-rows.ts';
import { isPagePhrase } from './page-phrases.ts';

/** What a page says about the document it shows; used where the text itself does not say it. */
export interface PageFacts {
  title?: string;
  documentNumber?: string;
  issuer?: string;
  /** 责任部门: who answers for the page, and issues what nobody else does. */
  keeper?: string;
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
const FACT = new RegExp(`^[|·•【\\s-]*(${namesOf(({ colon }) => colon === 'alone')})\\s*[:：】]\\s*(.*)$`);
/** Beside others 成文日期 and 公开类型 are facts too. */
const NAMES_IN_ROW = namesOf(({ colon }) => colon !== undefined);
const FACT_IN_ROW = new RegExp(`^[|·•【\\s-]*(${NAMES_IN_ROW})\\s*[:：】]\\s*(.*)$`);
/** The facts of one line: 文号：…　　有效性：…, also where nothing stands between them any more. */
const EACH_FACT = new RegExp(`(?:${NAMES_IN_ROW})\\s*[:：】]`, 'g');
const IS_KEY = new RegExp(`^(?:${namesOf(({ bar }) => bar === true)})$`);
/** True for the name of what a site tells of a document. */
export const isFactName = (text: string): boolean => IS_KEY.test(text);
/** 成文日期：… is a fact of the page only while it has a label before it. */
const MADE_ON = /^[|\s]*(?:成文日期|成文时间)\s*[:：]\s*(.*)/;
const BREADCRUMB = /^[^。；]{0,80}(?:首页|政务公开|信息公开)\s*[/>＞»→].{0,120}$/;
/** A file offered for download beside the text: its name ends with the ending of a file. */
const DOWNLOAD = /^[·•\s]*附件(?!\s*[：:]\s*1[.．、])\s*\d*\s*[-—\d]*\s*[:：.．]?.{0,120}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|jpg|png)$/i;
/** 发布时间：2024-09-11 11:23 beside other facts in one line; 截止时间：2024年9月11日 is the text's own. */
const STAMPED = /(?:(?:(?:发布|发表|更新|公开|答复|办理|回复|提交)|(?<![\u4e00-\u9fff]))(?:时间|日期)|^更新)\s*[:：]\s*\d{4}[-./年]\d{1,2}[-./月]\d{1,2}/;

/** Where somebody has been addressed or running text has begun, such a line is its own: 时间：2024年3月15日上午 of a meeting, 名称：and 网址：of whom to turn to. */
const OWN_FACT = /^(?:名\s*称|栏\s*目|类\s*[别型]|网址|链接|[时日]\s*[间期](?!\s*[:：]\s*\d{4}[-./]))\s*[:：]/;
export const isOwnFact = (text: string): boolean => OWN_FACT.test(text);
const SHORTEST_PROSE = 20;
/** 附件：某办法.doc above 署名 and date is the text's own, however the site made a link of it. */
const isClosedBelow = (lines: readonly Line[], index: number): boolean => lines.slice(index + 1, index + 6).some((line) => DATE_LINE.test(line.text.replace(/[\s\u3000]/g, '')));

/** 时间：3月2日（星期一）上午9时: when something takes place; a page says when it was put up: 时间：2024-03-02 09:15. */
const EVENT = /^[时日]\s*[间期]\s*[:：]\s*(?!\d{4}[-./])(?:.*(?:上午|下午|晚上|星期|周[一二三四五六日]|\d[时点]|日\d{1,2}[:：]\d{2})|\d{1,2}月\d{1,2}[日号])/;

/** What readers said of a page stands at its end. */
const COMMENTS = /^(?:评论回复|(?:网友|最新|全部|相关|发表|我要)评论|评论(?:区|列表)?)(?:（\d+）)?[：:]?$/;

/** Leaves out lines that only a web page has, and notes what they say about the document. */
export function dropWebsiteRemains(lines: readonly Line[], ledger: Ledger): SiteResult {
  const facts: PageFacts = {};
  let begun = false;
  let hasProse = false;
  let dated = false;
  let isOver = false;
  const cells = factCells(lines.map((line) => line.text));
  const kept = lines.filter((line, index) => {
    const before = begun;
    begun ||= (line.text.length >= SHORTEST_PROSE && isProse(line.text)) || isAddressee(line.text);
    hasProse ||= isProse(line.text);
    dated ||= hasProse && DATE_LINE.test(line.text.replace(/[\s\u3000]/g, ''));
    isOver ||= begun && COMMENTS.test(line.text);
    if (isOver) {
      ledger.note('dropped-website-remains', line);
      return false;
    }
    const cell = cells.get(index);
    if (cell) {
      for (const { name, value } of cell) readFact(name, value, facts);
      ledger.note('dropped-website-remains', line);
      return false;
    }
    if ((!begun && (isSource(lines, index) || COLUMN.test(line.text))) || ((begun || index < FIRST_OF_FILE) && isFileAlone(lines, index))) {
      ledger.note('dropped-website-remains', line);
      return false;
    }
    if (begun && DOWNLOAD.test(line.text) && isClosedBelow(lines, index)) return true;
    // 主题词 below the text closed documents before 2012; above it a site files the page under them.
    if (dated && SUBJECT_WORDS.test(line.text)) return true;
    if (line.text.length > 240 || (begun && isOwnFact(line.text)) || !isRemains(line.text, facts)) return true;
    // A long row of facts is no text of the document.
    begun = before;
    ledger.note('dropped-website-remains', line);
    return false;
  });
  const headline = headlineOf(lines, new Set(kept));
  if (headline !== undefined) facts.headline = headline;
  const whole = dropTail(lines, kept, ledger);
  return { lines: whole, facts, dropped: lines.length - whole.length };
}

/** 某规则.rar: a file the page offers amid the text. Below 附件： such lines name what goes with it. */
function isFileAlone(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index]!;
  return FILE_ALONE.test(text) && readLabel(text) === undefined && !lines.slice(Math.max(0, index - NEAR), index).some((above) => ATTACHMENT.test(above.text) || ANNEX_MARK.test(above.text));
}

const FILE_ALONE = /^[^\s。；：，]{1,80}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd)$/i;
const NEAR = 20;
/** A library of files names the file itself above its text, and once more below what it tells of it. */
const FIRST_OF_FILE = 10;

/** The part of a site a page stands in, above the title: 政协委员提案, 通知公告. */
const COLUMN = /^(?:(?:政协|人大)?(?:委员|代表)(?:建议|提案|议案)(?:办理|答复)?|(?:人大|政协)(?:建议|提案|议案)(?:办理|答复)?|建议提案(?:办理|答复)?|通知公告|公示公告|公告公示|文件通知|政策文件|部门文件|政府文件|规范性文件|其他文件)$/;

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
  if (EVENT.test(text)) return false;
  if (FACT.test(text) && !RESULT.test(text)) {
    for (const part of factsOf(text)) {
      const fact = FACT_IN_ROW.exec(part);
      if (fact) readFact(fact[1]!.replace(/\s/g, ''), fact[2]!.replace(/\s*[|【].*$/, '').trim(), facts);
    }
    return true;
  }
  const row = readFactRow(text);
  if (row) {
    for (const { name, value } of row) readFact(name, value, facts);
    return true;
  }
  const words = text.length < 60 ? text.split(/[\s|]+/).filter((word) => word !== '') : [];
  if (words.length > 1 && words.every((word) => isPagePhrase(word))) return true;
  const made = MADE_ON.exec(text);
  if (made && factsOf(text).length > 2) return isRemains(text.replace(/^[|\s]*成文(?:日期|时间)/, '发文日期'), facts);
  if (made) readFact('成文日期', made[1]!, facts);
  return made !== null || isPagePhrase(text) || BREADCRUMB.test(text) || DOWNLOAD.test(text) || (STAMPED.test(text) && readLabel(text) === undefined && text.length < 100 && !/[。；]/.test(text));
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
  if (/^(?:(?:法规)?(?:标题|名称)|文件名称|[Tt]itle)$/.test(key)) facts.title ??= value.replace(/^["'“]([^"'“”]*)["'”]$/, '$1');
  else if (key === '发文字号' || key === '文号' || key === '文件编号') facts.documentNumber ??= value;
  else if (/^(?:发文机关|发文单位|发布机构|发布机关|发布单位|发布部门|颁[布发](?:部门|单位)|制发机关|制发机构)$/.test(key)) {
    if (/[\u4e00-\u9fff]{2}/.test(value)) facts.issuer ??= value;
  }
  else if (/^(?:公开)?责任部门$/.test(key)) facts.keeper ??= value;
  else if (/^公开(?:类型|方式|属性|形式)$/.test(key)) {
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
