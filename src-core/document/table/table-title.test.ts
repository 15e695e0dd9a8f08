import { expect, test } from 'vitest';
import { doc, p, table } from '../../../test/support/build.ts';
import { divideDocument } from '../divide.ts';
import { isTableTitle } from './table-title.ts';

const grid = table(['区县', '机构数'], ['青川区', '12']);
const titlesOf = (...texts: string[]): boolean[] => {
  const { main } = divideDocument(doc(...texts.map((text) => p(text)), grid));
  return texts.map((_, index) => isTableTitle(main, index));
};

test('紧挨表格、不成一句的一行是表题；中间隔着“单位：”一行也是', () => {
  expect(titlesOf('各区县照护机构情况')).toEqual([true]);
  expect(titlesOf('请填写下表：')).toEqual([true]);
  expect(titlesOf('表1　各区县照护机构情况', '（单位：个）')).toEqual([true, true]);
});

test('一句话、一整段、隔着别的段落的，都不是', () => {
  expect(titlesOf('情况已经核实。')).toEqual([false]);
  expect(titlesOf('各区县照护机构情况'.repeat(4))).toEqual([false]);
  expect(titlesOf('各区县照护机构情况', '截至八月底')).toEqual([false, true]);
  expect(titlesOf('')).toEqual([false]);
});
