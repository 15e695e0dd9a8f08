import { expect, test } from 'vitest';
import { doc, h, p, title } from '../../test/support/build.ts';
import { sampleOf, TEMPLATE_IDS } from '../../test/support/samples.ts';
import { schema } from './schema.ts';
import { textLosses } from './text-losses.ts';

const cell = (text: string, colspan = 1) => schema.nodes.tableCell.create({ colspan }, p(text));
const table = (...rows: ReturnType<typeof cell>[][]) => schema.nodes.table.create(null, rows.map((row) => schema.nodes.tableRow.create(null, row)));

test('标题、层次和正文，纯文字都带得走', () => {
  expect(textLosses(doc(title('关于做好工作的通知'), h(1, '工作要求'), p('正文。')))).toEqual([]);
});

test('合并的单元格、整句的编号标题，纯文字带不走；没有合并的表格不提', () => {
  expect(textLosses(doc(table([cell('甲'), cell('乙')])))).toEqual([]);
  expect(textLosses(doc(table([cell('甲', 2)], [cell('乙'), cell('丙')])))).toEqual(['merged-cells']);
  expect(textLosses(doc(h(2, '每年培训护理员不少于800人次。')))).toEqual(['sentence-headings']);
});

test('脚注写在文末，要说一声；删去的不算', () => {
  const noted = (...marks: string[]) => doc(schema.nodes.para.create(null, [schema.text('人口'), schema.nodes.footnote.create({ text: '年末数。' }, null, marks.map((name) => schema.mark(name, { rev: {} })))]));
  expect(textLosses(noted())).toEqual(['footnotes']);
  expect(textLosses(noted('del'))).toEqual(['changes']);
});

test('每个范例都说得出来', () => {
  for (const id of TEMPLATE_IDS) expect(Array.isArray(textLosses(sampleOf(id)))).toBe(true);
});
