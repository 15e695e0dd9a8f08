import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { insertFirstRows } from '../../test/support/database-at.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { versionOf } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { openDatabase } from './open-database.ts';

const now = new Date(2026, 7, 1, 15, 30, 0);
const newest = migrations.at(-1)!.number;
const addColumn: Migration = { number: newest + 10, up: (db) => void db.exec('ALTER TABLE document ADD COLUMN urgency TEXT') };
const breaks: Migration = {
  number: newest + 20,
  up(db) {
    db.exec('CREATE TABLE half (x INTEGER)');
    throw new Error('out of luck');
  },
};

function library(): string {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const db = openDatabase(file, now);
  insertFirstRows(db);
  db.close();
  return file;
}

it('新库没有数据，不留备份', () => {
  const folder = temporaryFolder();
  openDatabase(join(folder, 'niwen.sqlite'), now).close();
  expect(readdirSync(folder)).toEqual(['niwen.sqlite']);
});

it('升级前先备份，备份名里有版本和时间，内容是升级前的', () => {
  const file = library();
  const db = openDatabase(file, now, [...migrations, addColumn]);
  expect(versionOf(db)).toBe(newest + 10);
  expect(db.prepare('SELECT id, urgency FROM document').all()).toEqual([{ id: 'd1', urgency: null }]);
  db.close();
  const copy = new SqliteDatabase(join(file, `../niwen.v${newest}.20260801-153000.sqlite`), { readonly: true });
  expect(versionOf(copy)).toBe(newest);
  expect(copy.prepare('SELECT id FROM document').all()).toEqual([{ id: 'd1' }]);
  expect(() => copy.prepare('SELECT urgency FROM document').all()).toThrow();
  copy.close();
});

it('一步失败就停在上一步，后面的不做，半步不留', () => {
  const file = library();
  const after: Migration = { number: newest + 30, up: (db) => void db.exec('CREATE TABLE never (x INTEGER)') };
  expect(() => openDatabase(file, now, [...migrations, addColumn, breaks, after])).toThrow('out of luck');
  const db = new SqliteDatabase(file);
  expect(versionOf(db)).toBe(newest + 10);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('half', 'never')").all()).toEqual([]);
  db.close();
});

it('更新版本的程序建的库，拒绝打开，一字不动', () => {
  const file = library();
  openDatabase(file, now, [...migrations, addColumn]).close();
  const db = new SqliteDatabase(file);
  const rows = db.prepare('SELECT * FROM document').all();
  db.close();
  expect(() => openDatabase(file, now)).toThrow(expect.objectContaining({ code: 'newer-database' }));
  const again = new SqliteDatabase(file);
  expect([versionOf(again), again.prepare('SELECT * FROM document').all()]).toEqual([newest + 10, rows]);
  again.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});
