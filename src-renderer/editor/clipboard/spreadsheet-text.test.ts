import { expect, test } from 'vitest';
import { readSpreadsheetText, writeSpreadsheetText } from './spreadsheet-text.ts';

test('制表符分格、引号里换行、双引号加倍，照 Excel 的写法读', () => {
  expect(readSpreadsheetText('序号\t任务\r\n1\t"第一行\n第二行"\r\n2\t"说""是"""\r\n')).toEqual([['序号', '任务'], ['1', '第一行\n第二行'], ['2', '说"是"']]);
  expect(readSpreadsheetText('甲\t\t\n\t乙\t丙')).toEqual([['甲', '', ''], ['', '乙', '丙']]);
});

test('带一个制表符的文章不是表；没有合上的引号照字面', () => {
  expect(readSpreadsheetText('各单位：\n　　现将有关事项通知如下：\n附件\t清单\n二、要求')).toBeNull();
  expect(readSpreadsheetText('"半截\t乙\n丙\t丁')).toEqual([['"半截', '乙'], ['丙', '丁']]);
});

test('写出去的再读回来，一格不差', () => {
  const rows = [['甲', '一\n二', '"'], ['', '\t', '尾']];
  expect(readSpreadsheetText(writeSpreadsheetText(rows))).toEqual(rows);
});
