import { expect, test } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { p } from '../../../test/support/build.ts';
import { lineEnds } from './line-ends.ts';

const ends = (para: ReturnType<typeof p>): [number, number, string][] =>
  lineEnds(para).map((each) => [each.from, each.to, (each as unknown as { type: { attrs: { class: string } } }).type.attrs.class]);

test('电话号码、年份起止在连字符处不断，网址在斜线后可断', () => {
  expect(ends(p('电话020-38200174，2021-2025年'))).toEqual([[2, 14, 'is-kept'], [15, 24, 'is-kept']]);
  expect(ends(p('见http://www.qc.gov.cn/zwgk/2026/'))).toEqual([[7, 8, 'may-end'], [21, 22, 'may-end']]);
  expect(ends(p('2026年8月1日前完成，5/6'))).toEqual([]);
});

test('引用前的（不留在行末，引用后的）不到行首', () => {
  const reference = schema.nodes.reference.create({ target: 'a1', form: 'number' });
  const para = schema.nodes.para.create({ role: 'body' }, [schema.text('见（'), reference, schema.text('）和'), reference, schema.text('办理')]);
  expect(ends(para)).toEqual([[1, 2, 'is-kept'], [2, 3, 'holds-next'], [3, 4, 'is-held']]);
});
