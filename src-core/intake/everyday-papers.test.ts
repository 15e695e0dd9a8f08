import { expect, test } from 'vitest';
import { textOf } from '../document/elements.ts';
import { intakeText } from './intake.ts';

/** Papers of every day, shorter than any 公文: who writes them trusts that not a word is thought to be something else. */
const read = (...lines: string[]) => {
  const { doc, report } = intakeText(lines.join('\n'));
  return { report, codes: report.report.map(({ code }) => code), paragraphs: doc.children.map((block) => `${block.attrs.role as string} ${textOf(block)}`) };
};

test('公示里分栏的名单，栏与栏之间的空照留，数字前面的也留', () => {
  const { paragraphs } = read('青禾县2026年社区食堂补贴对象公示', '根据《青禾县社区食堂补贴办法》，现将拟享受补贴对象名单公示如下：', '张三　东门街道　75岁', '李四　西门街道　81岁', '青禾县民政局', '2026年3月2日');
  expect(paragraphs).toContain('body 张三　东门街道　75岁');
  expect(read('关 于 召 开 座 谈 会 的 通 知', '青民〔2026〕 12 号', '各街道：', '　　会议推迟到3月2日召开，请相互转告。', '青禾县民政局', '二〇二六年　三月　一日').report).toMatchObject({ title: '关于召开座谈会的通知', documentNumber: '青民〔2026〕12号', date: '2026-03-01' });
});

test('署名后面的（公章）是盖章的地方，不是机关名称；填表的“申报单位（公章）”不动', () => {
  const { report, codes, paragraphs } = read('证　明', '兹证明许棠系我局工作人员，现任办公室主任科员。', '特此证明。', '青禾县民政局（公章）', '2026年3月2日');
  expect(report).toMatchObject({ title: '证　明', signature: '青禾县民政局' });
  expect(codes).toContain('dropped-sheet-remains');
  expect(paragraphs).toContain('body 特此证明。');
  expect(read('项目申报表', '项目名称：社区食堂', '申报单位（公章）', '2026年3月2日').paragraphs.join()).toContain('申报单位（公章）');
});

test('督办通知单、转办单也是标题', () => {
  expect(read('督办通知单', '县民政局：', '　　请按照以下要求抓紧落实，并于每月25日前书面报告进展情况。', '县政府督查室', '2026年3月2日').report).toMatchObject({ title: '督办通知单', addressee: '县民政局' });
});
