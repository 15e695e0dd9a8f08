import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { insertFirstRows } from '../../test/support/database-at.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { openTestStore } from '../../test/support/test-store.ts';
import { migrations } from './migrations/all.ts';
import { openDatabase } from './open-database.ts';

const now = new Date(2026, 7, 1);
const holder = join(import.meta.dirname, '../../test/support/hold-library.ts');

const failure = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

async function hold(file: string, { uid, ...options }: { uid?: number; timeout?: number } = {}): Promise<{ said: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [holder, file, ...(uid === undefined ? [] : [String(uid)])], { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return { said: said.toString().trim(), child };
}

it('同一文件夹第二次打开：正在使用，不论是不是同一个进程', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const db = openDatabase(file, now);
  expect(() => openDatabase(file, now)).toThrow(failure('folder-in-use'));
  expect((await hold(file)).said).toBe('folder-in-use');
  db.close();
  const other = await hold(file);
  expect(other.said).toBe('open');
  expect(() => openDatabase(file, now)).toThrow(failure('folder-in-use'));
});

it('占用的进程被强行结束后，马上可以再打开', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const { child } = await hold(file);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(() => openDatabase(file, now).close()).not.toThrow();
});

it('升级时备份并不放开占用', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const old = openDatabase(file, now);
  insertFirstRows(old);
  old.close();
  const db = openDatabase(file, now, [...migrations, { number: 9990, up: () => undefined }]);
  expect((await hold(file)).said).toBe('folder-in-use');
  db.close();
});

it('不是数据库的文件：已损坏，原样不动', () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  writeFileSync(file, '这不是数据库'.repeat(100));
  expect(() => openDatabase(file, now)).toThrow(failure('damaged-database'));
  expect(readFileSync(file, 'utf8')).toBe('这不是数据库'.repeat(100));
});

it('别的程序的数据库：不当作自己的来升级', () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const foreign = new SqliteDatabase(file);
  foreign.exec('CREATE TABLE other (x)');
  foreign.close();
  const before = readFileSync(file);
  expect(() => openDatabase(file, now)).toThrow(failure('damaged-database'));
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('只复制了一半的库：已损坏，原样不动', () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  openDatabase(file, now).close();
  truncateSync(file, 8192);
  const before = readFileSync(file);
  expect(() => openDatabase(file, now)).toThrow(failure('damaged-database'));
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('库里一页坏了：读到时报已损坏，不当作程序出错', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  openDatabase(file, now).close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096);
  writeFileSync(file, bytes);
  await expect(openTestStore(file)).rejects.toEqual(failure('damaged-database'));
});

it('结束前没有收尾（文件连同日志一起留下）也能打开，写过的都在', async () => {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, 'niwen.sqlite'), now);
  insertFirstRows(db);
  const left = join(folder, 'left');
  mkdirSync(left);
  for (const name of ['niwen.sqlite', 'niwen.sqlite-wal']) copyFileSync(join(folder, name), join(left, name));
  const again = openDatabase(join(left, 'niwen.sqlite'), now);
  expect(again.prepare('SELECT id FROM document').all()).toEqual([{ id: 'd1' }]);
  again.close();
  db.close();
});

it('文件夹不能写：说明白，不崩溃', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(folder, 0o755);
  chmodSync(data, 0o555);
  // Root may write anywhere: then it is somebody else who tries.
  const { said } = await hold(join(data, 'niwen.sqlite'), process.getuid?.() === 0 ? { uid: 65534 } : {});
  expect(said).toBe('read-only-folder');
});

it('文件夹的位置上是一个文件：不能写', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openDatabase(join(file, 'niwen.sqlite'), now)).toThrow(failure('read-only-folder'));
});

it.skipIf(!existsSync('/proc/self'))('系统自己的文件夹里建不了数据文件夹：马上说不能写，不会一直等', { timeout: 20_000 }, async () => {
  // In a process of its own: what waits for ever here would not even be stopped by the clock.
  const { said } = await hold('/proc/niwen/data/niwen.sqlite', { timeout: 10_000 });
  expect(said).toBe('read-only-folder');
});
