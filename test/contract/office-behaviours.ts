import { expect } from 'vitest';
import type { OfficeEntry, Phrase } from '#core/contract/model.ts';
import type { Behaviour } from './world.ts';

const unit = (full: string, short = ''): OfficeEntry => ({ kind: 'unit', full, short });
const phrase = (text: string, more: Partial<Phrase> = {}): Phrase => ({ title: '', text, keywords: '', group: '', source: '', ...more });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const officeBehaviours: readonly Behaviour[] = [
  {
    name: '机关设置：加、改、设为默认，已有的不重复加',
    async run({ call, refused }) {
      expect(await call('office.list')).toEqual([]);
      const first = await call('office.add', { entries: [{ kind: 'name', full: ' 国家照护保障局 ', short: '' }, { kind: 'name', full: '国家照护保障局办公室', short: '照保局办公室' }, unit('社会事务部'), unit('社会事务部', '社事部')] });
      expect([first.added.length, first.known]).toEqual([3, 1]);
      expect((await call('office.add', { entries: [unit('社会事务部')] })).known).toBe(1);
      const [, second] = first.added;
      await call('office.lead', { id: second!.id });
      expect((await call('office.list')).map((entry) => (entry.kind === 'name' ? entry.full : entry.kind))).toEqual(['国家照护保障局办公室', '国家照护保障局', 'unit']);
      const changed = { kind: 'name', full: '国家照护保障局综合司', short: '' } as const;
      expect(await call('office.change', { id: second!.id, entry: changed })).toEqual({ ...changed, id: second!.id });
      expect((await call('office.list'))[0]).toEqual({ ...changed, id: second!.id });
      expect(await refused('office.change', { id: second!.id, entry: unit('甲') })).toMatchObject({ code: 'entry-gone' });
      expect(await refused('office.lead', { id: 'nobody' })).toMatchObject({ code: 'entry-gone' });
    },
  },
  {
    name: '机关设置：两个字的姓名中间为对齐空的格不是姓名',
    async run({ call }) {
      const person = (name: string): OfficeEntry => ({ kind: 'person', name, post: '', unit: '', phone: '', duty: '' });
      const { added } = await call('office.add', { entries: [person('许　棠'), person('林 见川')] });
      expect(added.map((entry) => (entry.kind === 'person' ? entry.name : ''))).toEqual(['许棠', '林 见川']);
    },
  },
  {
    name: '机关设置：删去的可以取回，次序不变；删去后改不了',
    async run({ call, refused }) {
      const { added } = await call('office.add', { entries: [unit('甲部'), unit('乙部'), unit('丙部')] });
      const before = await call('office.list');
      await call('office.remove', { ids: [added[0]!.id, added[1]!.id] });
      expect((await call('office.list')).length).toBe(1);
      expect(await refused('office.change', { id: added[0]!.id, entry: unit('丁部') })).toMatchObject({ code: 'entry-gone' });
      await call('office.restore', { ids: [added[0]!.id, added[1]!.id] });
      expect(await call('office.list')).toEqual(before);
    },
  },
  {
    name: '机关设置：空名、不认识的种类、不该有的项都不收，一条不对就都不加',
    async run({ call, refused }) {
      expect(await refused('office.add', { entries: [unit('甲部'), unit('  ')] })).toEqual({ code: 'invalid-input', details: { path: 'input.entries[1].full' } });
      expect(await refused('office.add', { entries: [{ kind: 'seal', full: '甲' }] })).toEqual({ code: 'invalid-input', details: { path: 'input.entries[0].kind' } });
      expect(await refused('office.add', { entries: [{ ...unit('甲'), colour: '红' }] })).toEqual({ code: 'invalid-input', details: { path: 'input.entries[0].colour' } });
      expect(await refused('phrase.add', { phrases: [phrase(' ')] })).toEqual({ code: 'invalid-input', details: { path: 'input.phrases[0].text' } });
      expect([await call('office.list'), await call('phrase.list')]).toEqual([[], []]);
    },
  },
  {
    name: '口径：加、改、用过的排在前面，删去的可以取回',
    async run({ call, refused }) {
      const { added, known } = await call('phrase.add', { phrases: [phrase('扩大服务供给。', { title: '供给', source: '照保函〔2025〕8号' }), phrase('加强\r\n队伍建设。'), phrase('扩大服务供给。')] });
      expect([added.length, known]).toEqual([2, 1]);
      expect((await call('phrase.list')).map(({ text }) => text)).toEqual(['加强\n队伍建设。', '扩大服务供给。']);
      expect(await call('phrase.used', { id: added[0]!.id })).toBeNull();
      expect((await call('phrase.list'))[0]).toMatchObject({ text: '扩大服务供给。', usedAt: '2026-08-01T00:00:00.000Z', source: '照保函〔2025〕8号' });
      expect(await call('phrase.change', { id: added[1]!.id, phrase: phrase('加强队伍建设。', { group: '队伍' }) })).toMatchObject({ text: '加强队伍建设。', group: '队伍', usedAt: null });
      await call('phrase.remove', { ids: [added[1]!.id] });
      expect(await refused('phrase.change', { id: added[1]!.id, phrase: phrase('甲') })).toMatchObject({ code: 'entry-gone' });
      await call('phrase.restore', { ids: [added[1]!.id] });
      expect((await call('phrase.list')).length).toBe(2);
    },
  },
  {
    name: '机关设置导出再导入，一条不差；再导一次什么也不多',
    async run({ call }) {
      const entries: OfficeEntry[] = [
        { kind: 'code', code: '照保函', uses: ['建议答复'] }, { kind: 'list', name: '会办', use: 'consulted', units: ['甲部', '乙部'] }, { kind: 'name', full: '国家照护保障局', short: '照保局' },
        { kind: 'person', name: '周予安', post: '', unit: '照护服务司', phone: '010-00001234', duty: 'contact' }, unit('甲部'),
      ];
      const made = await call('office.add', { entries });
      const phrases = await call('phrase.add', { phrases: [phrase('甲。'), phrase('乙。')] });
      const { name, bytes: file } = await call('office.export', {});
      expect(name).toBe('机关设置和口径.json');
      expect(await call('office.import', { name, bytes: file })).toEqual({ entries: [], phrases: [], known: 7, unread: [] });
      await call('office.remove', { ids: made.added.map(({ id }) => id) });
      await call('phrase.remove', { ids: phrases.added.map(({ id }) => id) });
      const back = await call('office.import', { name, bytes: file });
      expect([back.entries.length, back.phrases.length, back.known]).toEqual([5, 2, 0]);
      expect((await call('office.list')).map(({ id: _id, ...entry }) => entry)).toEqual(entries);
      expect((await call('phrase.list')).map(({ text }) => text)).toEqual(['乙。', '甲。']);
    },
  },
  {
    name: '一列单位、一列口径的文字文件也能导入，GBK 的也行',
    async run({ call }) {
      expect(await call('office.import', { name: '单位.csv', bytes: bytes('单位全称,简称\n国家康养委员会,国家康养委\n社会事务部,\n'), as: 'unit' })).toMatchObject({ known: 0, phrases: [] });
      expect((await call('office.list')).map((entry) => entry.kind === 'unit' && [entry.full, entry.short])).toEqual([['国家康养委员会', '国家康养委'], ['社会事务部', '']]);
      // 甲部 in GBK.
      expect((await call('office.import', { name: '单位.txt', bytes: new Uint8Array([0xbc, 0xd7, 0xb2, 0xbf]), as: 'unit' })).entries.length).toBe(1);
      expect((await call('office.import', { name: '口径.txt', bytes: bytes('扩大服务供给。'), as: 'phrase' })).phrases.length).toBe(1);
    },
  },
  {
    name: '人员、名单、代字存成表格再读回，一条不差；GBK 的也读；错在哪一行说得出，什么也不存',
    async run({ call, refused }) {
      const entries: OfficeEntry[] = [
        { kind: 'code', code: '照保函', uses: ['函', '建议答复'] }, { kind: 'list', name: '常用', use: 'copyTo', units: ['各省、自治区照护保障局', '乙部'] },
        { kind: 'person', name: '周予安', post: '处长', unit: '照护服务司', phone: '010-00001234', duty: 'contact' },
      ];
      const { added } = await call('office.add', { entries });
      const tables = await Promise.all((['code', 'list', 'person'] as const).map(async (as) => ({ as, ...await call('office.export', { as }) })));
      expect(tables.map(({ name }) => name)).toEqual(['机关代字.csv', '名单.csv', '人员.csv']);
      expect(tables.map((table) => [...table.bytes.subarray(0, 3)])).toEqual(tables.map(() => [0xef, 0xbb, 0xbf]));
      await call('office.remove', { ids: added.map(({ id }) => id) });
      for (const { as, name, bytes: file } of tables) expect(await call('office.import', { name, bytes: file, as })).toMatchObject({ known: 0, unread: [] });
      expect((await call('office.list')).map(({ id: _id, ...entry }) => entry)).toEqual(entries);
      // 姓名,备注 / 甲乙,丙 in GBK.
      const gbk = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0xbc, 0xd7, 0xd2, 0xd2, 0x2c, 0xb1, 0xfb, 0x0d, 0x0a]);
      expect(await call('office.import', { name: '人员.csv', bytes: gbk, as: 'person' })).toMatchObject({ known: 0, unread: ['备注'] });
      expect(await refused('office.import', { name: '人员.csv', bytes: bytes('姓名,单位,用作\n林知远,某司,领导\n何清,,\n,某处,联系人\n'), as: 'person' }))
        .toEqual({ code: 'broken-table', details: { name: '人员.csv', cells: '2\t用作\t领导\n4\t姓名\t' } });
      expect((await call('office.list')).length).toBe(entries.length + 1);
    },
  },
  {
    name: '坏的机关设置文件：说得出哪里不对，什么也不存',
    async run({ call, refused }) {
      const file = (more: object): Uint8Array => bytes(JSON.stringify({ format: 'niwen-office', version: 1, entries: [unit('甲部')], phrases: [], ...more }));
      const failure = (input: Uint8Array) => refused('office.import', { name: '甲.json', bytes: input });
      expect(await failure(new Uint8Array())).toMatchObject({ code: 'empty-file' });
      expect(await failure(new Uint8Array([0, 1, 2, 3, 0]))).toMatchObject({ code: 'binary-file' });
      expect(await failure(bytes('{"format":"niwen-office",'))).toMatchObject({ code: 'not-an-office' });
      expect(await failure(bytes('{"format":"niwen-document","version":1}'))).toMatchObject({ code: 'not-an-office' });
      expect(await failure(bytes('甲部\n乙部'))).toMatchObject({ code: 'not-an-office' });
      expect(await failure(file({ version: 2 }))).toMatchObject({ code: 'newer-office' });
      expect(await failure(file({ entries: [unit('甲部'), { kind: 'unit', full: 7, short: '' }] }))).toEqual({ code: 'broken-office', details: { name: '甲.json', where: 'entries[1].full' } });
      expect(await failure(file({ phrases: {} }))).toMatchObject({ code: 'broken-office' });
      expect([await call('office.list'), await call('phrase.list')]).toEqual([[], []]);
    },
  },
  {
    name: '机关设置一变，窗口都知道',
    async run({ call, heard }) {
      expect(await heard('office.changed', () => call('office.add', { entries: [unit('甲部')] }))).toEqual({});
      await heard('office.changed', () => call('phrase.add', { phrases: [phrase('甲。')] }));
    },
  },
];
