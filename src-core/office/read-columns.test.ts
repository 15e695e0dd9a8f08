import { expect, test } from 'vitest';
import { phrasesFrom, readLines, unitLines } from './read-columns.ts';

const units = (text: string): string[] => unitLines(readLines(text)).map(({ value: { full, short } }) => (short === '' ? full : `${full}=${short}`));

test('从表格复制的两列：全称和简称', () => {
  expect(units('国家康养委员会\t国家康养委\r\n社会事务部\t\r\n')).toEqual(['国家康养委员会=国家康养委', '社会事务部']);
});

test('有表头按表头，简称在前也认得；序号列不要', () => {
  expect(units('序号\t简称\t单位全称\n1\t康养委\t国家康养委员会\n2\t\t社会事务部')).toEqual(['国家康养委员会=康养委', '社会事务部']);
});

test('一列、一行、括号里的简称', () => {
  expect(units('社会事务部\n国家康养委员会（国家康养委）\n\n')).toEqual(['社会事务部', '国家康养委员会=国家康养委']);
  expect(units('社会事务部、国家康养委、民生统计局。')).toEqual(['社会事务部', '国家康养委', '民生统计局']);
  expect(units('各县（市、区）人民政府，省直各部门')).toEqual(['各县（市、区）人民政府，省直各部门']);
});

test('编了号的名录不把号当单位，合计一行不要；两块牌子的机关不是简称', () => {
  expect(units('一、市委各部门\n1.市委办公室\n（二）市政府各部门\n12、市财政局')).toEqual(['市委各部门', '市委办公室', '市政府各部门', '市财政局']);
  expect(units('单位名称\t简称\n市教育局\t\n合计\t1个')).toEqual(['市教育局']);
  expect(units('市财政局（市国资委）\n国家发展和改革委员会（国家发展改革委）\n市照护局（简称：照办）')).toEqual(['市财政局（市国资委）', '国家发展和改革委员会=国家发展改革委', '市照护局=照办']);
});

test('CSV：带引号的单元格里可以有逗号和换行', () => {
  expect(readLines('标题,口径,出处\n"甲","第一段，\n第二段 ""引文""",某文\n').map(({ cells }) => cells)).toEqual([['标题', '口径', '出处'], ['甲', '第一段，\n第二段 "引文"', '某文']]);
});

test('句子里的逗号不是分列', () => {
  expect(readLines('按GB/T 9704,执行。\n不再另行通知。').map(({ cells }) => cells)).toEqual([['按GB/T 9704,执行。'], ['不再另行通知。']]);
});

test('口径：没有表头时最长的一列是内容，前面是标题，后面是出处、分组', () => {
  const text = '居家照护\t截至去年底，已建成家庭照护床位二十万张。\t照保函〔2025〕8号\t照护';
  expect(phrasesFrom(text)).toEqual([{ title: '居家照护', text: '截至去年底，已建成家庭照护床位二十万张。', keywords: '', group: '照护', source: '照保函〔2025〕8号' }]);
});

test('口径：有表头时按表头', () => {
  expect(phrasesFrom('出处\t内容\t关键词\n年度总结\t扎实推进。\t推进')).toEqual([{ title: '', text: '扎实推进。', keywords: '推进', group: '', source: '年度总结' }]);
  expect(phrasesFrom('扎实推进。')).toMatchObject([{ text: '扎实推进。' }]);
  expect(phrasesFrom('')).toEqual([]);
});
