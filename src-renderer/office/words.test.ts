import { expect, test } from 'vitest';
import type { Office } from './use-office.ts';
import { findByPinyin, loadPinyin } from '../ui/pinyin-find.ts';
import { findWords, wordsOf } from './words.ts';

const office: Office = {
  isLoaded: true,
  entries: [
    { id: 'l', kind: 'list', name: '常用会办', use: 'consulted', units: ['社会事务部', '国家康养委'] }, { id: 'n', kind: 'name', full: '国家照护保障局', short: '' },
    { id: 'p', kind: 'person', name: '周予安', post: '', unit: '照护服务司', phone: '010-00001234', duty: '' }, { id: 'u', kind: 'unit', full: '国家康养委员会', short: '国家康养委' },
  ],
  phrases: [
    { id: 'a', title: '床位', text: '截至去年底，已建成家庭照护床位二十万张。', keywords: '数据', group: '照护', source: '照保函〔2025〕8号', usedAt: null },
    { id: 'b', title: '', text: '扩大普惠照护服务供给。', keywords: '', group: '', source: '', usedAt: null },
  ],
};
const texts = (query: string): string[] => findWords(wordsOf(office), query, findByPinyin, 8).map(({ word }) => word.text);

test('什么都没打时，先给最近用过的口径', () => {
  expect(findWords(wordsOf(office), '', findByPinyin, 2).map(({ word }) => word.phrase)).toEqual(['a', 'b']);
});

test('单位按简称、全称、首字母都找得到，名单插入的是各单位', async () => {
  await loadPinyin();
  expect(texts('gjky')).toEqual(['国家康养委员会', '国家康养委', '社会事务部、国家康养委']);
  expect(texts('cyhb')).toEqual(['社会事务部、国家康养委']);
  expect(texts('zhouya')).toEqual(['照护服务司　周予安　010-00001234']);
});

test('口径按标题、内容、关键词找，标题在前；出处随着显示', async () => {
  await loadPinyin();
  expect(texts('床位')[0]).toContain('二十万张');
  expect(texts('shuju')).toEqual(['截至去年底，已建成家庭照护床位二十万张。']);
  expect(wordsOf(office).slice(0, 2).map(({ note }) => note)).toEqual(['照保函〔2025〕8号　照护', '口径，未注明出处']);
  expect(texts('没有这样的话')).toEqual([]);
});
