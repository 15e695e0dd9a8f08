import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { doc, h, p } from '../../test/support/build.ts';
import type { MarkerStyle } from './numbering.ts';
import { plainText } from './plain-text.ts';
import { restyleSeries, seriesAt, seriesOf } from './series.ts';

const restyled = (document: Node, nth: number, style: MarkerStyle): string => {
  const tr = new Transform(document);
  restyleSeries(tr, seriesOf(document)[nth]!, style);
  tr.doc.check();
  return plainText(tr.doc);
};

test('同段的一组、逐段起头的一组，各是一组', () => {
  const document = doc(p('要求：@甲；@乙；@@丙；@丁。'), h(1, '标题'), p('@甲。'), p('@乙。'), p('文'), p('@甲。'));
  expect(seriesOf(document).map(({ markers }) => markers.length)).toEqual([2, 2, 2, 1]);
  expect(seriesAt(document, 4)!.markers).toHaveLength(2);
  expect(seriesAt(document, 1)).toBeUndefined();
});

test('整组换写法，只动这一组', () => {
  const document = doc(p('要求：@甲；@乙；@@丙；@丁。'));
  expect(restyled(document, 0, 'di')).toBe('要求：第一，甲；第二，乙；一是丙；二是丁。');
  expect(restyled(document, 1, 'circled')).toBe('要求：一是甲；二是乙；①丙；②丁。');
});

test('“一是，”换成“第一，”，逗号不重', () => {
  expect(restyled(doc(p('@，甲；@，乙。')), 0, 'di')).toBe('第一，甲；第二，乙。');
  expect(restyled(doc(p('@，甲；@，乙。')), 0, 'paren')).toBe('（一）甲；（二）乙。');
});

test('换成与后面一组相同的写法，后面一组仍从一起', () => {
  const document = doc(p('@甲；@乙。@@丙；@丁。'));
  const tr = new Transform(document);
  restyleSeries(tr, seriesOf(document)[1]!, 'paren');
  restyleSeries(tr, seriesOf(tr.doc)[0]!, 'paren');
  expect(plainText(tr.doc)).toBe('（一）甲；（二）乙。（一）丙；（二）丁。');
});
