import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fontCollection, fontFile } from '../../test/support/font-file.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { createFontLibrary } from './font-library.ts';
import type { FontLibrary } from './font-library.ts';
import { openFaces } from './open-faces.ts';

interface Machine {
  readonly fonts: string;
  readonly data: string;
  readonly changes: () => number;
  /** The program started once more on the same machine. */
  start(): FontLibrary;
}

async function machine(files: Readonly<Record<string, Buffer>>): Promise<Machine> {
  const [fonts, data] = [join(temporaryFolder(), 'Fonts'), join(temporaryFolder(), 'own-fonts')];
  mkdirSync(fonts);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(fonts, name), bytes);
  let changes = 0;
  return { fonts, data, changes: () => changes, start: () => createFontLibrary({ systemFolders: [fonts, join(fonts, '没有这个文件夹')], folder: data, changed: () => changes++, warn: () => undefined }) };
}

const fang = fontFile({ family: '仿宋_GB2312', characters: '通知“”一' });
const biao = fontFile({ family: '方正小标宋简体', characters: '通知2027' });
const nameOf = async (library: FontLibrary, face: string): Promise<string | undefined> => {
  const { faces, roles } = await library.list();
  const used = roles.find((each) => each.face === face)?.used;
  return faces.find(({ id }) => id === used)?.name;
};

test('本机的仿宋_GB2312、方正小标宋按字体里的名字认出来就用，不看文件名叫什么方正', async () => {
  const { start } = await machine({ '仿宋.ttf': await fang, 'FZXBSJW.TTF': await biao });
  const library = start();
  expect([await nameOf(library, 'fang'), await nameOf(library, 'biao'), await nameOf(library, 'kai')]).toEqual(['仿宋_GB2312', '方正小标宋简体', undefined]);
  const { roles, files } = await library.inUse();
  expect(files[roles.fang!]).toMatchObject({ unitsPerEm: 1000 });
});

test('合集（.ttc）里的每一款都认得，用到的是其中那一款', async () => {
  const { start } = await machine({ 'simsun.ttc': fontCollection([await fontFile({ family: 'NSimSun', characters: '甲' }), await fontFile({ family: '宋体', characters: '乙' })]) });
  const library = start();
  expect((await library.list()).faces.map(({ name, isInner }) => [name, isInner])).toEqual([['NSimSun', false], ['宋体', true]]);
  const { roles } = await library.inUse();
  expect((await library.face(roles.song!)).characterSet).toContain('乙'.codePointAt(0));
  expect((await library.face(roles.song!)).characterSet).not.toContain('甲'.codePointAt(0));
});

test('文件名看不出来的字体，在本机查找一遍才找到；找到的下次启动还在', async () => {
  const { start } = await machine({ 'a1.ttf': await fang });
  const library = start();
  expect((await library.list()).faces).toEqual([]);
  await library.search();
  expect(await nameOf(library, 'fang')).toBe('仿宋_GB2312');
  expect(await nameOf(start(), 'fang')).toBe('仿宋_GB2312');
});

test('选定、关掉一款，下次启动照旧；换了字体，窗口得到通知', async () => {
  const { start, changes } = await machine({ '仿宋.ttf': await fang, '楷体.ttf': await fontFile({ family: '某某楷书', characters: '通' }) });
  const library = start();
  const other = (await library.list()).faces.find(({ name }) => name === '某某楷书')!;
  await library.choose('fang', other.postscriptName);
  expect(await nameOf(start(), 'fang')).toBe('某某楷书');
  await library.choose('fang', 'bundled');
  expect(await nameOf(start(), 'fang')).toBeUndefined();
  await library.choose('fang', 'bundled');
  expect(changes()).toBe(2);
});

test('注明不许嵌入、不许取一部分字的字体不用，说得出为什么；允许预览打印、可编辑的照用', async () => {
  const { start } = await machine({
    '仿宋.ttf': await fontFile({ family: '仿宋_GB2312', characters: '', permissions: 2 }), '楷体.ttf': await fontFile({ family: '楷体_GB2312', characters: '', permissions: 0x100 }),
    '黑体.ttf': await fontFile({ family: '黑体', characters: '', permissions: 4 }), '宋体.ttf': await fontFile({ family: '宋体', characters: '', permissions: 2 | 8 }),
  });
  const library = start();
  const problems = Object.fromEntries((await library.list()).faces.map(({ name, problem }) => [name, problem]));
  expect(problems).toEqual({ 仿宋_GB2312: 'no-embedding', 楷体_GB2312: 'no-subset', 黑体: null, 宋体: null });
  expect(Object.keys((await library.inUse()).roles).sort()).toEqual(['hei', 'song']);
});

test('损坏的字体指出是哪个文件，别的照用', async () => {
  const whole = await fang;
  const { start } = await machine({ '仿宋断.ttf': whole.subarray(0, whole.length >> 1), '仿宋空.ttf': Buffer.alloc(0), '仿宋乱.ttf': Buffer.from('不是字体'), '小标宋.ttf': await biao });
  const library = start();
  const { damaged } = await library.list();
  expect([...damaged].sort()).toEqual(['仿宋乱.ttf', '仿宋断.ttf', '仿宋空.ttf'].sort());
  expect(await nameOf(library, 'biao')).toBe('方正小标宋简体');
});

test('里面坏了、看不出来的字体，用的时候发现，换回自带的', async () => {
  const inside = Buffer.from(await fang);
  const { offset, length } = (openFaces(inside)[0]!).directory.tables['loca']!;
  inside.fill(0xff, offset, offset + length);
  const { start } = await machine({ '仿宋.ttf': inside });
  const library = start();
  expect((await library.inUse()).roles).toEqual({});
  expect((await library.list()).faces).toMatchObject([{ name: '仿宋_GB2312', problem: 'damaged' }]);
});

test('添加的字体文件抄进数据文件夹；坏的、没有汉字的、不许嵌入的不收，什么也不留下', async () => {
  const { start, data } = await machine({});
  const library = start();
  await expect(library.add('坏.ttf', new Uint8Array(40))).rejects.toMatchObject({ code: 'not-a-font' });
  await expect(library.add('Times.ttf', readFileSync(join(import.meta.dirname, '../../resources/fonts/niwen-latin.ttf')))).rejects.toMatchObject({ code: 'not-a-chinese-font' });
  await expect(library.add('禁.ttf', await fontFile({ family: '仿宋_GB2312', characters: '', permissions: 2 }))).rejects.toMatchObject({ code: 'font-not-embeddable' });
  expect((await library.list()).faces).toEqual([]);
  await library.add('../我的 仿宋.ttf', await fang);
  await library.add('我的仿宋.ttf', await fang);
  expect(readdirSync(data).filter((name) => name.endsWith('.ttf'))).toEqual([expect.stringMatching(/^我的仿宋-[0-9a-f]{8}\.ttf$/)]);
  expect(await nameOf(start(), 'fang')).toBe('仿宋_GB2312');
});

test('添加的字体删得掉，选定它的也一并取消；这次启动里撤得回，再启动就真的没了；系统的字体不归它删', async () => {
  const { start, data, changes } = await machine({ '小标宋.ttf': await biao });
  const library = start();
  await library.add('我的楷书.ttf', await fontFile({ family: '某某楷书', characters: '通' }));
  const { file } = (await library.list()).added[0]!;
  await library.choose('fang', (await library.list()).faces.find(({ isAdded }) => isAdded)!.postscriptName);
  expect(await nameOf(library, 'fang')).toBe('某某楷书');
  const before = changes();

  await library.remove(file);
  expect(await library.list()).toMatchObject({ added: [], faces: [{ name: '方正小标宋简体' }] });
  expect((await library.list()).roles.find(({ face }) => face === 'fang')).toMatchObject({ wish: '', used: null });
  expect(Object.values((await library.inUse()).files)).toHaveLength(1);
  expect(changes()).toBe(before + 1);

  await library.restore(file);
  expect(await nameOf(library, 'fang')).toBe('某某楷书');
  await expect(library.restore(file)).rejects.toMatchObject({ code: 'not-found' });
  for (const other of ['小标宋.ttf', '../Fonts/小标宋.ttf', 'library.json']) await expect(library.remove(other)).rejects.toMatchObject({ code: 'not-found' });

  await library.remove(file);
  const again = start();
  expect((await again.list()).added).toEqual([]);
  expect(readdirSync(data).filter((name) => name.startsWith('我的楷书'))).toEqual([]);
  await expect(again.restore(file)).rejects.toMatchObject({ code: 'not-found' });
});

test('只有正在用的字体读得出来：编号以外的、没用上的都不给', async () => {
  const { start } = await machine({ '仿宋.ttf': await fang, '楷体.ttf': await fontFile({ family: '某某楷书', characters: '通' }) });
  const library = start();
  const { faces } = await library.list();
  const [used, idle] = [faces.find(({ name }) => name === '仿宋_GB2312')!, faces.find(({ name }) => name === '某某楷书')!];
  expect(Buffer.compare(Buffer.from(await library.read(used.id)), await fang)).toBe(0);
  for (const id of [idle.id, 'own-0000000000000000', '../仿宋.ttf', '__proto__']) await expect(library.read(id)).rejects.toMatchObject({ code: 'not-found' });
});

test('窗口装不上的字体这次不再用，版面和文件一起换回自带的', async () => {
  const { start, changes } = await machine({ '仿宋.ttf': await fang });
  const library = start();
  const { roles } = await library.inUse();
  await library.refuse(roles.fang!);
  expect((await library.inUse()).roles).toEqual({});
  expect((await library.list()).faces).toMatchObject([{ problem: 'damaged' }]);
  expect(changes()).toBe(1);
});
