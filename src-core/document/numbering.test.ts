import { expect, test } from 'vitest';
import type { Node } from 'prosemirror-model';
import { numberDocument } from './numbering.ts';
import { schema } from './schema.ts';

const para = (role: string, level = 0, attrs: object = {}): Node => schema.nodes.para.create({ role, level, ...attrs }, schema.text('文'));
const marked = (...pieces: (string | Node)[]): Node =>
  schema.nodes.para.create(null, pieces.map((piece) => (typeof piece === 'string' ? schema.text(piece) : piece)));
const marker = (style = 'shi', restart = false): Node => schema.nodes.marker.create({ style, restart });
const h = (level: number, attrs: object = {}): Node => para('heading', level, attrs);
const labels = (...blocks: Node[]): string[] => [...numberDocument(schema.nodes.doc.create(null, blocks)).paragraphs.values()].map((label) => label.text);
const markers = (...blocks: Node[]): string[] => [...numberDocument(schema.nodes.doc.create(null, blocks)).markers.values()].map((label) => label.text);

test('层次序数依次为一、（一）1.（1）（GB/T 9704—2012 7.3.3）', () => {
  expect(labels(h(1), h(2), h(3), h(4))).toEqual(['一、', '（一）', '1.', '（1）']);
});

test('下级序号在每个上级之下从头编', () => {
  expect(labels(h(1), h(2), h(2), h(1), h(2), h(3), h(2), h(3))).toEqual(['一、', '（一）', '（二）', '二、', '（一）', '1.', '（二）', '1.']);
});

test('只有两层时一、之下可直接用1.', () => {
  expect(labels(h(1), h(3), h(3), h(1), h(3))).toEqual(['一、', '1.', '2.', '二、', '1.']);
});

test('二十以后的序号', () => {
  expect(labels(...Array.from({ length: 121 }, () => h(1))).at(-1)).toBe('一百二十一、');
});

test('指定起始号的标题从该号接着编', () => {
  expect(labels(h(1, { startAt: 2 }), h(2, { startAt: 4 }), h(2), h(1), h(2, { startAt: 6 }))).toEqual(['二、', '（四）', '（五）', '三、', '（六）']);
});

test('附件之内独立编号', () => {
  expect(labels(h(1), h(1), para('annex'), h(1))).toEqual(['一、', '二、', '附件', '一、']);
});

test('附件说明：一个不编号，多个依次编号（GB/T 9704—2012 7.3.4）', () => {
  expect(labels(para('attachmentNote'))).toEqual(['附件：']);
  expect(labels(para('attachmentNote'), para('attachmentNote'), para('annex'), para('annex'))).toEqual(['附件：1.', '2.', '附件1', '附件2']);
});

test('抄送二字只在第一个抄送段前出现', () => {
  expect(labels(para('copyTo'), para('copyTo'))).toEqual(['抄送：']);
});

test('段内一是二是连续编，换段从头', () => {
  expect(markers(marked('要做好：', marker(), '甲；', marker(), '乙。'), marked('还要：', marker(), '丙。'))).toEqual(['一是', '二是', '一是']);
});

test('连续几段段首的一是二是接着编，遇标题从头', () => {
  const lead = marked(marker(), '统一认识。');
  expect(markers(lead, lead, lead, h(1), lead)).toEqual(['一是', '二是', '三是', '一是']);
  expect(markers(lead, marked('另起一段。'), lead)).toEqual(['一是', '一是']);
});

test('段首与段内的一是二是属同一列', () => {
  expect(markers(marked(marker(), '甲；', marker(), '乙。'), marked(marker('shi', true), '丙。'))).toEqual(['一是', '二是', '一是']);
});

test('不同写法各自编号', () => {
  expect(markers(marked(marker('di'), '甲。', marker('circled'), '乙；', marker('circled'), '丙。', marker('di'), '丁。'))).toEqual(['第一，', '①', '②', '第二，']);
});

const article = (level: number): Node => para('article', level);
const inDocument = (attrs: object, ...blocks: Node[]): string[] => [...numberDocument(schema.nodes.doc.create(attrs, blocks)).paragraphs.values()].map((label) => label.text);

test('第五级用①', () => {
  expect(labels(h(1), h(5), h(5), h(4), h(5))).toEqual(['一、', '①', '②', '（1）', '①']);
  expect(labels(...Array.from({ length: 51 }, () => h(5))).slice(-2)).toEqual(['㊿', '（51）']);
});

test('通排：（一）不随一、重编，1.仍随（一）重编', () => {
  expect(inDocument({ numbering: 'continuous' }, h(1), h(2), h(3), h(2), h(1), h(3), h(2), h(3))).toEqual(['一、', '（一）', '1.', '（二）', '二、', '1.', '（三）', '1.']);
});

test('纪要的版记写分送，其他公文写抄送', () => {
  const mark = (text: string): Node => para('issuerMark').type.create({ role: 'issuerMark' }, schema.text(text));
  const imprint = [para('copyTo'), para('copyTo')];
  expect(inDocument({}, mark('青川市照护局局长办公会议纪要'), para('title'), ...imprint)).toEqual(['分送：']);
  expect(inDocument({ template: 'minutes' }, para('title'), ...imprint)).toEqual(['分送：']);
  expect(inDocument({}, mark('青川市照护局文件'), para('title'), ...imprint)).toEqual(['抄送：']);
});

test('1.通排：不随（一）、一、重编；（一）照旧重编，或也通排；两级的也能通排', () => {
  const blocks = [h(1), h(2), h(3), h(3), h(2), h(3), h(1), h(2), h(3), h(4)];
  expect(inDocument({ numbering: 'continuousItems' }, ...blocks)).toEqual(['一、', '（一）', '1.', '2.', '（二）', '3.', '二、', '（一）', '4.', '（1）']);
  expect(inDocument({ numbering: 'continuousAll' }, ...blocks)).toEqual(['一、', '（一）', '1.', '2.', '（二）', '3.', '二、', '（三）', '4.', '（1）']);
  expect(inDocument({ numbering: 'twoLevelContinuous' }, h(1), h(3), h(3), h(1), h(3), h(4), h(3), h(4))).toEqual(['一、', '1.', '2.', '二、', '3.', '（1）', '4.', '（1）']);
});

test('附件可与正文用不同的编号方式，不说就同正文', () => {
  const part = (numbering: string | null): Node => para('embedded', 0, { numbering });
  expect(inDocument({}, h(1), h(2), h(1), h(2), part('continuous'), h(1), h(2), h(1), h(2))).toEqual(['一、', '（一）', '二、', '（一）', '一、', '（一）', '二、', '（二）']);
  expect(inDocument({ numbering: 'continuous' }, h(1), h(2), part(null), h(1), h(2), h(1), h(2))).toEqual(['一、', '（一）', '一、', '（一）', '二、', '（二）']);
});

test('章节条：条号跨章连续，节随章重编，项随条、随款重编', () => {
  const body = para('body');
  expect(labels(article(1), article(2), article(3), article(2), article(3), article(4), article(4), article(1), article(2), article(3), article(4), body, article(4), article(5)))
    .toEqual(['第一章　', '第一节　', '第一条　', '第二节　', '第二条　', '（一）', '（二）', '第二章　', '第一节　', '第三条　', '（一）', '（一）', '1.']);
});
