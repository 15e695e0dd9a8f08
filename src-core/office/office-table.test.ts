import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/runs.ts';
import type { OfficeCode, OfficeList, OfficePerson, OfficeUnit, Phrase } from './office.ts';
import { readTable, writeTable } from './office-table.ts';
import type { OfficeTable } from './office-table.ts';

const read = (as: OfficeTable, text: string): unknown[] => readTable(as, text).entries.map(({ value }) => value);

test('人员表：表头认得，次序不拘；用作写汉字；没有地方放的栏目说得出', () => {
  const { entries, unread } = readTable('person', '姓名,联系电话,处室,用作,备注\n周予安,010-00001234,照护服务司,联系人,骨干\n\n林知远,,,签发人,\n');
  expect(entries).toEqual([
    { line: 2, value: { kind: 'person', name: '周予安', post: '', unit: '照护服务司', phone: '010-00001234', duty: 'contact' } },
    { line: 4, value: { kind: 'person', name: '林知远', post: '', unit: '', phone: '', duty: 'signatory' } },
  ]);
  expect(unread).toEqual(['备注']);
});

test('没有表头的人员按次序读；不认得的用作原样留着，等人来看', () => {
  expect(read('person', '1\t周予安\t处长\t照护服务司\t010-00001234\t领导')).toEqual([{ kind: 'person', name: '周予安', post: '处长', unit: '照护服务司', phone: '010-00001234', duty: '领导' }]);
});

test('名单：一格几个单位、一行一个单位、合并了的名单格、右边还有单位，都读得全', () => {
  const text = '名单\t用于\t单位\n各部门\t主送机关\t甲部、乙部（含丙司、丁司）\n常抄送\t抄送\t甲部\n\t\t乙部\n各部门\t主送\t戊部\t己部';
  expect(read('list', text)).toEqual([
    { kind: 'list', name: '各部门', use: 'addressee', units: ['甲部', '乙部（含丙司、丁司）', '戊部', '己部'] },
    { kind: 'list', name: '常抄送', use: 'copyTo', units: ['甲部', '乙部'] },
  ]);
  expect(read('list', '各部门\t甲部、乙部')).toEqual([{ kind: 'list', name: '各部门', use: '', units: ['甲部', '乙部'] }]);
});

test('带引号、换行的格子后面，行号仍是文件里的行号', () => {
  expect(readTable('phrase', '标题,内容\r\n"甲","一\r\n二"\r\n乙,三\r\n').phrases.map(({ line }) => line)).toEqual([2, 4]);
});

/** What one may write in a row of the settings. */
const words = fc.string({ unit: fc.constantFrom(...'甲乙部〔〕、（）(),，"“1A. '), maxLength: 8 }).map((text) => text.trim());
const named = words.map((text) => `丁${text}戊`);
const names = fc.uniqueArray(named, { maxLength: 4 });
const rows = {
  unit: fc.record<OfficeUnit>({ kind: fc.constant('unit'), full: named, short: words }),
  list: fc.record<OfficeList>({ kind: fc.constant('list'), name: named, use: fc.constantFrom('', 'addressee', 'copyTo', 'consulted'), units: names }),
  person: fc.record<OfficePerson>({ kind: fc.constant('person'), name: named, post: words, unit: words, phone: words, duty: fc.constantFrom('', 'signatory', 'contact') }),
  code: fc.record<OfficeCode>({ kind: fc.constant('code'), code: named, uses: names }),
  phrase: fc.record<Phrase>({ title: words, text: fc.array(named, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')), keywords: words, source: words, group: words }),
};

test('导出的表格再读回来，一字不差', () => {
  for (const as of Object.keys(rows) as OfficeTable[]) {
    fc.assert(fc.property(fc.uniqueArray(rows[as] as fc.Arbitrary<OfficeUnit | OfficeList | Phrase>, { minLength: 1, maxLength: 6, selector: (row) => ('name' in row ? row.name : row) }), (entries) => {
      const { entries: back, phrases, unread } = readTable(as, `\u{FEFF}${writeTable(as, entries)}`);
      expect([...back, ...phrases].map(({ value }) => value)).toEqual(entries);
      expect(unread).toEqual([]);
    }), runs(100));
  }
});
