import { expect } from 'vitest';
import type { DocumentSnapshot } from '#core/contract/model.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { LARGE_FILE } from '#main/app/import.ts';
import type { Ports } from '#main/app/ports.ts';
import { doc, p, para, title } from '../support/build.ts';
import { documentBehaviours } from './document-behaviours.ts';
import { fontBehaviours } from './font-behaviours.ts';
import { imageBehaviours } from './image-behaviours.ts';
import { officeBehaviours } from './office-behaviours.ts';
import { templateBehaviours } from './template-behaviours.ts';
import type { Behaviour, World } from './world.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const working = (world: World): Promise<unknown> => world.call('person.set', { name: '张三', post: '科员' });
const example = async (world: World): Promise<DocumentSnapshot> => {
  await working(world);
  return world.call('document.fromExample', { template: 'npc-reply' });
};

let toldFlushed = 0;
const saved: { name: string; bytes: number[] }[] = [];
const revealed: string[] = [];
const printed: { printer: string; isDouble: boolean; head: string }[] = [];
const shell: Ports['shell'] = {
  open: async () => ({ name: '来文.txt', bytes: new Uint8Array([0, 1, 255]) }),
  save: async ({ name, bytes }) => {
    saved.push({ name, bytes: [...bytes] });
    return name === '取消.docx' ? null : { path: `/home/${name}` };
  },
  reveal: async (path) => void revealed.push(path),
  flushed: () => void toldFlushed++,
};

const general: readonly Behaviour[] = [
  {
    name: '没有的方法是失败，不是崩溃',
    async run({ refused }) {
      for (const method of ['document.destroy', 'toString', '__proto__', 'constructor', '', 7, null, undefined]) {
        expect(await refused(method)).toMatchObject({ code: 'unknown-method' });
      }
    },
  },
  {
    name: '输入不对，说出错在哪里',
    async run({ refused }) {
      expect(await refused('document.open', {})).toEqual({ code: 'invalid-input', details: { path: 'input.id' } });
      expect(await refused('document.open')).toEqual({ code: 'invalid-input', details: { path: 'input' } });
      expect(await refused('settings.set', { zoom: '大' })).toEqual({ code: 'invalid-input', details: { path: 'input.zoom' } });
      expect(await refused('settings.set', { colour: 'red' })).toEqual({ code: 'invalid-input', details: { path: 'input.colour' } });
      expect(await refused('import.read', { name: '来文.txt', bytes: 'text' })).toEqual({ code: 'invalid-input', details: { path: 'input.bytes' } });
      expect(await refused('app.info', 1)).toEqual({ code: 'invalid-input', details: { path: 'input' } });
    },
  },
  {
    name: '没有打印机可用的宿主：列不出打印机，也不替人打印，照样写得出送打印机的文件',
    async run(world) {
      const { summary } = await example(world);
      expect(await world.call('print.printers')).toEqual([]);
      expect(await world.refused('print.send', { id: summary.id, wish: {}, printer: '一楼' })).toMatchObject({ code: 'not-permitted' });
      const { name, bytes } = await world.call('print.write', { id: summary.id, wish: { copies: 2, sides: 'two' } });
      expect(name).toMatch(/-打印\.pdf$/);
      expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
      expect(await world.refused('print.write', { id: summary.id, wish: { range: '一' } })).toMatchObject({ code: 'bad-print-range', details: { problem: 'unreadable', piece: '一' } });
      expect(await world.refused('print.write', { id: summary.id, wish: { copies: 0 } })).toMatchObject({ code: 'invalid-input', details: { path: 'input.wish.copies' } });
    },
  },
  {
    name: '有打印机的宿主：把同一份文件送到说定的打印机',
    ports: () => ({ printing: { list: async () => [{ name: 'hp', label: '一楼文印室' }], send: async ({ printer, bytes, isDouble }) => void printed.push({ printer, isDouble, head: String.fromCharCode(...bytes.subarray(0, 5)) }) } }),
    async run(world) {
      const { summary } = await example(world);
      expect((await world.call('app.info')).systemPrinters).toBe(true);
      expect(await world.call('print.printers')).toEqual([{ name: 'hp', label: '一楼文印室' }]);
      expect(await world.call('print.send', { id: summary.id, wish: { sides: 'two' }, printer: 'hp' })).toBeNull();
      expect(printed.splice(0)).toEqual([{ printer: 'hp', isDouble: true, head: '%PDF-' }]);
    },
  },
  {
    name: '程序出错只给编号，细节只进日志',
    ports: () => ({ shell: { ...shell, open: () => Promise.reject(new Error('secret /home/clerk')) } as NonNullable<Ports['shell']> }),
    async run({ refused, logged }) {
      const failure = await refused('shell.open');
      expect(failure).toEqual({ code: 'internal', details: { incident: expect.any(String) } });
      expect(JSON.stringify(failure)).not.toContain('secret');
      expect(logged).toContainEqual({ level: 'error', message: 'internal failure', details: { incident: failure!.details['incident'], method: 'shell.open', stack: expect.stringContaining('secret') } });
    },
  },
  {
    name: '没有自带对话框的宿主如实说，要它做就说不行',
    async run({ call, refused }) {
      expect(await call('app.info')).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/), nativeDialogs: false, dataFolder: expect.any(String) });
      expect(await refused('shell.open')).toMatchObject({ code: 'not-permitted' });
      expect(await refused('shell.save', { name: 'a', bytes: new Uint8Array() })).toMatchObject({ code: 'not-permitted' });
      expect(await refused('shell.reveal', { path: '/home' })).toMatchObject({ code: 'not-permitted' });
      expect(await call('app.flushed')).toBeNull();
    },
  },
  {
    name: '对话框打开、保存、定位文件，内容一字节不差，取消就是空',
    ports: () => ({ shell }),
    async run({ call }) {
      expect((await call('app.info')).nativeDialogs).toBe(true);
      const opened = await call('shell.open');
      expect([opened!.name, [...opened!.bytes]]).toEqual(['来文.txt', [0, 1, 255]]);
      expect(await call('shell.save', { name: '答复.docx', bytes: new Uint8Array([80, 75, 0, 255]) })).toEqual({ path: '/home/答复.docx' });
      expect(saved.at(-1)).toEqual({ name: '答复.docx', bytes: [80, 75, 0, 255] });
      expect(await call('shell.save', { name: '取消.docx', bytes: new Uint8Array() })).toBeNull();
      expect(await call('shell.reveal', { path: '/home/答复.docx' })).toBeNull();
      expect(revealed.at(-1)).toBe('/home/答复.docx');
      const before = toldFlushed;
      expect(await call('app.flushed')).toBeNull();
      expect(toldFlushed).toBe(before + 1);
    },
  },
  {
    name: '设置有默认值，改一项不动别的',
    async run({ call }) {
      expect(await call('settings.get')).toEqual({ theme: 'light', zoom: 100, showOutline: true, showPanel: true, showPages: false, recentSymbols: [], print: { printer: '', printers: {} } });
      expect(await call('settings.set', { theme: 'dark', zoom: 110 })).toMatchObject({ theme: 'dark', zoom: 110, showPanel: true });
      expect(await call('settings.set', {})).toMatchObject({ theme: 'dark', zoom: 110 });
      await working({ call } as World);
      expect(Object.keys(await call('settings.get')).sort()).toEqual(['print', 'recentSymbols', 'showOutline', 'showPages', 'showPanel', 'theme', 'zoom']);
    },
  },
  {
    name: '登记姓名职务后就是当前的人，同名同职是同一个人',
    async run({ call, refused }) {
      expect(await call('person.current')).toBeNull();
      expect(await call('person.list')).toEqual([]);
      const first = await call('person.set', { name: ' 张三 ', post: '科员' });
      expect(first).toMatchObject({ name: '张三', post: '科员' });
      const second = await call('person.set', { name: '李四', post: '' });
      expect(await call('person.current')).toEqual(second);
      expect(await call('person.set', { name: '张三', post: '科员' })).toEqual(first);
      expect(await call('person.current')).toEqual(first);
      expect((await call('person.list')).map(({ name }) => name).sort()).toEqual(['张三', '李四'].sort());
      expect(await refused('person.set', { name: '  ', post: '科员' })).toEqual({ code: 'invalid-input', details: { path: 'input.name' } });
    },
  },
  {
    name: '模板齐全，每个都有范例',
    async run({ call, refused }) {
      const templates = await call('template.list');
      expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining(['cppcc-reply', 'notice', 'npc-reply', 'summary']));
      for (const { id } of templates) expect(await call('template.sample', { template: id })).toMatchObject({ format: 'niwen-document' });
      expect(await refused('template.sample', { template: '../notice' })).toEqual({ code: 'unknown-template', details: { id: '../notice' } });
    },
  },
  {
    name: '导入文字：认出编码，给出报告，什么也不存',
    async run({ call, refused }) {
      const read = await call('import.read', { name: '来文.txt', bytes: text('关于开展检查的通知\n\n各单位：\n　　请按时完成。\n') });
      expect(read).toMatchObject({ name: '来文.txt', encoding: 'utf-8', file: { format: 'niwen-document' }, report: { paragraphs: expect.any(Number) } });
      const gbk = new Uint8Array([0xb9, 0xd8, 0xd3, 0xda, 0xbf, 0xaa, 0xd5, 0xb9, 0xbc, 0xec, 0xb2, 0xe9, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa]);
      expect(JSON.stringify((await call('import.read', { name: '来文.txt', bytes: gbk })).file)).toContain('关于开展检查的通知');
      expect(await refused('import.read', { name: '空.txt', bytes: new Uint8Array() })).toEqual({ code: 'empty-file', details: { name: '空.txt' } });
      expect((await call('document.list', {})).total).toBe(0);
    },
  },
  {
    name: '很大的文字在线程里读，答复一样；不要了可以作罢',
    async run({ call, refused }) {
      const bytes = text(`关于开展检查的通知\n\n各单位：\n${Array.from({ length: 5_000 }, (_, n) => `　　请第${n + 1}组的同志按时完成各自的检查工作。\n`).join('')}`);
      expect(bytes.length).toBeGreaterThan(LARGE_FILE);
      const read = await call('import.read', { name: '来文.txt', bytes });
      expect(read).toMatchObject({ name: '来文.txt', encoding: 'utf-8', report: { title: '关于开展检查的通知', addressee: '各单位', paragraphs: 5_000 } });
      expect(JSON.stringify(read.file)).toContain('请第5000组的同志');
      expect(await refused('import.read', { name: '乱.docx', bytes })).toEqual({ code: 'not-a-docx', details: { name: '乱.docx' } });
      const given = refused('import.read', { name: '来文.txt', bytes, reading: 'first' });
      // Before it has arrived there is nothing to give up.
      let isOver = false;
      void given.finally(() => (isOver = true));
      while (!isOver) await call('import.stop', { reading: 'first' });
      expect(await given).toEqual({ code: 'cancelled', details: {} });
    },
  },
  {
    name: '一批文件逐个进文稿：报进度，读不成的说原因，取消后可以接着做，也可以作罢',
    async run(world) {
      await working(world);
      const { call, refused } = world;
      const job = await call('import.begin', { name: '往年来文', total: 3 });
      const first = await call('import.add', { job: job.id, name: '一.txt', bytes: text('关于开展检查的通知\n\n各单位：\n　　请按时完成。\n') });
      expect(first).toMatchObject({ name: '一.txt', title: '关于开展检查的通知', failure: null });
      expect(await call('import.add', { job: job.id, name: '空.txt', bytes: new Uint8Array() })).toMatchObject({ document: null, failure: { code: 'empty-file' } });
      await call('import.cancel', { job: job.id });
      expect(await refused('import.add', { job: job.id, name: '二.txt', bytes: text('二') })).toMatchObject({ code: 'cancelled' });
      expect(await call('import.jobs')).toMatchObject([{ id: job.id, name: '往年来文', total: 3, files: [{ name: '一.txt' }, { name: '空.txt' }] }]);
      await call('import.forget', { job: job.id });
      expect(await call('import.jobs')).toEqual([]);
      expect((await call('document.list', {})).total).toBe(1);
    },
  },
  {
    name: '导出文字、文稿文件和 Word 文件，以标题为文件名',
    async run(world) {
      const { summary } = await example(world);
      for (const format of ['txt', 'json', 'docx', 'pdf'] as const) {
        const { name, bytes } = await world.call('export.write', { id: summary.id, format });
        expect(name).toBe(`${summary.title}.${format}`);
        expect(bytes).toBeInstanceOf(Uint8Array);
        if (format === 'pdf') expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.4');
        if (format === 'docx') expect([...bytes.subarray(0, 4)]).toEqual([80, 75, 3, 4]);
        else expect(new TextDecoder().decode(bytes)).toContain(summary.title);
      }
      const file = await world.call('template.sample', { template: 'notice' });
      expect((await world.call('export.write', { file: file as never, format: 'txt' })).bytes.length).toBeGreaterThan(100);
      expect(await world.refused('export.write', { id: 'nobody', format: 'txt' })).toMatchObject({ code: 'not-found' });
      expect(await world.refused('export.write', { file: { format: 'other' }, format: 'txt' })).toMatchObject({ code: 'not-a-document' });
      expect(await world.refused('export.write', { id: summary.id, format: 'ofd' })).toEqual({ code: 'invalid-input', details: { path: 'input.format' } });
    },
  },
  {
    name: '检查文稿库里的和文稿文件里的，说出哪里不对、依据什么、怎么改',
    async run(world) {
      const { summary } = await example(world);
      expect((await world.call('check.run', { id: summary.id })).filter(({ severity }) => severity !== 'hint')).toEqual([]);
      const file = writeDocument(doc(title('关于检查的请示报告'), para('addressee', '各单位:'), p('请按时完成。')));
      const found = await world.call('check.run', { file: { ...file } });
      expect(found).toContainEqual({ code: 'title-mixed-wenzhong', severity: 'error', where: { pos: 0, end: 11, role: 'title', paragraph: 1 }, args: { text: '请示报告' }, clause: expect.stringContaining('第八条') });
      expect(found).toContainEqual(expect.objectContaining({ code: 'addressee-colon', fix: { kind: 'replaceText', from: 15, to: 16, text: '：', before: ':' } }));
      expect(await world.refused('check.run', { id: 'nobody' })).toMatchObject({ code: 'not-found' });
      expect(await world.refused('check.run', { file: { format: 'other' } })).toMatchObject({ code: 'not-a-document' });
      expect(await world.refused('check.run', { id: 7 })).toEqual({ code: 'invalid-input', details: { path: 'input.id' } });
      expect((await world.call('document.open', { id: summary.id })).revision).toBe(0);
    },
  },
  {
    name: '排版文稿库里的和文稿文件里的：几页、每行在哪里、哪个字印不出来',
    async run(world) {
      const { summary } = await example(world);
      const { pages, fit } = await world.call('layout.run', { id: summary.id });
      expect(pages.length).toBeGreaterThan(0);
      expect(pages[0]).toMatchObject({ number: 1, width: 210, height: 297 });
      expect(fit.lines).toBeGreaterThan(20);
      const file = writeDocument(doc(title('关于排版的通知'), p('印不出来的\u{2A6DF}。')));
      const laid = await world.call('layout.run', { file: { ...file }, profile: 'lo' });
      expect(laid.pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['关于排版的通知', '印不出来的\u{2A6DF}。', '— 1 —']]);
      expect(laid.diagnostics).toEqual([{ code: 'glyph-missing', from: 15, to: 17, page: 1, args: { character: '\u{2A6DF}', code: 'U+2A6DF' } }]);
      expect(await world.refused('layout.run', { id: 'nobody' })).toMatchObject({ code: 'not-found' });
      expect(await world.refused('layout.run', { file: { format: 'other' } })).toMatchObject({ code: 'not-a-document' });
      expect(await world.refused('layout.run', { id: summary.id, profile: 'word' })).toEqual({ code: 'invalid-input', details: { path: 'input.profile' } });
    },
  },
  {
    name: '程序说的事窗口听得到，内容不变',
    async run({ heard, emit }) {
      expect(await heard('app.closing', async () => emit('app.closing', {}))).toEqual({});
      const told = await heard('shell.command', async () => emit('shell.command', { command: 'open', file: { name: '来文.txt', bytes: new Uint8Array([7]) } }));
      expect([told.command, told.file!.name, [...told.file!.bytes]]).toEqual(['open', '来文.txt', [7]]);
    },
  },
];

export const behaviours: readonly Behaviour[] = [...general, ...documentBehaviours, ...officeBehaviours, ...fontBehaviours, ...imageBehaviours, ...templateBehaviours];
