import type { Element } from './parse-xml.ts';
import { chineseDigits, chineseNumeral } from '#core/units/chinese-number.ts';
import type { Account } from './account.ts';
import { attribute, child, elements, numberOf, valueOf } from './dom.ts';
import type { NumberingLink } from './style-sheet.ts';

/** Counts Word's automatic numbers in the order paragraphs come; returns the label as it is read on paper, '' for bullets, which are told of once a list. */
export type ListLabels = (link: NumberingLink) => string;

export function createListLabels(root: Element | undefined, account: Account): ListLabels {
  const lists = readLists(root);
  const counts = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();
  const told = new Set<string>();
  return ({ id, level }) => {
    const list = lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    // Lists that share a definition go on counting from one another, unless one of them starts anew.
    const count = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, count);
    if (list.restarts.has(level) && !restarted.has(`${id}:${level}`)) {
      restarted.add(`${id}:${level}`);
      count[level] = undefined;
    }
    count[level] = count[level] === undefined ? own.start : count[level] + 1;
    count.length = level + 1;
    if (own.format === 'bullet') {
      if (!told.has(`${id}:${level}`) && own.text.trim() !== '') account.note('bullet', WORDS_OF_FONTS.test(own.text) ? '' : own.text);
      told.add(`${id}:${level}`);
      return '';
    }
    const shown = label(own.text, list, count);
    return shown === '' ? '' : shown + (own.suffix === 'space' ? ' ' : '');
  };
}

/** Bullets out of Wingdings and its like are letters of private use. */
const WORDS_OF_FONTS = /[\ue000-\uf8ff]/;

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  /** 法律条文式: higher levels shown in Arabic digits. */
  readonly legal: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlySet<number>;
}

const label = (pattern: string, list: List, count: readonly (number | undefined)[]): string =>
  pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const shown = list.levels.get(level);
    const legal = list.levels.get(count.length - 1)?.legal && level < count.length - 1;
    return formatNumber(count[level] ?? shown?.start ?? 1, legal ? 'decimal' : (shown?.format ?? 'decimal'));
  });

function formatNumber(number: number, format: string): string {
  // What no list counts to comes from a broken file; written out in letters it would fill the memory.
  if (number < 0 || number > LARGEST_NUMBER) return String(number);
  switch (format) {
    // Words without a number (注：) are a label as well.
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chineseNumeral(number);
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return chineseDigits(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case 'decimalFullWidth':
      return String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
      return format === 'upperLetter' ? letter.toUpperCase() : letter;
    }
    case 'lowerRoman':
    case 'upperRoman':
      return format === 'upperRoman' ? roman(number) : roman(number).toLowerCase();
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[number - 1] ?? String(number);
    case 'chineseLegalSimplified':
      return chineseNumeral(number).replace(/[一二三四五六七八九十百千]/g, (digit) => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(digit)]!);
    case 'decimalEnclosedParen':
      return number <= 20 ? String.fromCodePoint(0x2473 + number) : `(${number})`;
    case 'decimalEnclosedFullstop':
      return `${number}.`;
    default:
      return String(number);
  }
}

const LARGEST_NUMBER = 32_767;

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}

function readLists(root: Element | undefined): Map<string, List> {
  const lists = new Map<string, List>();
  if (!root) return lists;
  const abstracts = new Map(elements(root, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', each]));
  for (const number of elements(root, 'num')) {
    const abstract = valueOf(number, 'abstractNumId') ?? '';
    const definition = linked(abstracts.get(abstract), abstracts);
    const levels = new Map((definition ? elements(definition, 'lvl') : []).map(readLevel));
    const restarts = new Set<number>();
    for (const override of elements(number, 'lvlOverride')) {
      const level = numberOf(attribute(override, 'ilvl')) ?? 0;
      const replaced = child(override, 'lvl');
      if (replaced) levels.set(level, readLevel(replaced)[1]);
      const start = numberOf(valueOf(override, 'startOverride'));
      if (start === undefined) continue;
      restarts.add(level);
      const base = levels.get(level);
      if (base) levels.set(level, { ...base, start });
    }
    lists.set(attribute(number, 'numId') ?? '', { abstract, levels, restarts });
  }
  return lists;
}

/** A list that only names a style of lists: its levels stand with the definition of that style (17.9.21). */
function linked(definition: Element | undefined, all: ReadonlyMap<string, Element>): Element | undefined {
  const style = valueOf(definition, 'numStyleLink');
  return style === undefined ? definition : [...all.values()].find((each) => valueOf(each, 'styleLink') === style) ?? definition;
}

const readLevel = (level: Element): [number, Level] => [numberOf(attribute(level, 'ilvl')) ?? 0, {
  start: numberOf(valueOf(level, 'start')) ?? 1,
  // Formats newer than the schema stand in mc:AlternateContent; the fallback is a plain one.
  format: valueOf(level, 'numFmt') ?? valueOf(level, 'AlternateContent', 'Fallback', 'numFmt') ?? 'decimal',
  text: valueOf(level, 'lvlText') ?? '',
  suffix: valueOf(level, 'suff') ?? 'tab',
  legal: child(level, 'isLgl') !== undefined,
}];
