import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { doc, h, p, para, title } from '../../test/support/build.ts';
import { changeNumbering, fitsNumbering } from './change-numbering.ts';
import { numberDocument } from './numbering.ts';
import { partAt, partsOf } from './parts.ts';
import type { NumberingMode } from './parts.ts';

const article = (level: number, text = '', attrs = {}): Node => para('article', text, { level, ...attrs });
const labels = (document: Node): string[] => [...numberDocument(document).paragraphs.values()].map(({ text }) => text.trim());
const inMode = (document: Node, mode: NumberingMode, pos = 0): Node => {
  const tr = new Transform(document);
  changeNumbering(tr, partAt(document, pos), mode);
  tr.doc.check();
  return tr.doc;
};

test('附件和被印发的文件各自成部分，各有编号方式', () => {
  const document = doc(title('通知'), h(1, '甲'), para('embedded', '办法'), article(1), article(3), para('annex', '名单', { numbering: 'twoLevel' }), h(1, '乙'), h(3, '丙'));
  expect(partsOf(document).map(({ mode, headingLevels, articleLevels }) => [mode, headingLevels, articleLevels])).toEqual([['standard', [1], []], ['articles', [], [1, 3]], ['twoLevel', [1, 3], []]]);
  expect(partAt(document, document.content.size).scheme).toBe('twoLevel');
});

test('改为通排：二级序号连着编，原来靠起始号接上的不再另设', () => {
  const document = doc(h(1, '甲'), h(2, '子'), h(2, '丑'), h(1, '乙'), h(2, '寅', { startAt: 3 }), h(2, '卯'));
  const continuous = inMode(document, 'continuous');
  expect(labels(continuous)).toEqual(['一、', '（一）', '（二）', '二、', '（三）', '（四）']);
  expect(continuous.child(4).attrs.startAt).toBeNull();
  expect(labels(inMode(continuous, 'standard'))).toEqual(['一、', '（一）', '（二）', '二、', '（一）', '（二）']);
});

test('改为1.通排：三级序号连着编，靠起始号接上的不再另设；两级的也一样', () => {
  const document = doc(h(1, '甲'), h(2, '子'), h(3, '一'), h(3, '二'), h(2, '丑'), h(3, '三', { startAt: 3 }), h(1, '乙'), h(2, '寅'), h(3, '四'));
  const items = inMode(document, 'continuousItems');
  expect(labels(items)).toEqual(['一、', '（一）', '1.', '2.', '（二）', '3.', '二、', '（一）', '4.']);
  expect(items.child(5).attrs.startAt).toBeNull();
  expect(labels(inMode(items, 'continuousAll')).slice(-2)).toEqual(['（三）', '4.']);
  expect(labels(inMode(doc(h(1, '甲'), h(2, '子'), h(1, '乙'), h(2, '丑')), 'twoLevelContinuous'))).toEqual(['一、', '1.', '二、', '2.']);
});

test('节选的片段从（四）起，改编号方式时起始号留着', () => {
  const piece = doc(h(2, '甲', { startAt: 4 }), h(1, '乙'), h(2, '丙'));
  expect(labels(inMode(piece, 'continuous'))).toEqual(['（四）', '一、', '（五）']);
});

test('两级：（一）成为1.，改回来仍是（一）', () => {
  const document = doc(h(1, '甲'), h(2, '子'), h(3, '丑'));
  const two = inMode(document, 'twoLevel');
  expect(labels(two)).toEqual(['一、', '1.', '（1）']);
  expect(labels(inMode(two, 'standard'))).toEqual(['一、', '（一）', '1.']);
  expect(fitsNumbering(partAt(doc(h(2, '甲'), h(5, '乙')), 0), 'twoLevel')).toBe(false);
});

test.each([[[1], ['第一条']], [[1, 2], ['第一章', '第一条']], [[1, 2, 3], ['第一章', '第一条', '（一）']], [[1, 3], ['第一章', '第一条']]] as const)('%j 级标题改为章节条，再改回来', (levels, expected) => {
  const document = doc(...levels.map((level) => h(level, '甲')));
  const articles = inMode(document, 'articles');
  expect(labels(articles)).toEqual(expected);
  expect(labels(inMode(articles, (levels as readonly number[]).includes(3) && levels.length === 2 ? 'twoLevel' : 'standard'))).toEqual(labels(document));
});

test('被印发的办法单独改，正文不动；随全文的附件跟着全文', () => {
  const document = doc(h(1, '甲'), h(2, '子'), p('文'), para('embedded', '办法'), h(1, '总则'), h(2, '目的'), para('annex', '名单'), h(1, '乙'), h(2, '丙'));
  const rules = inMode(document, 'articles', 20);
  expect(labels(rules)).toEqual(['一、', '（一）', '第一章', '第一条', '附件', '一、', '（一）']);
  expect(labels(inMode(rules, 'twoLevel'))).toEqual(['一、', '1.', '第一章', '第一条', '附件', '一、', '1.']);
});
