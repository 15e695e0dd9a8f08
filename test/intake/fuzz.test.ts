import { expect, test } from 'vitest';
import { traceText } from '#core/intake/intake.ts';
import { lostCharacters } from '#core/intake/lost-characters.ts';
import { FIXTURES } from './fixtures.ts';

/** NIWEN_FUZZ=10000 for all; NIWEN_SEED for others. */
const ROUNDS = Number(process.env['NIWEN_FUZZ'] ?? 300);
const SEED = Number(process.env['NIWEN_SEED'] ?? 1);
/** No text may hang the program: five seconds on a machine that does nothing else, three times that on a busy one. */
const LONGEST_MS = 15_000;

/** Numbers from 0 to 1 by seed (mulberry32): the same seed gives the same texts. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SCRAPS = ['\n', '\n\n', '\t', '　　', '—2—', '（', '）', '“', '一、', '（一）', '1.', '第一条 ', '附件：', '附件1', '<p>', '</td><td>', '&nbsp;', '|', '抄送：', '2024年5月6日', '\u200b', '\ud800', '\u0000', 'ꎬ', '一是', '：', '。', '— 3 —', '首页 > 政务公开', '〔', '〕', '号', ' ', '\f', '\ufeff'];

/** One text broken in a few places: cut short, pieces moved, doubled, taken out, strange ones put in, characters changed. */
function mutate(text: string, next: () => number): string {
  let broken = text;
  const at = (): number => Math.floor(next() * (broken.length + 1));
  for (let times = 1 + Math.floor(next() * 12); times > 0; times--) {
    const [start, end] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const piece = broken.slice(start, Math.min(end, start + 400));
    switch (Math.floor(next() * 7)) {
      case 0: broken = broken.slice(0, start) + SCRAPS[Math.floor(next() * SCRAPS.length)]! + broken.slice(start); break;
      case 1: broken = broken.slice(0, start) + broken.slice(start + piece.length); break;
      case 2: broken = broken.slice(0, start) + piece.repeat(2 + Math.floor(next() * 4)) + broken.slice(start + piece.length); break;
      case 3: broken = broken.slice(0, start) + String.fromCharCode(Math.floor(next() * 65536)) + broken.slice(start + 1); break;
      case 4: broken = broken.slice(start) + broken.slice(0, start); break;
      case 5: broken = next() < 0.2 ? broken.slice(0, start) : broken.replaceAll(next() < 0.5 ? '\n' : '。', next() < 0.5 ? '' : '\n'); break;
      default: broken = broken.slice(0, start) + SCRAPS[Math.floor(next() * SCRAPS.length)]!.repeat(1 + Math.floor(next() * 60)) + broken.slice(start);
    }
    if (broken.length > 50_000) broken = broken.slice(0, 50_000);
  }
  return broken;
}

test(`弄坏的文字 ${ROUNDS} 份：都能导入，结构完好，不卡住，一字不丢`, () => {
  const next = random(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const text = mutate(FIXTURES[Math.floor(next() * FIXTURES.length)]!.text, next);
    const start = performance.now();
    const traced = traceText(text);
    expect(performance.now() - start, `round ${round}`).toBeLessThan(LONGEST_MS);
    traced.doc.check();
    expect(lostCharacters(text, traced).map(([from, to]) => text.slice(from, to)), `round ${round}`).toEqual([]);
  }
}, 20 * 60_000);

test.each([
  ['左括号', '（'.repeat(50_000)], ['空格', `通知${' '.repeat(50_000)}。`], ['一行一个字', '一\n'.repeat(20_000)], ['制表符', `a${'\t'.repeat(50_000)}b\nc\td`], ['不分行的字', '照护'.repeat(50_000)],
  ['一层套一层的标签', '<div>'.repeat(20_000)], ['没关上的标签', '<p '.repeat(20_000)], ['引号', '"'.repeat(50_000)], ['顿号连起的主送', `${'局、'.repeat(50_000)}：`], ['附件', `附件：${Array.from({ length: 10_000 }, (_, n) => `${n + 1}.名单`).join('\n')}`],
  ['数字', '1'.repeat(50_000)], ['“一”', '一'.repeat(50_000)], ['年', `${'2024年'.repeat(20_000)}5月6日`], ['（一）', '（一）'.repeat(20_000)], ['&amp;', '&amp;'.repeat(20_000)], ['表格行', 'a\tb\n'.repeat(10_000)], ['竖线行', '| a | b |\n'.repeat(10_000)], ['对齐的空格', `${'甲  乙  丙'}\n`.repeat(10_000)],
])('成千上万的%s：不卡住', (_, text) => {
  const start = performance.now();
  traceText(text).doc.check();
  expect(performance.now() - start).toBeLessThan(LONGEST_MS);
});
