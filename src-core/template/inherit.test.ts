import { expect, test } from 'vitest';
import { readTemplate } from './read-template.ts';

const base = {
  id: 'notice', version: 1, name: '通知', group: '通知', wenzhong: '通知', kind: 'notice', format: 'document', description: '部署', abstract: true,
  fields: [
    { id: 'issuer', label: '发文机关', part: 'masthead', input: 'text', required: true },
    { id: 'matter', label: '事由', part: 'main', input: 'text', help: '标题用' },
    { id: 'purpose', label: '目的', part: 'main', input: 'text' },
  ],
  elements: [
    { slot: 'title', role: 'title', text: '关于{matter}的通知' },
    { slot: 'opening', role: 'body', text: '为{purpose}，通知如下：' },
    { slot: 'signature', role: 'signature', text: '{issuer}' },
  ],
  styles: { title: { face: 'biao', size: 44 }, body: { size: 32 } },
};
const meeting = {
  id: 'meeting', extends: 'notice', version: 1, name: '会议通知',
  fields: [{ id: 'purpose', remove: true }, { id: 'matter', label: '会议名称', help: null }, { id: 'place', label: '地点', part: 'main', input: 'text' }, { id: 'time', label: '时间', part: 'main', input: 'text' }],
  elements: [{ slot: 'title', text: '关于召开{matter}的通知' }, { slot: 'opening', text: '定于{time}在{place}召开：' }, { slot: 'closing', role: 'body', text: '特此通知。' }],
  styles: { title: { size: 40 }, body: null },
};
const shelf = (...files: { readonly id: string }[]) => (id: string): unknown => files.find((file) => file.id === id);

test('找模板用的别的叫法只属于自己，不传下去', () => {
  const found = shelf({ ...base, ...{ also: '工作通知' } });
  const read = readTemplate(meeting, found);
  expect(read.ok && read.template.also).toBeUndefined();
  const own = readTemplate({ ...meeting, also: '开会' }, found);
  expect(own.ok && own.template.also).toBe('开会');
});

test('继承的模板只写不同之处：要素按名改、删、接在后面，其余照旧', () => {
  const read = readTemplate(meeting, shelf(base));
  if (!read.ok) throw new Error(read.where);
  expect(read.template).toMatchObject({ id: 'meeting', name: '会议通知', wenzhong: '通知', description: '部署', styles: { title: { face: 'biao', size: 40 } } });
  expect(read.template.styles).not.toHaveProperty('body');
  expect(read.template).not.toHaveProperty('extends');
  expect(read.template.abstract).toBeUndefined();
  expect(read.template.fields.map(({ id, label }) => id + label)).toEqual(['issuer发文机关', 'matter会议名称', 'place地点', 'time时间']);
  expect(read.template.fields[1]).not.toHaveProperty('help');
  expect(read.template.elements.map(({ slot, text }) => `${slot} ${text}`)).toEqual([
    'title 关于召开{matter}的通知', 'opening 定于{time}在{place}召开：', 'closing 特此通知。', 'signature {issuer}',
  ]);
});

test('继承两层；用 after 移动，null 是最前', () => {
  const office = { id: 'office', extends: 'meeting', version: 1, fields: [{ id: 'time', after: null }], elements: [{ slot: 'note', role: 'note', text: '（此件公开）', after: 'signature' }, { slot: 'closing', after: 'title' }] };
  const read = readTemplate(office, shelf(base, meeting));
  if (!read.ok) throw new Error(read.where);
  expect(read.template.fields.map(({ id }) => id)).toEqual(['time', 'issuer', 'matter', 'place']);
  expect(read.template.elements.map(({ slot }) => slot)).toEqual(['title', 'closing', 'opening', 'signature', 'note']);
});

test('缺了所继承的模板、互相继承、改了没有的要素，都说明在哪一处', () => {
  const where = (file: unknown, ...files: { readonly id: string }[]): string => {
    const read = readTemplate(file, shelf(...files));
    return read.ok ? 'ok' : `${read.problem} ${read.where}`;
  };
  expect(where(meeting)).toBe('broken-template extends');
  expect(where({ ...meeting, extends: 'meeting' }, meeting)).toBe('broken-template extends');
  expect(where({ ...base, extends: 'meeting' }, meeting, { ...base, extends: 'meeting' } as never)).toBe('broken-template extends');
  expect(where({ ...meeting, fields: [{ id: 'weather', remove: true }] }, base)).toBe('broken-template fields.weather');
  expect(where({ ...meeting, elements: [{ slot: 'closing', role: 'body', text: '', after: 'nowhere' }] }, base)).toBe('broken-template elements.closing.after');
  expect(where({ ...meeting, fields: [{ id: 'matter', remove: true }], elements: undefined, styles: undefined }, base)).toBe('broken-template elements.title.text');
});

test('编号方式写错的模板读不进来，并说明在哪里', () => {
  expect(readTemplate({ ...base, numbering: 'continuous' }).ok).toBe(true);
  expect(readTemplate({ ...base, numbering: '通排' })).toMatchObject({ ok: false, where: 'numbering' });
  expect(readTemplate({ ...base, elements: [{ slot: 'rules', role: 'embedded', text: '', numbering: 1 }] })).toMatchObject({ ok: false, where: 'elements.rules.numbering' });
});

test.each([
  ['help', {}], ['help', 5], ['placeholder', ['年']], ['blank', true], ['required', '是'], ['default', 5], ['default', [1]], ['options', [null]], ['options', [{ value: 'A' }]], ['options', ['A']],
])('填写项的 %s 是 %j：说出哪一项有错，不收下', (member, value) => {
  const [issuer, ...others] = base.fields;
  expect(readTemplate({ ...base, fields: [{ ...issuer, [member]: value }, ...others] })).toEqual({ ok: false, problem: 'broken-template', where: 'fields.issuer' });
});

test.each([
  { role: 'body', text: '', optional: 'x' }, { role: 'annex', text: '', landscape: 1 }, { role: 'table', text: '', table: { heads: ['甲', 5], widths: [4, 4], rows: 2 } },
  { role: 'table', text: '', table: { heads: ['甲'], widths: ['4'], rows: 2 } }, { role: 'table', text: '', table: { heads: ['甲'], widths: [4], rows: -1 } }, { role: 'table', text: '', table: { heads: ['甲'], widths: [4], rows: 1e9 } },
])('要素里有不成样子的一项：%j', (element) => {
  expect(readTemplate({ ...base, elements: [...base.elements, { slot: 'more', ...element }] })).toEqual({ ok: false, problem: 'broken-template', where: 'elements.more' });
});
