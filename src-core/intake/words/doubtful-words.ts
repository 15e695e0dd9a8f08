import { isBlock } from '../block.ts';
import type { Part } from '../block.ts';
import type { Ledger } from '../ledger.ts';
import { slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { LOOK_ALIKES, REAL, WORDS, WRONG_WORDS } from './look-alikes.ts';

/** Where a word seems misread, and what it may have been. */
export interface DoubtfulWord {
  readonly start: number;
  readonly end: number;
  readonly proposal: string;
}

/** Enters words that seem misread into the account. Nothing is changed: only a person knows what was written. */
export function noteDoubtfulWords(parts: readonly Part[], ledger: Ledger): void {
  const look = (text: Spelled): void => {
    for (const { start, end, proposal } of findDoubtfulWords(text.text)) ledger.doubt('word', slice(text, start, end), proposal);
  };
  for (const part of parts) {
    if (isBlock(part)) look(part.text);
    else for (const row of part.rows) for (const cell of row) cell.paragraphs.forEach(look);
  }
}

/** The words of a text that seem misread, in order, none twice. */
export function findDoubtfulWords(text: string): DoubtfulWord[] {
  const found: DoubtfulWord[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    // Every character of every document passes here: most are no beginning, and are not looked up.
    if (BEGINS[text.charCodeAt(i)] === 0 || !FIRST_TWO.has(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1))) continue;
    const read = readAt(text, i);
    if (read && read.start >= (found[found.length - 1]?.end ?? 0)) found.push(read);
  }
  for (const [pattern, proposal, when] of PATTERNS) {
    if (!when.test(text)) continue;
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length, proposal: proposal(match[0]) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What a scan or a stray key leaves: a Latin word between Chinese ones, letters for digits, a word twice. */
const PATTERNS: readonly (readonly [RegExp, (wrong: string) => string, when: RegExp])[] = [
  [/(?<=[\u4e00-\u9fff，、；])\s?(?:and|AND)\s?(?=[\u4e00-\u9fff])/g, () => '和', /and|AND/],
  [/(?<![A-Za-z\d-])\d{1,4}[OoОο]{1,3}\d{0,3}(?=[年月日号个人元万亿%％余多名家项])|(?<![A-Za-z\d-])\d[OoОο]\d{2}(?=年)/g, (wrong) => wrong.replace(/[OoОο]/g, '0'), /[OoОο]/],
  [/(?<![A-Za-z\d-])(?:\d{1,4}[lI]\d{0,3}|[lI]\d{1,3})(?=[年月日个元万亿%％余多名家项])/g, (wrong) => wrong.replace(/[lI]/g, '1'), /[lI]/],
  [/(?<![目标端])的的(?!确)/g, () => '的', /的的/],
  [/(进行|加强|推进|落实|完善|推动|开展|提高|组织|关于)\1(?!性|度)/g, (wrong) => wrong.slice(0, wrong.length / 2), /进行进|加强加|推进推|落实落|完善完|推动推|开展开|提高提|组织组|关于关/],
];

const WORD_SET = new Set(WORDS);
const isWord = (two: string): boolean => REAL.has(two) || WORD_SET.has(two);

/** Misread form → the word. */
const MISREAD = misreadings();
const LENGTHS = [...new Set([...MISREAD.keys()].map((word) => word.length))].sort((a, b) => b - a);
const BEGINS = new Uint8Array(0x10000);
for (const word of MISREAD.keys()) BEGINS[word.charCodeAt(0)] = 1;
const FIRST_TWO: ReadonlySet<number> = new Set([...MISREAD.keys()].map((word) => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)));

function misreadings(): Map<string, string> {
  const like = new Map<string, string>();
  for (const group of LOOK_ALIKES) for (const c of group) like.set(c, (like.get(c) ?? '') + group.replace(c, ''));
  const forms = new Map<string, string>(Object.entries(WRONG_WORDS));
  for (const word of WORDS) {
    for (let i = 0; i < word.length; i++) {
      for (const other of like.get(word[i]!) ?? '') {
        const form = word.slice(0, i) + other + word.slice(i + 1);
        if (!WORD_SET.has(form) && !REAL.has(form)) forms.set(form, word);
      }
    }
  }
  return forms;
}

function readAt(text: string, start: number): DoubtfulWord | undefined {
  for (const length of LENGTHS) {
    const proposal = MISREAD.get(text.slice(start, start + length));
    if (proposal !== undefined && !isReal(text, start, start + length)) return { start, end: start + length, proposal };
  }
  return undefined;
}

/** Its first character belongs to the word before it, or its last to the word after. */
const isReal = (text: string, start: number, end: number): boolean =>
  isWord(text.slice(start - 1, start + 1)) || isWord(text.slice(end - 1, end + 1)) || (end - start > 2 && REAL.has(text.slice(start, start + 2)) && REAL.has(text.slice(end - 2, end)));
