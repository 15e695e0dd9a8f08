import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import type { Known } from '../source.ts';
import type { Ledger } from '../ledger.ts';
import { typedWidth } from '../../units/text-width.ts';
import { slice } from '../spelled.ts';
import { beginsPart } from '../../document/roles.ts';
import { readDivision } from './division.ts';
import { readLabel } from './label.ts';
import type { TypedLabel } from './label.ts';

/** What a numbered paragraph is: a title on its own, a title sentence before its text (段首接排), or numbered content. */
type Nature = 'alone' | 'lead' | 'clause';

interface Numbered {
  readonly index: number;
  readonly label: TypedLabel;
  readonly text: string;
  nature: Nature;
}

/** Tells headings from numbered content and strips their typed labels; numbered content keeps its label as text. */
export function readHeadings(parts: readonly Part[], ledger: Ledger): Part[] {
  const numbered = findNumbered(parts);
  for (const group of groupSiblings(numbered, parts)) judgeGroup(group, parts);
  const natures = new Map(numbered.map((each) => [each.index, each]));
  return parts.map((part, index) => {
    if (!isBlock(part) || part.role !== 'body') return part;
    const said = part.line?.said;
    if (said) return said.role === 'heading' ? saidHeading(part, said, ledger) : part;
    const found = natures.get(index);
    const source = part.line?.source;
    const hinted = source?.hinted ? outlined(part.text.text) : undefined;
    if (!found && source?.role === 'heading' && hinted !== 'clause') return { ...part, role: 'heading', level: source.level ?? 1, runIn: source.runIn ?? hinted === 'lead' };
    // 第二部分 stands in the middle; 1.1 of a technical annex begins where a paragraph does.
    if (!found) return /^第/.test(readDivision(part.text.text)?.label ?? '') ? { ...part, align: 'center' } : part;
    const label = slice(part.text, 0, found.label.length);
    if (found.nature === 'clause') {
      ledger.note('kept-as-body', label);
      return part;
    }
    ledger.note('computed-label', label);
    return { ...part, role: 'heading', level: found.label.level, runIn: found.nature === 'lead', label: found.label, text: slice(part.text, found.label.length) };
  });
}

/** A heading by a person's word: of that level, whatever its label; its number is the typed one. */
function saidHeading(part: Block, { level, runIn }: Known, ledger: Ledger): Block {
  const label = readLabel(part.text.text);
  if (!label || label.level === 0 || label.length >= part.text.text.length) return { ...part, role: 'heading', level, runIn };
  ledger.note('computed-label', slice(part.text, 0, label.length));
  return { ...part, role: 'heading', level, runIn, label: { ...label, level }, text: slice(part.text, label.length) };
}

function findNumbered(parts: readonly Part[]): Numbered[] {
  const found: Numbered[] = [];
  for (const [index, part] of parts.entries()) {
    if (!isBlock(part) || part.role !== 'body' || part.line?.said) continue;
    const label = readLabel(part.text.text);
    if (!label || label.level === 0 || label.length >= part.text.text.length) continue;
    const text = part.text.text.slice(label.length);
    found.push({ index, label, text, nature: firstGuess(text, part, parts[index + 1]) });
  }
  return found;
}

function firstGuess(text: string, part: Block, next: Part | undefined): Nature {
  const source = part.line?.source;
  if (source?.role === 'heading') return source.runIn ? 'lead' : source.hinted ? outlined(text) : 'alone';
  // 一、《××办法》（×政发〔2005〕16号）: a list of documents, not titles over a text.
  if (/^《[^》]+》(?:（[^（）]*）)?[。；]?$/.test(text)) return 'clause';
  if (runsThrough(text, readLabel(part.text.text)!)) return 'clause';
  const stop = text.indexOf('。');
  const last = text[text.length - 1]!;
  if (stop < 0) return /[；，：、]/.test(last) || typedWidth(text) > 48 || (text.match(/，/g)?.length ?? 0) > 2 ? 'clause' : 'alone';
  if (stop === text.length - 1) return hasContent(part, next) && ((typedWidth(text) <= 40 && isLeadPhrase(text.slice(0, stop))) || (isOverNumbers(part, next) && isLongTitle(text.slice(0, stop)))) ? 'alone' : 'clause';
  // （一）支持设置受理窗口。（知识产权局负责）: a sentence and who does it, no title over a text.
  if (/^（[^（）]*(?:（[^（）]*）[^（）]*)*）$/.test(text.slice(stop + 1))) return 'clause';
  return isLeadPhrase(text.slice(0, stop)) ? 'lead' : 'clause';
}

/** What a style or an outline level calls a heading: with text behind its first sentence it runs on into it, and a paragraph of sentences is none. */
function outlined(text: string): Nature {
  const stop = text.indexOf('。');
  if (stop < 0 || stop === text.length - 1) return 'alone';
  return isLeadPhrase(text.slice(0, stop)) ? 'lead' : 'clause';
}

/** 1、某专业2、其他专业: a row of numbers in one paragraph. */
function runsThrough(text: string, { level, number }: TypedLabel): boolean {
  return level === 3 && new RegExp(`[\\u4e00-\\u9fff）]${number + 1}[、．.](?=[\\u4e00-\\u9fff“《])`).test(text.slice(0, LONGEST_ROW));
}
const LONGEST_ROW = 400;

/** Text, a table or deeper numbers stand below it, not its next sibling or the end. */
function hasContent(part: Block, next: Part | undefined): boolean {
  if (next === undefined) return false;
  if (!isBlock(next)) return true;
  if (next.role !== 'body') return false;
  const level = readLabel(part.text.text)!.level;
  const below = readLabel(next.text.text);
  return below === undefined ? !readDivision(next.text.text) && !/^（[^（）]*负责）$/.test(next.text.text) : below.level === 0 || below.level > level;
}

/** （一）…体系。 right over 1. 2. 3.: a title, however long, not a sentence of the text. */
function isOverNumbers(part: Block, next: Part | undefined): boolean {
  if (!isBlock(next) || next.role !== 'body') return false;
  const [own, below] = [readLabel(part.text.text)!.level, readLabel(next.text.text)];
  return below !== undefined && own <= 2 && below.level > own && below.level < 5 && below.number >= 1;
}

const isLongTitle = (text: string): boolean => typedWidth(text) <= 56 && !/[；：]/.test(text) && !NOT_A_PHRASE.test(text);

const NOT_A_PHRASE = /(?<![供响适反效相感对])应(?!急|用|对|届|变|收)|不得|必须|可以|均(?!衡|等)|您|你[省市县区们]|我[省市县区局委部们]|本(?:办法|通知|规定|细则|意见|方案|条例|措施)|^(?:从|自|凡|因|如|经(?!济|营|费)|由|按照?|根据|同意|请|原则)|的$|\d{4}年\d|；|：|如下|之日起|予以|有权/;

/** 各单位要按照规定申报，严禁弄虚作假 demands; 要求, 主要 and the like do not. */
const DEMANDS = /(?<![重需主必摘纪概首扼险紧只])要(?![素求点件领害塞闻员道冲约么紧因务是义])/;

/** 加强组织领导 is a phrase that names; 你省的电力发展应纳入…统筹考虑 is a sentence that says. */
export function isLeadPhrase(lead: string): boolean {
  const width = typedWidth(lead);
  if (/^关于/.test(lead)) return width <= 45 && !/[；：]/.test(lead);
  const commas = lead.match(/，/g)?.length ?? 0;
  if (commas > 0 && DEMANDS.test(lead)) return false;
  return width >= 2 && width <= (commas === 1 ? 32 : 26) && commas <= 2 && !NOT_A_PHRASE.test(lead);
}

/** Runs of the same level under one parent. */
function groupSiblings(numbered: readonly Numbered[], parts: readonly Part[]): Numbered[][] {
  const groups: Numbered[][] = [];
  const open: (Numbered[] | undefined)[] = [];
  const last: (Numbered[] | undefined)[] = [];
  let seen = 0;
  for (const each of numbered) {
    for (; seen < each.index; seen++) {
      const part = parts[seen];
      if (isBlock(part) && (beginsPart(part.role) || part.role === 'date' || readDivision(part.text.text))) open.length = 0;
      if (isBlock(part) && beginsPart(part.role)) last.length = 0;
    }
    const { level } = each.label;
    open.length = Math.min(open.length, level + 1);
    // Numbers that run on from one parent to the next (1.–21. through 一、 to 五、) are one row.
    const runsOn = last[level] && each.label.number > 1 && each.label.number === last[level][last[level].length - 1]!.label.number + 1;
    const group = open[level] ?? (runsOn ? last[level] : undefined);
    if (group && each.label.number > group[group.length - 1]!.label.number) {
      group.push(each);
      open[level] = group;
    } else {
      open[level] = [each];
      groups.push(open[level]!);
    }
    last[level] = open[level];
  }
  return groups;
}

/** Siblings are of one kind: a list with semicolons is content throughout; where most have a title sentence, all that can do. */
function judgeGroup(group: readonly Numbered[], parts: readonly Part[]): void {
  const setAll = (nature: Nature, only: (each: Numbered) => boolean = () => true): void => {
    for (const each of group) if (only(each)) each.nature = nature;
  };
  // 附表：1.某表 / 2.某表: names of what is attached.
  const above = parts[group[0]!.index - 1];
  if (group[0]!.label.number === 2 && isBlock(above) && /^附[件表图][\s\u3000]*[：:][\s\u3000]*1[\s\u3000]*[.．、]/.test(above.text.text)) return setAll('clause');
  // A comma behind whole sentences is a slip, no sign of a list.
  if (group.some(({ text }) => /；$|^[^。]*，$/.test(text))) return setAll('clause');
  // 一、项目名称：…; 二、建设地点：…: what is said of each point, no titles.
  if (group.length > 1 && group.filter(({ text }) => NAMED_FACT.test(text)).length > group.length / 2) setAll('clause', ({ nature, text }) => nature === 'alone' && NAMED_FACT.test(text));
  const alone = group.filter(({ nature }) => nature === 'alone');
  if (alone.length > 0 && group.length > 1 && alone.every((each) => !hasContent(parts[each.index] as Block, parts[each.index + 1]))) {
    setAll('clause', ({ nature, label }) => nature === 'alone' && label.level > 1);
  }
  // 一、解除的条件： among titles without a mark.
  if (alone.length > 1 && alone.length > clausesIn(group)) setAll('alone', (each) => each.nature === 'clause' && /^[^，。：；]{2,24}：$/.test(each.text) && hasContent(parts[each.index] as Block, parts[each.index + 1]));
  // 一、考试地点和时间： 二、应带的材料： …: all of them so, each over its own text.
  if (group.length > 1 && group[0]!.label.level === 1 && group[0]!.label.number === 1 && group.every((each) => /^[^，。：；]{2,24}：$/.test(each.text) && hasContent(parts[each.index] as Block, parts[each.index + 1]))) setAll('alone');
  // Among titles of one sentence that have their text below, the odd one is a title too.
  const over = group.filter((each) => each.nature === 'alone' || isSentenceOverText(each, parts) || leadsNumbers(each, parts));
  if (alone.some((each) => each.text.endsWith('。')) && (alone.length > clausesIn(group) || (alone.length > 1 && over.length > group.length / 2))) setAll('alone', (each) => over.includes(each));
  // 批复 and the like: the last of numbered sentences stands over 此复 or 特此通知, not over a text of its own.
  else setAll('clause', (each) => each.nature === 'alone' && each.text.endsWith('。') && clausesIn(group) > 0);
  const leads = group.filter(({ nature }) => nature === 'lead').length;
  const clauses = group.filter(({ nature }) => nature === 'clause').length;
  if (leads === 0 || clauses === 0) return;
  const canLead = ({ nature, text }: Numbered): boolean => nature === 'clause' && leadCanStretch(text);
  if (leads > clauses || (leads === clauses && group.every((each) => each.nature === 'lead' || canLead(each)))) setAll('lead', canLead);
  else setAll('clause', ({ nature }) => nature === 'lead');
}

const NAMED_FACT = /^[^，。：；]{2,14}：\S/;

const clausesIn = (group: readonly Numbered[]): number => group.filter(({ nature }) => nature === 'clause').length;

function isSentenceOverText({ nature, text, index }: Numbered, parts: readonly Part[]): boolean {
  return nature === 'clause' && text.indexOf('。') === text.length - 1 && typedWidth(text) <= 40 && hasContent(parts[index] as Block, parts[index + 1]);
}

/** 符合下列要求的予以保留。 right over 1. 2. 3.: with its stop it names what they are, with a colon it would be their first line. */
function leadsNumbers({ nature, text, index }: Numbered, parts: readonly Part[]): boolean {
  const below = parts[index + 1];
  const label = isBlock(below) && below.role === 'body' ? readLabel(below.text.text) : undefined;
  return nature === 'clause' && text.indexOf('。') === text.length - 1 && typedWidth(text) <= 40 && /[下以]列/.test(text) && label?.number === 1 && label.level > readLabel((parts[index] as Block).text.text)!.level;
}

/** A sentence somewhat too long for a title, followed by more text. */
function leadCanStretch(text: string): boolean {
  const stop = text.indexOf('。');
  return stop > 0 && stop < text.length - 1 && typedWidth(text.slice(0, stop)) <= 34 && !/[；：]/.test(text.slice(0, stop)) && !(text.slice(0, stop).includes('，') && DEMANDS.test(text.slice(0, stop)));
}
