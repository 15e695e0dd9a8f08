import { expect, test } from 'vitest';
import { findByPinyin, loadPinyin, matchCost } from './pinyin-find.ts';

const found = (text: string, query: string): string | null => findByPinyin(text, query)?.map(({ from, to }) => text.slice(from, to)).join('|') ?? null;

test('词典还没来时，按字也能找', () => {
  expect(found('国务院办公厅', '办公')).toBe('办公');
  expect(found('国务院办公厅', 'bgt')).toBeNull();
});

test('按字、全拼、首字母，混着写也行', async () => {
  await loadPinyin();
  expect(found('国务院办公厅', 'guowuyuan')).toBe('国务院');
  expect(found('国务院办公厅', 'gwyuan')).toBe('国务院');
  expect(found('国务院办公厅', 'bgt')).toBe('办公厅');
  expect(found('国务院办公厅', 'bangongt')).toBe('办公厅');
  expect(found('国务院办公厅', '国wy')).toBe('国务院');
  expect(found('国务院办公厅', 'BGT')).toBe('办公厅');
  expect(found('审计署', 'shjs')).toBe('审计署');
  expect(found('国务院', 'xyz')).toBeNull();
});

test('多音字各读都认，绿、略、〇也打得出来', async () => {
  await loadPinyin();
  for (const [text, query] of [['重庆市', 'cqs'], ['重点', 'zhongd'], ['银行', 'yinhang'], ['绿化', 'lvh'], ['绿化', 'lüh'], ['策略', 'celue'], ['策略', 'celve'], ['二〇二六', 'erling']] as const) {
    expect(found(text, query), `${text} ${query}`).not.toBeNull();
  }
});

test('半个音节不算，除非正打到这里', async () => {
  await loadPinyin();
  expect(found('国务院', 'guow')).toBe('国务');
  expect(found('国务院', 'gu')).toBe('国');
  expect(found('国务院', 'guwuyuan')).toBeNull();
});

test('机关的简称：中间省了字也找得到', async () => {
  await loadPinyin();
  expect(found('国家发展和改革委员会', 'fgw')).toBe('发|改|委');
  expect(found('国家发展和改革委员会', '发改委')).toBe('发|改|委');
});

test('长句子不许跳着找，否则什么都找得到', async () => {
  await loadPinyin();
  expect(found('坚持以人民为中心的发展思想，统筹推进城乡基本公共服务均等化，不断增强人民群众的获得感幸福感安全感。', 'jcfz')).toBeNull();
});

test('几个词都要有；标点、空格可以不打', async () => {
  await loadPinyin();
  expect(found('关于印发工作方案的通知', 'tz fangan')).toBe('方案|通知');
  expect(found('关于印发工作方案的通知', 'tz baogao')).toBeNull();
  expect(found('科学技术部（科技部）', 'bukj')).toBe('部|科技');
  expect(found('甲', '')).toBe('');
});

test('位置按编码单位算，生僻字不错位', async () => {
  await loadPinyin();
  expect(findByPinyin('𠮷林', 'lin')).toEqual([{ from: 2, to: 3 }]);
});

test('连着的在前，靠前的在前', () => {
  const order = [[{ from: 3, to: 5 }], [{ from: 0, to: 1 }, { from: 2, to: 3 }], [{ from: 0, to: 2 }]].sort((a, b) => matchCost(a) - matchCost(b));
  expect(order.map((ranges) => ranges[0]!.from)).toEqual([0, 3, 0]);
});
