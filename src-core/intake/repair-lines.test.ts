import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/runs.ts';
import { repairLines } from './repair-lines.ts';

test('一页上复制下来的一段：断行接回，页码、字间空格去掉，半角标点改全角', () => {
  const repaired = repairLines('各乡镇要在三月底前完成排查，建立台账,明确责\n任人，逐项销号，每月五日前报送进展情况，对排查 不 彻 底\n的予以通报。\n- 12 -\n二、时间安排');
  expect(repaired!.lines).toEqual(['各乡镇要在三月底前完成排查，建立台账，明确责任人，逐项销号，每月五日前报送进展情况，对排查不彻底的予以通报。', '二、时间安排']);
  expect(repaired!.entries.map(({ code }) => code)).toEqual(expect.arrayContaining(['joined-line', 'dropped-page-number', 'removed-blank', 'widened-punctuation']));
});

test('聊天软件里复制来的 # ** - 记号去掉，话不动', () => {
  expect(repairLines('## 一、总体要求\n\n**坚持预防为主。** 逐校排查。\n\n- 排查校舍\n- 限期整改')!.lines).toEqual(['一、总体要求', '坚持预防为主。逐校排查。', '排查校舍', '限期整改']);
  expect(repairLines('**一、总体要求**\n- **排查**：逐校排查。\n- 限期整改')!.lines).toEqual(['一、总体要求', '排查：逐校排查。', '限期整改']);
});

test('看不见的方向记号、软连字符随断行一道去掉', () => {
  expect(repairLines('各乡镇要在三月底前完成\u202e排查，建立台账，明确责\n任人，逐项\u2066销号，每月五日前报送\u00ad进展情况，对排查不彻底\n的予以通报。')!.lines).toEqual(['各乡镇要在三月底前完成排查，建立台账，明确责任人，逐项销号，每月五日前报送进展情况，对排查不彻底的予以通报。']);
});

test.each(['一句话。', '甲\n乙\n丙', '周予安 13900000000\n林见川 13900000001', '1.2026年预算,同比增长5%\n2.明年计划', 'The first line\nand the second', ''])('没有断开的文字不动：%s', (text) => {
  expect(repairLines(text)).toBeNull();
});

test('理顺只动空白、标点和页码：汉字一个不少，次序不变', () => {
  const sentence = fc.array(fc.constantFrom('各', '校', '要', '抓', '落', '实', '，', '。', '；'), { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.array(sentence, { maxLength: 12 }), fc.integer({ min: 10, max: 40 }), (paragraphs, width) => {
    const text = paragraphs.map((each) => each.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n')).join('\n');
    const han = (words: string): string => words.replace(/[^\u4e00-\u9fff]/g, '');
    const repaired = repairLines(text);
    if (repaired) expect(han(repaired.lines.join(''))).toBe(han(text));
  }), runs(200));
});
