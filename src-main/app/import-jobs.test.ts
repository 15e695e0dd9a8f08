import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import type { Input, MethodName, Output } from '#core/contract/methods.ts';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { createApp } from './create-app.ts';
import type { App } from './create-app.ts';
import { dispatch } from './dispatch.ts';

let data: string;
let app: App;
const open = (): App => createApp(quietPorts({ databaseFile: join(data, 'niwen.sqlite'), folders: { ...quietPorts().folders, data }, newId: () => crypto.randomUUID() }));
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'niwen-jobs-'));
  app = open();
  await call('person.set', { name: '张三', post: '科员' });
});
afterEach(() => {
  app.close();
  rmSync(data, { recursive: true, force: true });
});

async function call<M extends MethodName>(method: M, input?: Input<M>): Promise<Output<M>> {
  const reply = await dispatch(app, { method, input });
  if (!reply.ok) throw new AppError(reply.failure.code, reply.failure.details);
  return reply.output as Output<M>;
}
const text = (n: number): Uint8Array => strToU8(`关于做好第${n}项照护工作的通知\n\n各乡镇人民政府：\n\n现将有关事项通知如下。\n\n一、加强领导\n\n各乡镇要成立专班。\n\n青禾县照护局\n\n2024年5月${n + 1}日\n`);
const titles = async (): Promise<string[]> => (await call('document.list', {})).items.map(({ title }) => title).sort();

test('一批文件各成一份文稿，进度逐个报告，读不了的说明原因', async () => {
  const heard: { done: number; failed: number; total: number }[] = [];
  app.on('job.progress', (progress) => heard.push(progress));
  const job = await call('import.begin', { name: '往年来文', total: 9 });
  const results = await Promise.all([...Array.from({ length: 8 }, (_, n) => call('import.add', { job: job.id, name: `${n}.txt`, bytes: text(n) })), call('import.add', { job: job.id, name: '图.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) })]);
  expect(results.map(({ title, failure }) => failure?.code ?? title)).toEqual([...Array.from({ length: 8 }, (_, n) => `关于做好第${n}项照护工作的通知`), 'binary-file']);
  expect(await titles()).toHaveLength(8);
  const opened = await call('document.open', { id: results[3]!.document! });
  expect(opened.summary).toMatchObject({ title: '关于做好第3项照护工作的通知', addressee: '各乡镇人民政府：', sourceName: '3.txt', revision: 0 });
  expect(JSON.stringify(opened.file)).toContain('各乡镇要成立专班。');
  expect((await call('document.source', { id: results[3]!.document! }))?.bytes).toEqual(text(3));
  expect(heard).toHaveLength(9);
  expect(heard.at(-1)).toMatchObject({ done: 8, failed: 1, total: 9 });
});

test('取消以后不再读，已读的留着；重开程序接着做，读过的不重读', async () => {
  const job = await call('import.begin', { name: '往年来文', total: 4 });
  const first = await call('import.add', { job: job.id, name: '0.txt', bytes: text(0) });
  await call('import.cancel', { job: job.id });
  await expect(call('import.add', { job: job.id, name: '1.txt', bytes: text(1) })).rejects.toMatchObject({ code: 'cancelled' });

  app.close();
  app = open();
  const [again] = await call('import.jobs');
  expect(again).toMatchObject({ id: job.id, name: '往年来文', total: 4, files: [{ name: '0.txt', document: first.document }] });
  await call('import.begin', { name: '往年来文', total: 4, job: job.id });
  const all = await Promise.all(Array.from({ length: 4 }, (_, n) => call('import.add', { job: job.id, name: `${n}.txt`, bytes: text(n) })));
  expect(all[0]).toEqual(first);
  expect(await titles()).toHaveLength(4);
  expect(await call('import.jobs')).toEqual([]);
});

test('同一批文件再来一遍、同一文件夹里的复件，都不重复导入；移入回收站的可以重新导入', async () => {
  const begin = async (names: readonly string[], count: number) => {
    const job = await call('import.begin', { name: '往年来文', total: names.length });
    return Promise.all(names.map((name, index) => call('import.add', { job: job.id, name, bytes: text(index % count) })));
  };
  const first = await begin(['0.txt', '1.txt', '0 - 副本.txt', '1 - 副本.txt'], 2);
  expect(await titles()).toHaveLength(2);
  expect(new Set(first.map(({ document }) => document)).size).toBe(2);
  const again = await begin(['0.txt', '1.txt'], 2);
  expect(again.map(({ title, isRepeated }) => [title, isRepeated])).toEqual([['关于做好第0项照护工作的通知', true], ['关于做好第1项照护工作的通知', true]]);
  expect(await titles()).toHaveLength(2);
  await call('document.remove', { id: again[0]!.document! });
  expect((await begin(['0.txt'], 1))[0]).not.toHaveProperty('isRepeated');
});

test('记录的末行因断电不全，其余照样接着做；丢开的不再列出', async () => {
  const job = await call('import.begin', { name: '往年来文', total: 2 });
  await call('import.add', { job: job.id, name: '0.txt', bytes: text(0) });
  const [record] = readdirSync(join(data, 'imports'));
  writeFileSync(join(data, 'imports', record!), `${readFileSync(join(data, 'imports', record!), 'utf8')}{"file":{"na`);
  expect((await call('import.jobs'))[0]?.files).toHaveLength(1);
  await call('import.forget', { job: job.id });
  expect(await call('import.jobs')).toEqual([]);
});
