import type { Ledger } from '../ledger.ts';
import type { ReportCode } from '../report.ts';
import { replace } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';

/** Han characters and the punctuation that goes with them. */
const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff〇';
const CLOSE = '，。；：、！？”’》〉）】〕…—';
const OPEN = '“‘《〈（【〔';

interface Rule {
  readonly code: ReportCode;
  readonly pattern: RegExp;
  readonly change: (match: RegExpExecArray) => string | undefined;
  /** Characters one of which must stand in the text for the rule to matter. */
  readonly when?: RegExp;
}

/** Glyphs that fonts of scanned and printed files put in the place of Chinese punctuation. */
const GLYPHS: Record<string, string> = {
  'ꎬ': '，', 'ꎮ': '。', 'ꎻ': '；', 'ꎺ': '：', 'ꎯ': '、', '﹐': '，', '﹑': '、', '﹒': '。', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！', '﹙': '（', '﹚': '）',
  '﹝': '〔', '﹞': '〕', '︰': '：', '｡': '。', '､': '、', '｢': '「', '｣': '」',
};

/** Radicals in the place of characters, which no normal form of Unicode puts right. */
const RADICALS: Record<string, string> = {
  '⺠': '民', '⺟': '母', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼',
  '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙',
};

const RULES: readonly Rule[] = [
  { code: 'removed-blank', when: /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/, pattern: /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+/g, change: () => '' },
   
  // Blanks another program could not write: a line of ? alone, a row of them before a date.
  { code: 'removed-blank', when: /[?？]/, pattern: /^[?？][?？\s]*$|[?？]{4,}/g, change: ([run]) => (run.length > 3 ? ' ' : '') },
  { code: 'repaired-glyph', when: /[\u0000-\u0008\u000e-\u001f\u007f]/, pattern: /[\u0000-\u0008\u000e-\u001f\u007f]+/g, change: () => '' },
  { code: 'repaired-glyph', when: /[\ua000-\ua4ff\ufe10-\ufe6f\uff61-\uff64]/, pattern: /[\ua000-\ua4ff\ufe10-\ufe6f\uff61-\uff64]/g, change: ([c]) => GLYPHS[c] },
  { code: 'repaired-glyph', when: /[\u2e80-\u2fdf\uf900-\ufaff]/, pattern: /[\u2e80-\u2fdf\uf900-\ufaff]/g, change: ([c]) => RADICALS[c] ?? c.normalize('NFKC') },
  { code: 'narrowed-character', when: /[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/, pattern: /[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g, change: ([c]) => c.normalize('NFKC') },
  { code: 'narrowed-character', when: /[．]/, pattern: /(?<=\d)．/g, change: () => '.' },
  { code: 'dropped-tag', when: /\|/, pattern: /\s*\|+$/g, change: () => '' },
  // 2016一2020年: the dash between years, read as the numeral one.
  { code: 'repaired-glyph', pattern: /(?<=\d)一(?=\d)/g, change: () => '—' },
  { code: 'repaired-glyph', pattern: new RegExp(`(?<=[${HAN}”》）])(?:--+|－－+)(?=[${HAN}“《（])`, 'g'), change: () => '——' },
  // —、总体要求; （-）; 第-章; 二十-、: the numeral one, read as a dash.
  { code: 'repaired-glyph', pattern: /^[-—－ー](?=、)/g, change: () => '一' },
  { code: 'repaired-glyph', pattern: /(?<=^[（(])[-—－ー](?=[）)])/g, change: () => '一' },
  { code: 'repaired-glyph', pattern: /(?<=^[（(]?[二三四五六七八九]?十)[-—－ー](?=[、）)])/g, change: () => '一' },
  { code: 'repaired-glyph', pattern: /(?<=第)[-—－ー](?=[章节条届次])/g, change: () => '一' },
  { code: 'repaired-glyph', pattern: /(?<=^|[。；：，])[-—－ー](?=是[^-—]{2})/g, change: () => '一' },
];

const PUNCTUATION: readonly Rule[] = [
  { code: 'widened-punctuation', when: /[,;:?!]/, pattern: new RegExp(`(?<=[${HAN}${CLOSE}${OPEN})\\]"][ \\u00a0]?)[,;:?!]|[,;:?!](?=[${HAN}${OPEN}])`, 'g'), change: widen },
  { code: 'widened-punctuation', when: /\.{3}|。{2}/, pattern: new RegExp(`(?<=[${HAN}])(?:\\.{3,}|。{2,})`, 'g'), change: () => '……' },
];

/** 运营成本高.部分…: a full stop typed with the English keyboard; 一.总体要求 is a label. */
const NARROW_STOP: Rule = { code: 'widened-punctuation', when: /\./, pattern: new RegExp(`(?<=[${HAN}”）》])(?<!^[（(]?[一二三四五六七八九十百]{1,4}[）)]?)\\.(?=[${HAN}“《（]|$)`, 'g'), change: () => '。' };

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };

function widen(match: RegExpExecArray): string | undefined {
  // 12:30, 6:3:1 and 3,000 keep their marks even beside Han characters.
  const before = match.input[match.index - 1] ?? '';
  const after = match.input[match.index + 1] ?? '';
  if (/\d/.test(before) && /\d/.test(after)) return undefined;
  if (match[0] === ':' && match.input.startsWith('//', match.index + 1)) return undefined;
  return WIDE[match[0]];
}

/** Characters set right one by one: glyphs, full-width digits, dashes taken for 一 and the reverse, half-width punctuation. */
export function cleanCharacters(spelled: Spelled, ledger: Ledger): Spelled {
  let clean = spelled;
  for (const rule of RULES) clean = apply(rule, clean, ledger);
  clean = widenBrackets(clean, ledger);
  for (const rule of PUNCTUATION) clean = apply(rule, clean, ledger);
  if (clean.text.length >= SHORTEST_SENTENCE) clean = apply(NARROW_STOP, clean, ledger);
  return pairQuotes(clean, ledger);
}

function apply(rule: Rule, spelled: Spelled, ledger: Ledger): Spelled {
  if (rule.when && !rule.when.test(spelled.text)) return spelled;
  return replace(spelled, rule.pattern, rule.change, (gone) => ledger.note(rule.code, gone));
}

const SHORTEST_SENTENCE = 10;
const IS_HAN = new RegExp(`[${HAN}${CLOSE}${OPEN}]`);

/** ( ) beside or around Han characters become （ ）; both of a pair or neither. */
function widenBrackets(spelled: Spelled, ledger: Ledger): Spelled {
  const { text } = spelled;
  if (!/[()]/.test(text)) return spelled;
  const wide = new Set<number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i);
    else if (text[i] === ')') {
      const start = open.pop();
      const inside = start === undefined ? '' : text.slice(start + 1, Math.min(i, start + 200));
      const beside = (text[(start ?? i) - 1] ?? '') + (text[i + 1] ?? '');
      if (!IS_HAN.test(inside) && !IS_HAN.test(beside)) continue;
      wide.add(i);
      if (start !== undefined) wide.add(start);
    }
  }
  for (const start of open) if (IS_HAN.test(text[start + 1] ?? '') || IS_HAN.test(text[start - 1] ?? '')) wide.add(start);
  return replace(spelled, /[()]/g, (match) => (wide.has(match.index) ? WIDE[match[0]] : undefined), (gone) => ledger.note('widened-punctuation', gone));
}

/** Straight quotes around Han text, paired in order; an odd one out leaves the line as it is. */
function pairQuotes(spelled: Spelled, ledger: Ledger): Spelled {
  const count = spelled.text.match(/["＂]/g)?.length ?? 0;
  if (count === 0 || count % 2 === 1 || !IS_HAN.test(spelled.text)) return spelled;
  let opening = false;
  return replace(spelled, /["＂]/g, () => ((opening = !opening) ? '“' : '”'), (gone) => ledger.note('widened-punctuation', gone));
}
