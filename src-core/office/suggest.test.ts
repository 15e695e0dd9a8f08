import { expect, test } from 'vitest';
import { templateOf } from '../../test/support/samples.ts';
import type { Template } from '../template/template.ts';
import type { Kept, OfficeEntry } from './office.ts';
import { codesFor, startFields, suggestFor } from './suggest.ts';

const entries = ([
  { kind: 'code', code: '照保发', uses: ['文件'] }, { kind: 'code', code: '照保函', uses: ['函'] }, { kind: 'code', code: '照保建复', uses: ['建议答复', '提案答复'] },
  { kind: 'list', name: '常用会办', use: 'consulted', units: ['社会事务部', '国家康养委'] }, { kind: 'list', name: '各省厅局', use: 'addressee', units: ['各省照护保障厅'] },
  { kind: 'name', full: '国家照护保障局', short: '照保局' },
  { kind: 'person', name: '沈书衡', post: '局长', unit: '', phone: '', duty: 'signatory' }, { kind: 'person', name: '陆一鸣', post: '处长', unit: '综合司', phone: '010-00005678', duty: 'contact' },
  { kind: 'person', name: '周予安', post: '', unit: '照护服务司', phone: '010-00001234', duty: 'contact' },
  { kind: 'unit', full: '国家康养委员会', short: '国家康养委' }, { kind: 'unit', full: '社会事务部', short: '' },
] satisfies OfficeEntry[]).map((entry, index): Kept<OfficeEntry> => ({ ...entry, id: String(index) }));

const field = (id: string, label: string, input: 'text' | 'list' | 'date' = 'text') => ({ id, label, input, part: 'main' as const });
const template = (more: Partial<Template>): Template => ({ name: '通知', wenzhong: '通知', format: 'document', fields: [field('issuer', '发文机关'), field('documentNumber', '发文字号'), field('contact', '联系人')], ...more }) as Template;
const values = (...asked: Parameters<typeof field>): string[] => suggestFor(field(...asked), null, entries, 2026).map(({ value }) => value);

test('机关代字按用途选：模板名、文种、格式，越具体越先', () => {
  const first = (more: Partial<Template>): string => codesFor(template(more), entries)[0]!.code;
  expect(first({})).toBe('照保发');
  expect(first({ name: '人大建议答复', wenzhong: '函', format: 'letter' })).toBe('照保建复');
  expect(first({ name: '征求意见函', wenzhong: '函', format: 'letter' })).toBe('照保函');
  expect(first({ name: '报告', wenzhong: '报告' })).toBe('照保发');
});

test('新文稿的发文机关、文号和联系人：联系人先用正在写的这个人', () => {
  expect(startFields(template({}), entries, '周予安', 2026)).toEqual({ issuer: '国家照护保障局', documentNumber: '照保发〔2026〕号', contact: '照护服务司　周予安　010-00001234' });
  expect(startFields(template({}), entries, '无名氏', 2026)['contact']).toBe('综合司　陆一鸣　010-00005678');
  expect(startFields(template({ fields: [] }), entries, '', 2026)).toEqual({});
  expect(startFields(template({}), [], '周予安', 2026)).toEqual({});
});

test('要素各给各的：机关名、签发人、联系人、单位和名单', () => {
  expect(values('issuer', '发文机关')).toEqual(['国家照护保障局', '照保局']);
  expect(values('signatory', '签发人')).toEqual(['沈书衡']);
  expect(values('contact', '联系人电话')).toEqual(['综合司　陆一鸣　010-00005678', '照护服务司　周予安　010-00001234']);
  expect(values('consulted', '经商单位', 'list')).toEqual(['常用会办', '国家康养委员会', '国家康养委', '社会事务部']);
  expect(values('recipients', '主送机关', 'list')[0]).toBe('各省厅局');
  expect(values('addressee', '主送机关')[0]).toBe('各省照护保障厅');
});

test('代字里连年份、序号也写了的，只取年份前的', () => {
  for (const code of ['照保发〔2025〕', '照保发〔2025〕6号', '照保发[2025]6号', '照保发（2025）', '照保发']) {
    expect(startFields(template({}), [{ id: '1', kind: 'code', code, uses: [] }], '', 2026)['documentNumber']).toBe('照保发〔2026〕号');
  }
});

test('令号、期号、公告的编号不是年份编的，不用机关代字起头；专为它们写了代字的才用；决议的会议名称不填机关', () => {
  const start = (id: string, kept = entries) => startFields(templateOf(id), kept, '', 2026);
  for (const id of ['order', 'minutes', 'announcement', 'proclamation', 'resolution']) expect(start(id)['documentNumber'], id).toBeUndefined();
  expect(start('resolution')).toEqual({});
  expect(start('request')['documentNumber']).toBe('照保发〔2026〕号');
  expect(start('minutes', [...entries, { id: 'own', kind: 'code', code: '照保纪', uses: ['纪要'] }])['documentNumber']).toBe('照保纪〔2026〕号');
});

test('请示、报告的签发人，纪要的出席、主持人，都能从人员里选', () => {
  const offered = (id: string, fieldId: string): string[] => suggestFor(templateOf(id).fields.find((each) => each.id === fieldId)!, templateOf(id), entries, 2026).map(({ value }) => value);
  for (const id of ['request', 'report', 'opinion-up', 'joint-request']) expect(offered(id, 'signatories'), id).toEqual(['沈书衡']);
  expect(offered('order', 'signer')).toEqual(['沈书衡']);
  expect(offered('motion', 'signer')).toEqual(['沈书衡']);
  expect(offered('minutes', 'present')).toEqual(['沈书衡', '陆一鸣', '周予安']);
  expect(offered('minutes', 'chair')[0]).toBe('局长沈书衡');
});

test('代表、事由、日期没有可给的', () => {
  expect([values('proposers', '代表', 'list'), values('matter', '事由'), values('date', '成文日期', 'date')]).toEqual([[], [], []]);
});
