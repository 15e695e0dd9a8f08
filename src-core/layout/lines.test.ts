import { describe, expect, test } from 'vitest';
import { doc, h, p, para } from '../../test/support/build.ts';
import { inkOf, layOut, linesOn, mm, wordsOn } from '../../test/support/layout.ts';
import { CELL } from '../units/length.ts';
import { fromTwips } from './unit.ts';

const cell = fromTwips(CELL);

describe('版心和字格（5.2）', () => {
  const layout = layOut(doc(p('照'.repeat(28 * 44 - 2))));

  test('每面 22 行、每行 28 字，首行空二字（5.2.3、7.3.3）', () => {
    expect(layout.pages).toHaveLength(2);
    expect(wordsOn(layout, 0).map((line) => line.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    expect(wordsOn(layout, 1).map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  test('版心 156 mm × 225 mm，天头 37 mm，订口 28 mm（5.2.1）', () => {
    const { textBlock, width, height } = layout.frame(0);
    expect([mm(width), mm(height)]).toEqual([210.01, 297]);
    for (const [is, wanted] of [[textBlock.x, 28], [textBlock.y, 37], [textBlock.width, 156], [textBlock.height, 225]] as const) expect(Math.abs(mm(is) - wanted)).toBeLessThan(0.1);
  });

  test('满行撑到版心两边，最后一行不撑', () => {
    const [first, second] = linesOn(layout, 0);
    const { x, width } = layout.frame(0).textBlock;
    expect(inkOf(first!)).toEqual({ left: x + 2 * cell, right: x + width });
    expect(inkOf(second!)).toEqual({ left: x, right: x + width });
    const last = linesOn(layout, 1).at(-1)!;
    expect(inkOf(last)).toEqual({ left: x, right: x + 28 * cell });
  });
});

describe('避头尾（GB/T 15834—2011）', () => {
  const second = (text: string): string => wordsOn(layOut(doc(p(text))))[1]!;
  const head = '照'.repeat(26);

  test('逗号、句号悬挂在行外，不压缩，也不到下一行', () => {
    const lines = linesOn(layOut(doc(p(`${head}，护理人员`))));
    const { x, width } = layOut(doc(p(''))).frame(0).textBlock;
    expect(wordsOn(layOut(doc(p(`${head}，护理人员`))))).toEqual([`${head}，`, '护理人员']);
    expect(inkOf(lines[0]!).right - (x + width)).toBe(cell);
  });

  test('不能悬挂的带上前一个字推到下一行', () => {
    expect(second(`${head}）护理`)).toBe('照）护理');
    expect(second(`${head}。”护理`)).toBe('照。”护理');
  });

  test('引号、括号、书名号的前一半不在行末', () => {
    expect(second(`${'照'.repeat(25)}《办法》`)).toBe('《办法》');
    expect(second(`${'照'.repeat(25)}“一网”`)).toBe('“一网”');
  });

  test.each([
    ['数字', '2026', '照2026'], ['小数和百分数', '31.25%', '31.25%'], ['年月日', '2026年8月', '2026年8月'], ['英文词', 'Internet', 'Internet'],
    ['年份和序号', '〔2026〕12号', '〔2026〕12号'], ['第几号', '第2152号', '第2152号'], ['破折号', '——', '——'], ['省略号', '……', '照……'],
  ])('%s不拆开', (_name, word) => {
    // 25 characters and a piece that does not fit behind them.
    const lines = wordsOn(layOut(doc(p(`${'照'.repeat(25)}${word}护理服务保障`))));
    expect(lines.filter((line) => line.includes(word))).toHaveLength(1);
  });

  test('日期在月和日之间可以分开', () => {
    expect(wordsOn(layOut(doc(p(`${'照'.repeat(21)}2026年8月31日护理`))))).toEqual([`${'照'.repeat(21)}2026年8月`, '31日护理']);
  });

  test('照 LibreOffice 断行：号码在连字符后可断；一行放不下标点和后面的数字，标点也在行首', () => {
    const inOffice = (text: string): string => wordsOn(layOut(doc(p(text)), null, { profile: 'lo' }))[1]!;
    const plain = '照'.repeat(22);
    expect(inOffice(`${plain}020-38200174号`)).toBe('38200174号');
    expect(inOffice(`加，${'2'.repeat(51)}`)).toBe(`，${'2'.repeat(51)}`);
    expect(second(`${plain}020-38200174号`)).toBe('020-38200174号');
    // LibreOffice parts neither 、 from QQ nor ， from 2026 behind it, but ： from 1.
    const begins = (mark: string, words: string): string => inOffice(`${'照'.repeat(25)}${mark}${words}`);
    expect(begins('、', 'QQ群')).toMatch(/^照、QQ/);
    expect(begins('，', '2026年')).toMatch(/^照，2026/);
    expect(begins('：', '1.各区')).toMatch(/^1\.各区/);
  });

  test('网址在斜线、问号和连字符后断开，斜线和连字符不到行首', () => {
    const lines = (text: string): string[] => wordsOn(layOut(doc(p(text))));
    expect(lines(`${'照'.repeat(20)}http://www.qc.gov.cn/zwgk`)).toEqual([`${'照'.repeat(20)}http://`, 'www.qc.gov.cn/zwgk']);
    expect(lines(`${'照'.repeat(23)}list?id38`)).toEqual([`${'照'.repeat(23)}list?`, 'id38']);
    expect(lines(`${'照'.repeat(26)}/或其他`)[1]).toBe('照/或其他');
  });

  test('一个词比一行还长，在行边断开', () => {
    const lines = wordsOn(layOut(doc(p('h'.repeat(200)))));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('')).toBe('h'.repeat(200));
  });
});

describe('数字和字母', () => {
  test('半角数字占半格，标点占一格', () => {
    const [line] = linesOn(layOut(doc(p('2026，', { align: 'left' }))));
    const { advances } = line!.runs[0]!;
    expect(advances).toEqual([7750, 7750, 7750, 7750]);
    expect(line!.runs[1]!.advances).toEqual([cell]);
  });

  test('标题里的数字用标题的字', () => {
    const [line] = linesOn(layOut(doc(para('title', '2026年通知'))));
    expect(line!.runs.map(({ font }) => font)).toEqual(['biao']);
  });

  test('标题句用本级的字，接排的正文用仿宋（7.3.3）', () => {
    const lines = linesOn(layOut(doc(h(2, '加强领导。各地要落实责任。', { runIn: true }))));
    expect(lines[0]!.runs.map(({ font, text, isComputed }) => [font, text, isComputed])).toEqual([['kai', '（一）', true], ['kai', '加强领导。', false], ['fang', '各地要落实责任。', false]]);
  });
});

describe('看不见的字符和没有的字', () => {
  test('控制字符、零宽字符不占位置，一个也不丢', () => {
    const text = 'a\u0001b\u200bc\u2060d\ufeffe\u0301';
    const layout = layOut(doc(p(text)));
    expect(wordsOn(layout)).toEqual([text]);
    const run = linesOn(layout)[0]!.runs;
    const width = run.flatMap(({ advances, text: words }) => [...words].map((character, index) => [character, advances[index]] as const)).filter(([character]) => !/[a-e]/.test(character));
    expect(width.every(([, advance]) => advance === 0)).toBe(true);
    expect(layout.diagnostics).toEqual([{ code: 'control-character', from: 2, to: 3, page: 1, args: { character: '', code: 'U+0001' } }]);
  });

  test('没有字体有的字说出是哪个、在哪里', () => {
    const layout = layOut(doc(p('很好'), p('姓\u{2A6DF}的')));
    expect(layout.diagnostics).toEqual([{ code: 'glyph-missing', from: 6, to: 8, page: 1, args: { character: '\u{2A6DF}', code: 'U+2A6DF' } }]);
  });

  test('人换的行不撑开，空的一行也在', () => {
    const lines = linesOn(layOut(doc(p('上一行\n\n下一行'))));
    expect(lines.map(({ from, to }) => [from, to])).toEqual([[1, 4], [5, 5], [6, 9]]);
    const { x } = layOut(doc(p(''))).frame(0).textBlock;
    expect(inkOf(lines[2]!).left).toBe(x);
  });
});
