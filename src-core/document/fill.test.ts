import { expect, test } from 'vitest';
import { Transform } from 'prosemirror-transform';
import type { Template } from '../template/template.ts';
import { changeFields, createDocument, rewrittenSlots } from './fill.ts';
import { plainText } from './plain-text.ts';
import { schema } from './schema.ts';

const template: Template = {
  id: 't', version: 1, name: '答复', group: '函', wenzhong: '函', kind: 'reply', format: 'letter', description: '',
  fields: [
    { id: 'number', label: '编号', part: 'main', input: 'text', required: true, blank: '××××' },
    { id: 'people', label: '代表', part: 'main', input: 'list', required: true },
    { id: 'consulted', label: '经商', part: 'main', input: 'list' },
    { id: 'attachments', label: '附件', part: 'main', input: 'list' },
    { id: 'contact', label: '联系人', part: 'main', input: 'text' },
  ],
  elements: [
    { slot: 'title', role: 'title', text: '对第{number}号建议的答复' },
    { slot: 'addressee', role: 'addressee', text: '{people|honour:代表}：' },
    { slot: 'opening', role: 'body', text: '{people|you}的建议收悉。[经商{consulted}，]现答复如下：' },
    { slot: 'draft', role: 'body', text: '' },
    { slot: 'attachments', role: 'attachmentNote', text: '{item}', repeat: 'attachments' },
    { slot: 'note', role: 'note', text: '（联系人：{contact}）', optional: true },
    { slot: 'tasks', role: 'table', text: '{contact}', optional: true, table: { heads: ['序号', '任务'], widths: [2, 10], rows: 1 } },
  ],
};
const fresh = (values = {}) => createDocument(template, values);
const change = (doc: ReturnType<typeof fresh>, values: Record<string, string | string[]>) => {
  const tr = new Transform(doc);
  changeFields(tr, template, values);
  tr.doc.check();
  return tr;
};

test('新文稿由要素拼出，缺的留××，选填的不出现', () => {
  expect(plainText(fresh())).toBe('对第××××号建议的答复\n××：\n您的建议收悉。现答复如下：\n');
});

test('一个人称您，多人称你们', () => {
  expect(plainText(fresh({ people: ['张三'] }))).toContain('张三代表：\n您的建议');
  expect(plainText(fresh({ people: ['张三', '李四'] }))).toContain('张三、李四代表：\n你们的建议');
  expect(plainText(fresh({ people: ['张三等6名代表'] }))).toContain('张三等6名代表：\n你们的建议');
});

test('改一个要素，用到它的地方都跟着改', () => {
  const tr = change(fresh({ people: ['张三'] }), { people: ['张三', '李四'], consulted: ['甲部', '乙委'] });
  expect(plainText(tr.doc)).toBe('对第××××号建议的答复\n张三、李四代表：\n你们的建议收悉。经商甲部、乙委，现答复如下：\n');
});

test('手改过的部分不再跟着改', () => {
  const doc = fresh({ people: ['张三'], number: '1' });
  const edited = new Transform(doc).insert(1, schema.text('关于'));
  const tr = change(edited.doc, { number: '0412' });
  expect(tr.doc.firstChild!.textContent).toBe('关于对第1号建议的答复');
  expect(tr.doc.attrs.fields.number).toBe('0412');
  expect(rewrittenSlots(edited.doc, template)).toEqual(['title']);
});

test('标题里手工回行不算改写，要素照样跟着改', () => {
  const doc = fresh({ number: '1' });
  const broken = new Transform(doc).insert(5, schema.nodes.lineBreak.create()).doc;
  expect(rewrittenSlots(broken, template)).toEqual([]);
  expect(change(broken, { number: '0412' }).doc.firstChild!.textContent).toBe('对第0412号建议的答复');
});

test('附件名称一个一段，增减都在原处', () => {
  const one = change(fresh(), { attachments: ['甲表'] }).doc;
  expect(plainText(one)).toMatch(/附件：甲表$/);
  const two = change(one, { attachments: ['甲表', '乙表'] }).doc;
  expect(plainText(two)).toMatch(/附件：1\.甲表\n2\.乙表$/);
  expect(plainText(change(two, { attachments: [] }).doc)).not.toContain('附件');
});

test('选填要素填了就出现，清空就撤去，写过字的表格不撤', () => {
  const filled = change(fresh(), { contact: '张三' }).doc;
  expect(filled.lastChild!.type.name).toBe('table');
  expect(plainText(filled)).toContain('（联系人：张三）');
  expect(change(filled, { contact: '' }).doc.eq(createDocument(template, { contact: '' }))).toBe(true);
  const written = new Transform(filled);
  written.insert(filled.content.size - 4, schema.text('入户'));
  const kept = change(written.doc, { contact: '' }).doc;
  expect(plainText(kept)).not.toContain('联系人');
  expect(plainText(kept)).toContain('入户');
});

test('改要素可以原样退回', () => {
  const doc = fresh({ people: ['张三'] });
  const tr = change(doc, { people: ['李四'], attachments: ['甲表'], contact: '王五' });
  let back = tr.doc;
  for (let i = tr.steps.length - 1; i >= 0; i--) back = tr.steps[i]!.invert(tr.docs[i]!).apply(back).doc!;
  expect(back.eq(doc)).toBe(true);
});

test('模板定编号方式，附件和被印发的文件可以另定', () => {
  const numbered: Template = {
    ...template, numbering: 'continuous',
    elements: [
      { slot: 'first', role: 'heading', level: 1, text: '要求' },
      { slot: 'rules', role: 'embedded', text: '试点工作办法', numbering: 'twoLevel' },
      { slot: 'chapter', role: 'article', level: 1, text: '总则' },
      { slot: 'article', role: 'article', level: 3, text: '' },
    ],
  };
  const doc = createDocument(numbered, {});
  expect(doc.attrs.numbering).toBe('continuous');
  expect(doc.child(1).attrs.numbering).toBe('twoLevel');
  expect(plainText(doc)).toBe('一、要求\n试点工作办法\n第一章　总则\n第一条　');
});
