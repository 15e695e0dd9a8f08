import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { AppError } from '#core/contract/failure.ts';
import { makeFolder } from './make-folder.ts';
import { migrate, refuseNewer, versionOf } from './migrate.ts';
import { migrations as all } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { storageFailure } from './storage-failure.ts';

/** How long a second start waits for a first that is just closing, in milliseconds. */
const WAIT_FOR_LOCK = 400;

/**
 * Opens the library for this process alone and brings it to the newest form. Throws AppError: `folder-in-use`,
 * `read-only-folder`, `newer-database`, `damaged-database`, `disk-full`; a file it refuses is left as it was.
 *
 * The lock is SQLite's own exclusive one, held as long as the database is open: the system drops it with the process,
 * however that ends, so there is no stale lock to judge.
 */
export function openDatabase(file: string, now: Date, migrations: readonly Migration[] = all): Database {
  let db: Database | undefined;
  try {
    if (file !== ':memory:') {
      makeFolder(dirname(file));
      accessSync(dirname(file), constants.R_OK | constants.W_OK);
    }
    db = new SqliteDatabase(file, { timeout: WAIT_FOR_LOCK });
    db.pragma('locking_mode = EXCLUSIVE');
    refuseNewer(db, migrations);
    refuseDamaged(db, migrations);
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // On macOS a plain fsync leaves the bytes in the drive's own memory; elsewhere this changes nothing.
    db.pragma('fullfsync = ON');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations, now);
    return db;
  } catch (error) {
    db?.close();
    throw storageFailure(error, file);
  }
}

/** Cheap signs on every start; the whole file is read only before a migration rewrites its form. */
function refuseDamaged(db: Database, migrations: readonly Migration[]): void {
  const version = versionOf(db);
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get() as number;
  const isForeign = version === 0 && tables > 0;
  const isBehind = version > 0 && version < (migrations.at(-1)?.number ?? 0);
  if (isForeign || isCutShort(db) || (isBehind && db.pragma('quick_check(1)', { simple: true }) !== 'ok')) {
    throw new AppError('damaged-database', { file: db.name });
  }
}

/** A file shorter than its own header says: a copy that broke off. With a journal beside it the header may rightly be ahead. */
function isCutShort(db: Database): boolean {
  if (db.memory || (existsSync(`${db.name}-wal`) && statSync(`${db.name}-wal`).size > 0)) return false;
  const pages = db.pragma('page_count', { simple: true }) as number;
  return statSync(db.name).size < pages * (db.pragma('page_size', { simple: true }) as number);
}
