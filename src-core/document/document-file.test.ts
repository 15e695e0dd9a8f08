import { Fragment } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { readDocument, readDocumentInSteps, writeDocument } from './document-file.ts';
import { schema } from './schema.ts';
import { upgradeDocument } from './upgrade/upgrade-document.ts';

const file = (content: unknown[], version = 1) => ({ format: 'niwen-document', version, doc: { type: 'doc', content } });

test('写出的文稿读回来一模一样', () => {
  const read = readDocument(file([{ type: 'para', attrs: { role: 'title' }, content: [{ type: 'text', text: '关于照护的通知' }] }]));
  if (!read.ok) throw new Error(read.detail);
  const again = readDocument(JSON.parse(JSON.stringify(writeDocument(read.doc))));
  expect(again.ok && again.doc.eq(read.doc)).toBe(true);
});

test('不是文稿的 JSON、更新版本、结构损坏，各有各的说法', () => {
  expect(readDocument({ a: 1 })).toMatchObject({ ok: false, problem: 'not-a-document' });
  expect(readDocument(file([], 99))).toMatchObject({ ok: false, problem: 'newer-document' });
  expect(readDocument(file([]))).toMatchObject({ ok: false, problem: 'broken-document' });
  expect(readDocument(file([{ type: 'table' }]))).toMatchObject({ ok: false, problem: 'broken-document' });
});

test('不认识的属性、标记、段落都保留并报出名字', () => {
  const content = [
    { type: 'para', attrs: { role: 'body', glow: 3 }, content: [{ type: 'text', text: '甲', marks: [{ type: 'sparkle', attrs: { n: 1 } }] }] },
    { type: 'chart', attrs: { kind: 'pie' }, content: [{ type: 'text', text: '图' }] },
    { type: 'para', attrs: { role: 'oracle' } },
  ];
  const read = readDocument(file(content));
  if (!read.ok) throw new Error(read.detail);
  expect(read.unknown.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(['attribute para.glow', 'mark sparkle', 'node chart', 'role oracle']);
  expect(read.doc.textContent).toBe('甲图');
  const written = writeDocument(read.doc).doc as { content: { type: string; attrs: Record<string, unknown> }[] };
  expect(written.content[0]!.attrs.glow).toBe(3);
  expect(written.content[1]).toEqual(content[1]);
  expect(written.content[2]!.attrs.role).toBe('oracle');
});

test('不认识的段落被人改过以后，写出的是改过的文字和要素', () => {
  const read = readDocument(file([{ type: 'chart', content: [{ type: 'text', text: '图' }] }, { type: 'para', attrs: { role: 'oracle' } }]));
  if (!read.ok) throw new Error(read.detail);
  const [chart, oracle] = read.doc.children;
  const changed = read.doc.copy(Fragment.from([
    chart!.copy(Fragment.from(schema.text('新图'))),
    schema.nodes.para.create({ ...oracle!.attrs, role: 'title' }),
  ]));
  const again = readDocument(writeDocument(changed));
  expect(again.ok && again.doc.children.map((para) => [para.attrs.role, para.textContent])).toEqual([['body', '新图'], ['title', '']]);
});

test('旧版文稿逐版升级，缺一版就说缺', () => {
  const steps = [{ from: 1, up: (doc: unknown) => [doc, 2] }, { from: 2, up: (doc: unknown) => [doc, 3] }];
  expect(upgradeDocument('稿', 1, 3, steps)).toEqual([['稿', 2], 3]);
  expect(() => upgradeDocument('稿', 0, 1, steps)).toThrow('0');
});

test('长文稿一段一段、长表一行一行地读，窗口不必等到读完；读出来的一样', () => {
  const para = { type: 'para', attrs: { role: 'body' }, content: [{ type: 'text', text: '现将有关事项通知如下。' }] };
  const row = { type: 'tableRow', content: [{ type: 'tableCell', content: [para] }] };
  const long = file([...Array.from({ length: 50 }, () => para), { type: 'table', content: Array.from({ length: 30 }, () => row) }]);
  const steps = readDocumentInSteps(long);
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count++;
  const whole = readDocument(long);
  expect(count).toBe(81);
  expect(step.value.ok && whole.ok && step.value.doc.eq(whole.doc)).toBe(true);
  expect(readDocument(file([para, { type: 'table', content: [para] }]))).toMatchObject({ ok: false, problem: 'broken-document' });
});
