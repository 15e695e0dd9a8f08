import type { Ledger } from './ledger.ts';
import { lineOf, withText } from './lines.ts';
import type { Line } from './lines.ts';
import { DATE, NUMBER, NUMBER_AND_STATE, ORGANISATION_LINE, TITLE_WORD, isAddressee } from './recognise/patterns.ts';
import { readLabel } from './recognise/label.ts';
import { slice } from './spelled.ts';

const HEAD_LINES = 40;
/** A whole document on so few lines has lost its line ends; the indents of its paragraphs are left. */
const FEW_LINES = 3;
/** So does one that has nearly all of the text, below what a page says of it. */
const MOST_OF_TEXT = 0.85;
const WIDE_GAP = /(?<=\S)[\u3000\u00a0 ]{2,}(?=\S)/g;
const LONGEST_HEAD = 300;

const NUMBER_FIRST = new RegExp(`^${NUMBER}(?=[^。]{0,40}(?:关于|对|转发|印发|批转)[^。]{2,150}${TITLE_WORD})(?!文)`);
const NUMBER_LAST = new RegExp(`(?<=${TITLE_WORD})(${NUMBER})(?=$|[\\s\\u3000]+[^。：]{2,150}：$)`);
/** （1985年5月4日×政〔1985〕38号）根据…: below the title, in one line with the text. */
const BRACKETED_BEFORE_TEXT = new RegExp(`^（(?:${DATE}[\\s\\u3000]*)?${NUMBER}(?:[\\s\\u3000]*${DATE})?）[\\s\\u3000]*(?=\\S)`);
/** 2006年10月26日　财建〔2006〕689号 below a title, in either order. */
const DAY_AND_NUMBER = new RegExp(`^(?:${DATE}(?=[\\s\\u3000]*${NUMBER}$)|${NUMBER}(?=[\\s\\u3000]*${DATE}$))`);
/** 等级：特提　　×府明电〔2023〕44号: the head of a telegram. */
const NUMBER_BEHIND = new RegExp(`(?<=^(?:等级|紧急程度|密级|缓急)[^。；]{0,20}[\\s\\u3000]{2,})(?=${NUMBER}$)`);
/** 签发人 or 办理结果 behind the number, on its line. */
const SIGNATORY_BEHIND = new RegExp(`(?<=^${NUMBER}[\\s\\u3000]*)(?:签\\s?发\\s?人|办理结果|办复类别|办理类别|答复类别|类别标记|类\\s*别|是否同意公开)\\s*：`);
const AFTER_TITLE = new RegExp(`(?<=(?:关于|对|转发|印发)[^。：]{2,150}?的${TITLE_WORD})(?=[^。]{2,120}：$)`, 'g');
const PERSON_ADDRESSED = /^[^，。：]{2,40}(?:代表|委员|同志)(?:等\d*[名位]?)?：\s*(?=\S{6})/;
const INDENT_INSIDE = /(?<=[。：；”）])(?:\u3000{2,}|[ \u00a0]{4,})(?=\S)/g;
const BLANK_AFTER_STOP = /(?<=[。！：；”])[ \u00a0]+(?=[\u4e00-\u9fff“《（])/g;
const BLANK_IN_HAN = /[\u4e00-\u9fff，、][ \u00a0]+[\u4e00-\u9fff]/g;
const SIGNED = new RegExp(`(?<=[。！）]|^|\\d{7}(?!\\d)|\\d[室号楼])((?:(?!\\d{7})[^。！？；：，]){2,40}?)[\\s\\u3000]*(${DATE})[\\s\\u3000]*((?:（[^（）]{2,30}）)?)[\\s\\u3000]*$`);

/** …自公布之日起施行。总理　李某某　2024年7月9日: an order whose last lines ran together. */
const PERSON_SIGNED = new RegExp(`(?<=[。！）])[\\s\\u3000]*((?:总理|主席|[省市州县区镇乡部局厅署会院]长|主任)[\\s\\u3000]*[\\u4e00-\\u9fff·]{1,4}(?:[\\s\\u3000]+[\\u4e00-\\u9fff]{1,2})?)[\\s\\u3000]*(${DATE})[\\s\\u3000]*$`);

/** Parts lines into which several elements have run together: number, title and addressee; signature, date and note. */
export function splitGlued(lines: readonly Line[], ledger: Ledger): Line[] {
  const all = lines.reduce((total, { text }) => total + text.length, 0);
  // Below the first sentence 各成员单位：按照…is a task, and nobody is addressed.
  const text = lines.findIndex((line) => line.text.includes('。'));
  return lines.flatMap((line, index) => {
    // Of the paragraphs of a Word file only this one is two elements.
    if (line.source?.whole) return index < HEAD_LINES && line.source.role === undefined ? cutAt(line, signatoryCuts(line.text), ledger) : [line];
    const isAlone = lines.length <= FEW_LINES;
    const flat = isAlone || (line.text.length > LONGEST_HEAD && line.text.length > all * MOST_OF_TEXT);
    if (flat && line.text.length > LONGEST_HEAD / 3) {
      const articles = articleCuts(line.text);
      // In a long paragraph below a title wide gaps may part names.
      const wide = articles.length > 0 || !isAlone ? articles : wideGaps(line.text);
      const closed = isAlone ? closeCuts(line.text) : [];
      if (closed.length > 0) return cutAt(line, closed, ledger).flatMap((part) => closedPart(part, ledger));
      const gaps = wide.length > FEW_LINES ? wide : flatCuts(line.text);
      if (gaps.length >= FEW_LINES) return cutAt(line, gaps, ledger).flatMap((part, at) => cutAt(part, [...(at === 0 ? addressedCuts(part.text) : []), ...(at < HEAD_LINES ? headCuts(part.text) : []), ...tailCuts(part.text)], ledger));
    }
    const cuts = [...(index === text ? addressedCuts(line.text) : []), ...(index < HEAD_LINES ? headCuts(line.text) : []), ...labelCuts(line.text), ...indentCuts(line.text), ...tailCuts(line.text)];
    return cutAt(line, cuts, ledger);
  });
}

/** Where paragraphs stood apart; 国　　务　　院 is one name. */
function wideGaps(text: string): number[] {
  const gaps = [...text.matchAll(WIDE_GAP)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const isLetter = (from: number, to: number): boolean => to - from === 1 && /[\u4e00-\u9fff]/.test(text[from]!);
  return gaps.filter((gap, index) => !(isLetter(gaps[index - 1]?.end ?? 0, gap.start) && isLetter(gap.end, gaps[index + 1]?.start ?? text.length))).map(({ start }) => start);
}

/** A text flattened to one line, one blank where each line ended: such blanks are few, and stand behind no comma. */
function flatCuts(text: string): number[] {
  const blanks = [...text.matchAll(/(?<=[\u4e00-\u9fff〇。：；！”）日号])[ \u00a0]+(?=[\u4e00-\u9fff〇“《（\d])/g)].map((match) => match.index);
  const startsLikeTitle = FLAT_TITLE.exec(text);
  return startsLikeTitle && blanks.includes(startsLikeTitle[0].length) && text.length >= blanks.length * FLAT_PARAGRAPH ? blanks : [];
}

/** …情况的公示根据《…》规定，…附件：某表.doc某某局2025年4月14日。: nothing at all stands between the elements; a title, 附件 and the close tell them apart. */
function closeCuts(text: string): number[] {
  const title = GLUED_TITLE.exec(text);
  const close = GLUED_CLOSE.exec(text);
  if (!title || !close || !ORGANISATION_LINE.test(close[2]!)) return [];
  const attached = close.index + close[1]!.length;
  const date = attached + close[2]!.length;
  return [title[0].length, close.index, attached, date, date + close[3]!.length].filter((cut) => cut < text.length);
}

/** What was cut there stands apart, and the full stop that closed the one line goes. */
function closedPart(part: Line, ledger: Ledger): Line[] {
  if (part.text !== '。') return [{ ...part, gap: true }];
  ledger.note('dropped-website-remains', part);
  return [];
}

const GLUED_TITLE = new RegExp(`^[^。；：，]{8,120}?${TITLE_WORD}(?=(?:根据|按照|依照|为了?|经|遵照)[《\\u4e00-\\u9fff])`);
const GLUED_CLOSE = new RegExp(`(?<=[。；）])(附件[：:].{2,300}?(?:\\.(?:docx?|xlsx?|pdf|wps)|[）》表]))([\\u4e00-\\u9fff（）]{2,40}?)(${DATE})[。]?$`);

/** 第一条……。第二条……。: the articles of 办法 run together, each the number after the last; chapters between them, the letter that issues them before. */
function articleCuts(text: string): number[] {
  let number = 0;
  const articles = [...text.matchAll(ARTICLE)].filter((match) => readLabel(`${match[1]!}、`)?.number === number + 1 && ++number > 0).map((match) => match.index);
  if (articles.length < FEWEST_ARTICLES) return [];
  let chapter = 0;
  const chapters = [...text.matchAll(CHAPTER)].filter((match) => readLabel(`${match[1]!}、`)?.number === chapter + 1 && ++chapter > 0).map((match) => match.index);
  const start = Math.min(...articles, ...chapters);
  const title = BEFORE_ARTICLES.exec(text.slice(0, start));
  const items = [...text.slice(start).matchAll(ITEM)].map((match) => start + match.index);
  return [...(title ? [start - title[1]!.length] : []), ...chapters, ...articles, ...items];
}

const ARTICLE = /第([一二三四五六七八九十百]{1,5})条(?=[\s\u3000])/g;
const CHAPTER = /(?<=[。；）日]|^|办法|规定|细则|条例|规则)第([一二三四五六七八九十]{1,3})章(?=[\s\u3000])/g;
const ITEM = /(?<=[：；])（[一二三四五六七八九十]{1,3}）/g;
const BEFORE_ARTICLES = /[。）日]([^。；：，）]{4,60}(?:办法|规定|细则|条例|规则|章程|制度))$/;
const FEWEST_ARTICLES = 3;

const FLAT_TITLE = new RegExp(`^[^。：；，]{6,120}?${TITLE_WORD}(?= )`);
/** Characters a paragraph of such a text has, titles and signatures among them. */
const FLAT_PARAGRAPH = 30;

function cutAt(line: Line, cuts: readonly number[], ledger: Ledger): Line[] {
  const places = [...new Set(cuts)].filter((cut) => cut > 0 && cut < line.text.length).sort((a, b) => a - b);
  if (places.length === 0) return [line];
  return [0, ...places].map((start, index) => {
    const part = slice(line, start, places[index] ?? line.text.length);
    if (index > 0) ledger.note('split-line', slice(part, 0, 1));
    return index === 0 ? withText(line, slice(part, 0, part.text.trimEnd().length)) : lineOf(part, { gap: line.gap });
  }).filter((part) => part.text !== '');
}

function signatoryCuts(text: string): number[] {
  const signatory = SIGNATORY_BEHIND.exec(text);
  return signatory ? [signatory.index] : [];
}

/** ×汽发〔2020〕11号 A类 同意公开: what stands at the right of the first page, in one line with the number. */
function markCuts(text: string): number[] {
  const found = NUMBER_AND_MARKS.exec(text);
  if (!found) return [];
  const [number, kind] = [found[1]?.length ?? 0, found[2]?.length ?? 0];
  return [number, number + kind];
}

const NUMBER_AND_MARKS = new RegExp(`^(${NUMBER}[\\s\\u3000]*)?((?:[A-DＡ-Ｄ]\\s?类|（[A-DＡ-Ｄ]\\s?类?）)[\\s\\u3000]*)?((?:不?同意|可以)公开)?$`);

/** 照护办函〔2024〕37号 + title + addressee, in any part of it. */
function headCuts(text: string): number[] {
  const bracketed = BRACKETED_BEFORE_TEXT.exec(text);
  if (bracketed) return [bracketed[0].length];
  const addressed = PERSON_ADDRESSED.exec(text);
  if (text.length > LONGEST_HEAD) return addressed ? [addressed[0].length] : [];
  const cuts: number[] = [];
  const number = NUMBER_FIRST.exec(text);
  if (number) cuts.push(number[0].length);
  const day = DAY_AND_NUMBER.exec(text);
  if (day) cuts.push(day[0].length);
  const state = NUMBER_AND_STATE.exec(text);
  if (state) cuts.push(state[0].length);
  cuts.push(...signatoryCuts(text), ...markCuts(text));
  const last = NUMBER_LAST.exec(text);
  if (last) cuts.push(last.index, last.index + last[1]!.length);
  const behind = NUMBER_BEHIND.exec(text);
  if (behind) cuts.push(behind.index);
  const title = [...text.matchAll(AFTER_TITLE)].findLast((match) => isAddressee(text.slice(match.index)));
  if (title) cuts.push(title.index);
  if (addressed) cuts.push(addressed[0].length);
  return cuts;
}

/** 各区人民政府，市各委办局：为贯彻落实…: the text goes on in the line of those addressed. */
function addressedCuts(text: string): number[] {
  const found = /^各[^。；：]{3,180}：[\s\u3000]*(?=(?:为|根据|按照|现将|现就|经|近|《)[^。]{4})/.exec(text);
  return found && isAddressee(found[0].trimEnd()) ? [found[0].length] : [];
}

/** 1．开展培训。……。2．畅通通道。……: paragraphs that begin with labels have run together, each the number after the last. */
function labelCuts(text: string): number[] {
  const first = /^(\d{1,2})[.．](?=[\u4e00-\u9fff“])/.exec(text);
  if (!first) return [];
  let number = Number(first[1]);
  return [...text.matchAll(LABEL_INSIDE)].flatMap((match) => {
    if (Number(match[1]) !== number + 1) return [];
    number++;
    return [match.index];
  });
}

const LABEL_INSIDE = /(?<=[。；])(\d{1,2})[.．](?=[\u4e00-\u9fff“])/g;

/** The indent of a paragraph in the middle of a line: a line end was lost there. */
function indentCuts(text: string): number[] {
  if (!/[ \u00a0\u3000]/.test(text)) return [];
  const indents = [...text.matchAll(INDENT_INSIDE)].map((match) => match.index);
  if (indents.length > 0 || text.length < LONGEST_HEAD / 3) return indents;
  const numbered = numberedCuts(text);
  if (numbered.length > 0) return numbered;
  // Sites that flatten a text leave one blank where a paragraph ended; then every blank stands behind a full stop.
  const ends = [...text.matchAll(BLANK_AFTER_STOP)];
  const inside = text.match(BLANK_IN_HAN)?.length ?? 0;
  return ends.length >= 2 && inside === 0 ? ends.map((match) => match.index) : [];
}

/** A text flattened to one line whose 一、二、三、 each stand behind a blank: paragraphs begin there, below each short heading, and behind each full stop. */
function numberedCuts(text: string): number[] {
  let number = 0;
  const labels = [...text.matchAll(BLANK_BEFORE_LABEL)].filter((match) => readLabel(match[1]!)?.number === number + 1 && ++number > 0);
  if (labels.length < FEW_LINES) return [];
  const headings = labels.flatMap((match) => {
    const start = match.index + match[0].length;
    const heading = HEADING_ALONE.exec(text.slice(start, start + LONGEST_HEADING));
    return heading ? [start + heading[0].length] : [];
  });
  return [...labels.map((match) => match.index), ...headings, ...[...text.matchAll(BLANK_BEFORE_ITEM)].map((match) => match.index), ...[...text.matchAll(BLANK_AFTER_STOP)].map((match) => match.index)];
}

const BLANK_BEFORE_LABEL = /(?<=\S)[ \u00a0]+(?=([一二三四五六七八九十]{1,3}、))/g;
const BLANK_BEFORE_ITEM = /(?<=[。；：])[ \u00a0]+(?=（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．][\u4e00-\u9fff])/g;
const HEADING_ALONE = /^[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff、“”]{2,20}(?=[ \u00a0])/;
const LONGEST_HEADING = 30;

function tailCuts(text: string): number[] {
  const from = Math.max(0, text.length - 120);
  if (text.indexOf('日', from) < 0) return [];
  const person = PERSON_SIGNED.exec(text.slice(from));
  if (person) return [from + person.index, from + person.index + person[0].lastIndexOf(person[2]!)];
  const match = SIGNED.exec(text.slice(from));
  if (!match || (from > 0 && match.index === 0)) return [];
  const name = match[1]!.trim();
  if (!ORGANISATION_LINE.test(name)) return [];
  const start = from + match.index;
  const date = text.indexOf(match[2]!, start + match[1]!.length);
  return [start, date, date + match[2]!.length];
}
