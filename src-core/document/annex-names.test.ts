import { Transform } from 'prosemirror-transform';
import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { doc, p, para, title } from '../../test/support/build.ts';
import { TEMPLATE_IDS, templateOf } from '../../test/support/samples.ts';
import { annexField, annexNames, changeAnnexNames } from './annex-names.ts';
import { changeFields, createDocument } from './fill.ts';
import { plainText } from './plain-text.ts';

const renamed = (document: Node, ...names: string[]): Node => {
  const tr = new Transform(document);
  changeAnnexNames(tr, names);
  tr.doc.check();
  return tr.doc;
};
const text = (document: Node): string[] => plainText(document).split('\n').filter((line) => line !== '');
const PAPER = doc(title('通知'), p('文'), para('attachmentNote', '名单', { annex: 'a' }), para('attachmentNote', '表格', { annex: 'b' }), para('signature', '某局'), para('annex', '名单', { anchor: 'a' }), p('张三'), para('annex', '表格', { anchor: 'b' }), p(''), para('copyTo', '某办。'));

test('填一个附件名称：附件说明多一行，末尾多一张附件', () => {
  expect(text(renamed(PAPER, '名单', '表格', '路线图'))).toEqual(['通知', '文', '附件：1.名单', '2.表格', '3.路线图', '某局', '附件1', '名单', '张三', '附件2', '表格', '附件3', '路线图', '抄送：某办。']);
  expect(text(renamed(doc(title('通知'), p('文'), para('signature', '某局'), para('date', '2026年8月1日')), '名单'))).toEqual(['通知', '文', '附件：名单', '某局', '2026年8月1日', '附件', '名单']);
});

test('改名两处一起改，次序跟着填的走，引用的锚不变', () => {
  const changed = renamed(PAPER, '人员名单', '表格');
  expect(text(changed)).toEqual(text(PAPER).map((line) => line.replace('名单', '人员名单')));
  expect(changed.child(5).attrs.anchor).toBe('a');
  expect(renamed(PAPER, '表格', '名单').children.slice(2, 4).map(({ attrs, textContent }) => [textContent, attrs.annex as string])).toEqual([['表格', 'b'], ['名单', 'a']]);
});

test('去掉的名称连同空附件一起去掉；写了字的附件留着', () => {
  expect(text(renamed(PAPER, '名单'))).toEqual(['通知', '文', '附件：名单', '某局', '附件', '名单', '张三', '抄送：某办。']);
  expect(text(renamed(PAPER, '表格'))).toContain('张三');
});

test.each(['opinion', 'report', 'letter', 'decision', 'announcement', 'criticism', 'situation-report', 'approval', 'joint-notice'])('%s 也能填附件名称，附件说明在落款之前，附件在版记之前', (id) => {
  const template = templateOf(id);
  const made = createDocument(template, { annexes: ['任务清单', '名单'], copyTo: ['某办'] });
  const roles = made.children.map(({ attrs }) => attrs.role as string);
  expect(annexNames(made)).toEqual(['任务清单', '名单']);
  expect(roles.indexOf('attachmentNote')).toBeLessThan(roles.indexOf('signature'));
  expect(roles.indexOf('annex')).toBeGreaterThan(roles.indexOf('date'));
  if (roles.includes('copyTo')) expect(roles.lastIndexOf('annex')).toBeLessThan(roles.indexOf('copyTo'));
  const tr = new Transform(made);
  changeFields(tr, template, { annexes: ['名单'] });
  expect(annexNames(tr.doc)).toEqual(['名单']);
  expect(tr.doc.attrs.fields).toMatchObject({ annexes: ['名单'] });
});

test('部署通知：任务分工表横排在前，其他附件在后，各起一页', () => {
  const made = createDocument(templateOf('notice'), { annex: '任务分工表', annexes: ['申报表'] });
  expect(annexNames(made)).toEqual(['任务分工表', '申报表']);
  expect(made.children.filter(({ attrs, type }) => attrs.role === 'annex' || type.name === 'table').map(({ type, attrs, textContent }) => [type.name, attrs.landscape ?? null, type.name === 'table' ? '' : textContent])).toEqual([['para', true, '任务分工表'], ['table', null, ''], ['para', false, '申报表']]);
});

test.each(TEMPLATE_IDS)('%s：附件名称一栏填几个，附件说明在落款、出席之前，附件在正文之后另起页，已有的附件在前', (id) => {
  const template = templateOf(id);
  const field = annexField(template)!;
  const names = annexNames(createDocument(template, {}));
  const document = createDocument(template, { [field]: ['甲表', '乙表'] });
  document.check();
  expect(annexNames(document)).toEqual([...names, '甲表', '乙表']);
  const roles = document.children.map((block) => block.attrs.role as string);
  const annexes = document.children.filter((block) => block.attrs.role === 'annex').map((block) => block.textContent);
  expect(annexes.slice(-2)).toEqual(['甲表', '乙表']);
  expect(annexes.length).toBe(names.length + 2);
  const after = Math.min(...['signature', 'present'].map((role) => roles.indexOf(role)).filter((at) => at >= 0), roles.indexOf('annex'));
  expect(roles.lastIndexOf('attachmentNote')).toBeLessThan(after);
});
