import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { programPlaces } from './places.ts';
import { readTemplateShelf } from './template-shelf.ts';

it('坏的模板跳过并记入日志，好的照用', () => {
  const folder = temporaryFolder();
  const put = (name: string, text: string): void => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'template.json'), text);
  };
  const good = { id: 'good', version: 1, name: '函', group: '函', wenzhong: '函', kind: 'letter', format: 'letter', description: '', fields: [], elements: [{ slot: 'a', role: 'title', text: '函' }] };
  put('good', JSON.stringify(good));
  put('broken', JSON.stringify({ ...good, id: 'broken', elements: [] }));
  put('cut', '{ "id": "cut", ');
  put('newer', JSON.stringify({ ...good, id: 'newer', version: 99 }));
  put('renamed', JSON.stringify({ ...good, id: 'other' }));
  mkdirSync(join(folder, 'empty'));
  const ports = quietPorts();
  const shelf = readTemplateShelf(folder, ports.log);
  expect(shelf.list().map(({ id }) => id)).toEqual(['good']);
  expect(ports.logged.map(({ details }) => (details as { problem: string }).problem)).toEqual(['broken-template', 'not-a-template', 'newer-template', 'broken-template']);
  expect(() => shelf.get('broken')).toThrow(expect.objectContaining({ code: 'unknown-template' }));
  expect(() => shelf.sample('good')).toThrow(expect.objectContaining({ code: 'unknown-template' }));
});

it('没有模板文件夹也能启动', () => {
  expect(readTemplateShelf(join(temporaryFolder(), 'none'), quietPorts().log).list()).toEqual([]);
});

it('随程序的模板一个不少，一句抱怨也没有', () => {
  const ports = quietPorts();
  expect(readTemplateShelf(programPlaces.templates, ports.log).list().length).toBeGreaterThanOrEqual(4);
  expect(ports.logged).toEqual([]);
});
