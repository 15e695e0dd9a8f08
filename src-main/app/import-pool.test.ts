import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { documentTitle } from '#core/document/elements.ts';
import { createImportPool, unpackedFolder } from './import-pool.ts';
import { readFile } from './read-file.ts';

const NOTICE = strToU8('关于照护工作的通知\n\n各乡镇：\n\n现将有关事项通知如下。\n');

test('线程起不来的地方，在本线程里读，结果一样', async () => {
  const pool = createImportPool([], quietPorts().log, { worker: join(temporaryFolder(), 'none.js') });
  const [file, kept] = await Promise.all([pool.read('a.txt', NOTICE), pool.readForLibrary('b.txt', NOTICE)]);
  expect(documentTitle(readFile(file.file, 'a.txt').doc)).toBe('关于照护工作的通知');
  expect(kept.document.summary.title).toBe('关于照护工作的通知');
  await expect(pool.read('c.docx', NOTICE)).rejects.toMatchObject({ code: 'not-a-docx' });
  pool.close();
});

test('一个文件拖垮了线程，只有它不读，别的换一个线程照读', async () => {
  const file = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(file, "import { parentPort } from 'node:worker_threads';\nparentPort.postMessage('ready');\nparentPort.on('message', ({ name }) => (name === '坏.txt' ? process.exit(3) : parentPort.postMessage({ ok: true, form: 'library', kept: { title: name } })));");
  const { log, logged } = quietPorts();
  const pool = createImportPool([], log, { size: 1, worker: file });
  const results = await Promise.allSettled(['一.txt', '坏.txt', '二.txt'].map((name) => pool.readForLibrary(name, NOTICE)));
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value.title : (result.reason as { code: string }).code))).toEqual(['一.txt', 'unreadable-file', '二.txt']);
  expect(logged.map(({ message }) => message)).toEqual(['import thread given up']);
  pool.close();
});

test('取消时，还在等的都不读', async () => {
  const pool = createImportPool([], quietPorts().log, { size: 1 });
  const all = Promise.allSettled(Array.from({ length: 5 }, (_, n) => pool.read(`${n}.txt`, NOTICE)));
  pool.cancel();
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected']);
  pool.close();
});

test('打包以后，线程的文件在压缩包外面', () => {
  expect(unpackedFolder('/opt/niwen/resources/app.asar/dist/main')).toBe('/opt/niwen/resources/app.asar.unpacked/dist/main');
  expect(unpackedFolder('C:\\拟文\\resources\\app.asar\\dist\\main')).toBe('C:\\拟文\\resources\\app.asar.unpacked\\dist\\main');
  expect(unpackedFolder('/home/a/niwen/dist/main')).toBe('/home/a/niwen/dist/main');
});
