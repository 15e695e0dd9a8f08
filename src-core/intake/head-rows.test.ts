import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { intakeText } from './intake.ts';

const tablesOf = (rows: string): Node[] => intakeText(`情况统计表\n\n${rows}`).doc.children.filter((block) => block.type.name === 'table');
const tableOf = (rows: string): Node => tablesOf(rows)[0]!;
const headOf = (table: Node): string[][] => table.children.filter((row) => row.attrs.header).map((row) => row.children.map((cell) => `${cell.textContent}${cell.attrs.colspan > 1 ? ` 跨${cell.attrs.colspan}列` : ''}${cell.attrs.rowspan > 1 ? ` 跨${cell.attrs.rowspan}行` : ''}`));

test('合并丢了的两行表头：第二行的名称归到跨列的表头之下，两行都是表头', () => {
  const rows = ['点号\t道路左侧边线\t道路右侧边线\t说明', '横\t纵\t横\t纵', 'P1\t25.584\t43.572\t\t\t起点', 'P2\t14.899\t61.500\t1.690\t52.471\t', 'P3\t80.374\t98.502\t70.453\t85.950\t终点'];
  const expected = [['点号 跨2行', '道路左侧边线 跨2列', '道路右侧边线 跨2列', '说明 跨2行'], ['横', '纵', '横', '纵']];
  expect(headOf(tableOf(rows.join('\n')))).toEqual(expected);
  expect(headOf(tableOf(rows.join('\n\n')))).toEqual(expected);
  // A remark that takes two columns: the head over it is the one with no names below.
  const wide = rows.map((row, index) => (index > 1 ? row.replace(/\t([^\t]*)$/, '\t\t$1') : row));
  expect(headOf(tableOf(wide.join('\n')))[0]).toEqual(['点号 跨2行', '道路左侧边线 跨2列', '道路右侧边线 跨2列', '说明 跨2列 跨2行']);
});

test('第二行名称数目与第一行不同、行间有空行，还是同一个表', () => {
  const tables = tablesOf(['序号\t单位\t上年\t本年\t备注', '件数\t金额\t件数\t金额', '1\t民政局\t12\t3.5\t15\t4.0\t', '2\t财政局\t8\t2.5\t9\t2.8\t含结转'].join('\n\n'));
  expect(tables).toHaveLength(1);
  expect(headOf(tables[0]!)).toEqual([['序号 跨2行', '单位 跨2行', '上年 跨2列', '本年 跨2列', '备注 跨2行'], ['件数', '金额', '件数', '金额']]);
  expect(tables[0]!.children.map((row) => row.childCount)).toEqual([5, 4, 7, 7]);
});

test('只有数字列在名称之下的读法才取；分不清归谁，就照原样放着', () => {
  const one = ['序号\t单位\t投资\t备注', '总额\t本年', '1\t民政局\t120\t30\t在建', '2\t财政局\t80\t25\t完工'];
  expect(headOf(tableOf(one.join('\n')))[0]).toEqual(['序号 跨2行', '单位 跨2行', '投资 跨2列', '备注 跨2行']);
  const open = ['序号\t收入\t支出\t备注', '预算\t决算', '1\t120\t30\t18\t', '2\t80\t25\t14\t补报'];
  expect(headOf(tableOf(open.join('\n')))).toEqual([['序号', '收入', '支出', '备注', ''], ['预算', '决算', '', '', '']]);
});

test('电子表格复制来的空格：表头后面空着的是跨列，下面空着的是跨行', () => {
  const rows = ['地区\t收入\t\t支出\t\t备注', '\t预算\t决算\t预算\t决算\t', '青禾县\t120\t118\t97\t95\t', '白水县\t80\t82\t66\t61\t补报'];
  expect(headOf(tableOf(rows.join('\n')))).toEqual([['地区 跨2行', '收入 跨2列', '支出 跨2列', '备注 跨2行'], ['预算', '决算', '预算', '决算']]);
  const form = ['姓名\t\t性别\t', '单位\t青禾县照护局\t职务\t科长', '电话\t\t邮箱\t'];
  expect(headOf(tableOf(form.join('\n')))).toEqual([]);
});

test('表头里有年份、月份，下面是数字，也是表头；没有表头的数字行不当表头', () => {
  expect(headOf(tableOf('指标\t2024年\t2025年\n床位数\t120\t150\n入住率\t81%\t84%'))).toEqual([['指标', '2024年', '2025年']]);
  expect(headOf(tableOf('\t2023\t2024\t2025\n床位数\t120\t150\t162\n护理员\t31\t36\t40'))).toEqual([['', '2023', '2024', '2025']]);
  expect(headOf(tableOf('青禾县\t2024年\t120\n白水县\t2025年\t150\n云岭县\t2025年\t90'))).toEqual([]);
});

test('空格对齐的表：跨列的表头行格数少，按位置归到各列之上', () => {
  const rows = ['地区        上年           本年         备注', '           件数   金额    件数   金额', '青禾县      12     3.5     15     4.0     完工', '白水县      8      2.5     9      2.8     在建', '云岭县      6      1.2     7      1.9     在建'];
  expect(headOf(tableOf(rows.join('\n')))).toEqual([['地区 跨2行', '上年 跨2列', '本年 跨2列', '备注 跨2行'], ['件数', '金额', '件数', '金额']]);
  // One of the heads stands over no column of its own: nobody knows whose it is.
  const askew = [rows[0]!.replace('备注', '    '), ...rows.slice(1)];
  expect(headOf(tableOf(askew.join('\n')))).toEqual([]);
});

test('通栏的一格是表的标题行，和表头一起在各页重复', () => {
  expect(headOf(tableOf('| 照护床位统计 | | |\n| 地区 | 床位 | 入住 |\n| --- | --- | --- |\n| 青禾县 | 120 | 97 |\n| 白水县 | 80 | 61 |'))).toEqual([['照护床位统计 跨3列'], ['地区', '床位', '入住']]);
});

test('翻页时重印的两行表头去掉，表连成一个', () => {
  const head = ['单位\t上年\t\t本年\t', '\t件数\t金额\t件数\t金额'];
  const table = tableOf([...head, '民政局\t12\t3.5\t15\t4.0', ...head, '财政局\t8\t2.5\t9\t2.8'].join('\n'));
  expect(table.children.map((row) => row.childCount)).toEqual([3, 4, 5, 5]);
});

test('附件说明里列过的名称读全了，下面一行是表的标题，不接进附件标题', () => {
  const { doc } = intakeText('关于公布边界坐标的通知\n\n各镇人民政府：\n\n现将边界坐标予以公布。\n\n附件：青禾河大桥边界坐标\n\n青禾县自然资源局\n2026年3月5日\n\n附件\n\n青禾河大桥边界坐标\n\n东引桥边界坐标\n\n点号\t横\t纵\n1\t25.5\t43.5\n2\t14.8\t61.5');
  expect(doc.children.slice(-3).map((block) => `${block.attrs.role ?? '表'} ${block.textContent.slice(0, 10)}`)).toEqual(['annex 青禾河大桥边界坐标', 'body 东引桥边界坐标', expect.stringMatching(/^表 /)]);
});
