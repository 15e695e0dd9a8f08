import { expect, test } from 'vitest';
import type { Node } from 'prosemirror-model';
import { doc, h, p, para } from '../../test/support/build.ts';
import { plainText } from './plain-text.ts';
import { schema } from './schema.ts';

const ref = (target: string, form = 'full', was: string | null = null): Node => schema.nodes.reference.create({ target, form, was });
const says = (...pieces: (string | Node)[]): Node => schema.nodes.para.create(null, pieces.map((piece) => (typeof piece === 'string' ? schema.text(piece) : piece)));
const article = (level: number, anchor: string | null = null): Node => para('article', '文', { level, anchor });
const read = (...blocks: Node[]): string[] => plainText(doc(...blocks)).split('\n').filter((line) => line.startsWith('按')).map((line) => line.slice(1));

test('附件：几个附件写附件2，只有一个写附件', () => {
  const to = says('按', ref('a'));
  expect(read(to, para('annex', '甲'), para('annex', '乙', { anchor: 'a' }))).toEqual(['附件2']);
  expect(read(to, para('annex', '乙', { anchor: 'a' }))).toEqual(['附件']);
  expect(read(to, para('attachmentNote', '甲'), para('attachmentNote', '乙', { anchor: 'a' }))).toEqual(['附件2']);
});

test('层次标题：第三部分、第三部分第（二）项；同一部分之内可只写后半；通排写第（四）条', () => {
  const blocks = (scheme: string): Node => schema.nodes.doc.create({ numbering: scheme }, [
    h(1, '甲'), h(2, '甲'), h(2, '乙'), h(1, '乙'), h(2, '甲'), says('按', ref('x', 'short'), '、', ref('x', 'bare')), h(2, '乙', { anchor: 'x' }), h(3, '丙', { anchor: 'y' }),
    h(1, '丙', { anchor: 'z' }), says('按', ref('x'), '、', ref('x', 'short'), '、', ref('y'), '、', ref('z')),
  ]);
  const lines = (scheme: string): string[] => plainText(blocks(scheme)).split('\n').filter((line) => line.startsWith('按'));
  expect(lines('standard')).toEqual(['按第（二）项、（二）', '按第二部分第（二）项、第二部分第（二）项、第二部分第（二）项第1点、第三部分']);
  expect(lines('continuous')).toEqual(['按第（四）条、（四）', '按第（四）条、第（四）条、第（四）条第1点、第三部分']);
});

test('1.通排时，第7点不必说在哪一部分', () => {
  const document = schema.nodes.doc.create({ numbering: 'continuousItems' }, [h(1, '甲'), h(2, '子'), h(3, '一'), h(2, '丑'), h(3, '二', { anchor: 'x' }), h(4, '小', { anchor: 'y' }), says('按', ref('x'), '、', ref('y'))]);
  expect(plainText(document).split('\n').at(-1)).toBe('按第2点、第2点第（1）点');
});

test('条款项目，前条前款到了别处写全', () => {
  const clause = (form: string): Node => says('按', ref('k', form));
  expect(read(
    article(1), article(3), article(3, 'a'), p('第二款', { anchor: 'k' }), clause('relative'), article(4, 'i'), says('按', ref('a', 'relative')),
    article(3), says('按', ref('a', 'relative'), '、', ref('k', 'relative'), '、', ref('a', 'clause'), '、', ref('i')), article(1), article(3), says('按', ref('a', 'relative')),
  )).toEqual(['前款', '本条', '前条、第二条第二款、第二条第一款、第二条第三款第（一）项', '第二条']);
  expect(read(article(3, 'a'), says('按', ref('a', 'relativeClause')), says('按', ref('a', 'relativeClause')))).toEqual(['前款', '第一条第一款']);
});

test('指到附件里的某一部分，从外面看要带附件号', () => {
  const target = h(1, '甲', { anchor: 'x' });
  expect(read(says('按', ref('x')), para('annex', '甲'), para('annex', '乙'), target, says('按', ref('x')))).toEqual(['附件2第一部分', '第一部分']);
  expect(read(h(1, '甲', { anchor: 'm' }), para('annex', '甲'), says('按', ref('m')))).toEqual(['第一部分']);
});

test('指处不在了，仍写最后的字', () => {
  expect(read(says('按', ref('gone', 'full', '附件3'), '办理'))).toEqual(['附件3办理']);
});
