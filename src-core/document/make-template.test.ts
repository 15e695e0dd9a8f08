import { expect, it } from 'vitest';
import fc from 'fast-check';
import { doc, h, p, para, title } from '../../test/support/build.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template } from '../template/template.ts';
import { arbitraryDocument } from '../../test/support/arbitrary-document.ts';
import { runs } from '../../test/support/runs.ts';
import { templateOf } from '../../test/support/samples.ts';
import { textOf } from './elements.ts';
import { createDocument } from './fill.ts';
import { findTemplateFault } from './judge-template.ts';
import { makeTemplate } from './make-template.ts';
import { proposeTemplate } from './propose-template.ts';
import type { TemplatePart, Treatment } from './propose-template.ts';
import { schema } from './schema.ts';

const base: Template = {
  id: 'letter', version: 1, name: '函', group: '函', wenzhong: '函', kind: 'letter', format: 'letter', description: '',
  fields: [{ id: 'issuer', label: '发文机关', part: 'masthead', input: 'text' }, { id: 'topic', label: '事由', part: 'main', input: 'text' }, { id: 'copyTo', label: '抄送', part: 'imprint', input: 'list' }],
  elements: [
    { slot: 'issuerMark', role: 'issuerMark', text: '{issuer}' }, { slot: 'title', role: 'title', text: '关于{topic}的函' }, { slot: 'draft', role: 'body', text: '' },
    { slot: 'copyTo', role: 'copyTo', text: '{copyTo}。', optional: true },
  ],
};
const facts = { id: 'office-1', name: '检查函', group: '本局', description: '' };

const paper = doc(para('issuerMark', '某市教育局'), para('documentNumber', '教函〔2026〕1号'), title('关于开展安全检查的函'), para('addressee', '各县教育局：'), p('现将有关事项函告如下。'),
  h(1, '检查范围'), p('全市学校。'), p('含幼儿园。'), h(1, '检查时间'), para('signature', '某市教育局'), para('date', '2026年8月1日'), para('copyTo', '市政府办公室。'));

function make(document: ReturnType<typeof doc>, own: Template | null, change: (part: TemplatePart) => Treatment = (part) => part.treatment): Template {
  const parts = proposeTemplate(document, own).map((part) => ({ ...part, treatment: change(part) }));
  const read = readTemplate(makeTemplate(document, own, base, parts, facts), (id) => (id === base.id ? base : undefined));
  if (!read.ok) throw new Error(read.where);
  expect(findTemplateFault(read.template)).toBeNull();
  return read.template;
}
const texts = (document: ReturnType<typeof doc>): string[] => document.children.map(textOf);

it('指名这一份文稿的成为填写项，标题留下，正文留空', () => {
  const template = make(paper, null);
  expect(template).toMatchObject({ id: 'office-1', name: '检查函', group: '本局', wenzhong: '函', kind: 'letter', format: 'letter' });
  expect(template.fields.map(({ label, default: usual }) => [label, usual])).toEqual([
    ['发文机关', '某市教育局'], ['发文字号', undefined], ['事由', undefined], ['主送机关', '各县教育局'], ['成文日期', undefined], ['抄送', undefined],
  ]);
  expect(texts(createDocument(template, { topic: '消防检查', date: '2026-09-01', documentNumber: '教函〔2026〕2号' }))).toEqual([
    '某市教育局', '教函〔2026〕2号', '关于消防检查的函', '各县教育局：', '', '检查范围', '', '检查时间', '某市教育局', '2026年9月1日',
  ]);
});

it('都原样保留，就一字不差', () => {
  const template = make(paper, null, (part) => (part.choices.includes('fixed') ? 'fixed' : part.treatment));
  expect(template.fields).toEqual([]);
  expect(texts(createDocument(template, {}))).toEqual(texts(paper));
});

it('照模板起草、没改过的部分仍由原来的要素拼出；没填的可选要素也带着', () => {
  const draft = createDocument(base, { issuer: '某市教育局', topic: '安全检查' });
  const parts = proposeTemplate(draft, base);
  expect(parts.map(({ name, treatment, from, to }) => [name, treatment, to - from])).toEqual([['发文机关标志', 'template', 1], ['标题', 'template', 1], ['正文', 'free', 1], ['抄送机关', 'template', 0]]);
  const template = make(draft, base);
  expect(template.fields).toEqual(base.fields);
  expect(template.elements).toEqual(base.elements);
  expect(make(draft, base, (part) => (part.element?.slot === 'title' ? 'fixed' : part.treatment)).fields.map(({ id }) => id)).toEqual(['issuer', 'copyTo']);
});

it('加粗、句内序号、方括号都原样留着', () => {
  const rich = schema.nodes.para.create({ role: 'body' }, [schema.text('请', [schema.marks.bold.create()]), schema.nodes.marker.create(), schema.text('见[1]{x}')]);
  const draft = doc(title('通知'), rich);
  const made = createDocument(make(draft, null, (part) => (part.choices.includes('fixed') ? 'fixed' : part.treatment)), {});
  expect(made.child(1).content.toJSON()).toEqual(rich.content.toJSON());
});

it('任何文稿都做得成模板，原样保留的就是那些块', () => {
  fc.assert(fc.property(arbitraryDocument, (draft) => {
    const template = make(draft, null, (part) => (part.choices.includes('fixed') ? 'fixed' : part.treatment));
    const made = createDocument(template, {});
    expect(texts(made)).toEqual(texts(draft));
  }), runs(60));
});

it('模板里坏的一处说得出是哪里', () => {
  const broken = (element: object): string | null => findTemplateFault({ ...base, elements: [{ slot: 'a', role: 'body', text: '', ...element }] });
  expect(broken({})).toBeNull();
  expect(broken({ role: 'seal' })).toBe('elements.a.role');
  expect(broken({ level: 9 })).toBe('elements.a.level');
  expect(broken({ text: '{topic|roman}' })).toBe('elements.a.text');
  expect(broken({ content: { type: 'para', attrs: { role: 'title' } } })).toBe('elements.a.content');
  expect(broken({ content: { type: 'seal' } })).toBe('elements.a.content');
  expect(findTemplateFault({ ...base, styles: { body: { size: '三号' } } })).toBe('styles.body');
});

it('从请示做模板：结语、落款的选法都还在，两个附件仍是一个要素', () => {
  const request = templateOf('request');
  const draft = createDocument(request, { issuer: '某市教育局', matter: '解决经费', recipient: '市政府', signatories: ['甲', '乙'], annexes: ['测算表', '申报表'], contact: '甲　010-00001234' });
  const parts = proposeTemplate(draft, request);
  const read = readTemplate(makeTemplate(draft, request, request, parts, facts), (id) => (id === request.id ? request : undefined));
  if (!read.ok) throw new Error(read.where);
  expect(read.template.fields).toEqual(request.fields);
  expect(read.template.elements).toEqual(request.elements);
  expect(texts(createDocument(read.template, { annexes: ['表一', '表二'] })).filter((text) => /表|妥否/.test(text))).toEqual(['妥否，请批示。', '表一', '表二', '表一', '表二']);
});
