import { closeSync, fsyncSync, openSync } from 'node:fs';
import { format, join, parse } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '#core/contract/failure.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * Brings a database to the newest form. Each step and its bump of `user_version` are one transaction; the first that fails
 * stops the rest and is thrown, with the database at the last form that worked. A database that already holds data is copied
 * beside itself first. Throws `newer-database` for one from the future, which is not touched.
 */
export function migrate(db: Database, migrations: readonly Migration[], now: Date): void {
  const version = versionOf(db);
  refuseNewer(db, migrations);
  const due = migrations.filter(({ number }) => number > version);
  if (due.length === 0) return;
  if (version > 0) copyDatabase(db, version, now);
  for (const { number, up } of due) {
    db.transaction(() => {
      up(db);
      db.pragma(`user_version = ${number}`);
    }).exclusive();
  }
}

export function refuseNewer(db: Database, migrations: readonly Migration[]): void {
  if (versionOf(db) > (migrations.at(-1)?.number ?? 0)) throw new AppError('newer-database', { file: db.name });
}

export const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/** library.sqlite → library.v10.20260801-153000.sqlite, on disk for certain before anything is changed. */
function copyDatabase(db: Database, version: number, now: Date): void {
  if (db.memory) return;
  const { dir, name, ext } = parse(db.name);
  const copy = join(dir, format({ name: `${name}.v${version}.${stamp(now)}`, ext }));
  // Not a copy of the file: opening and closing it in this process would drop the lock SQLite holds on it.
  db.prepare('VACUUM INTO ?').run(copy);
  const handle = openSync(copy, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function stamp(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}
