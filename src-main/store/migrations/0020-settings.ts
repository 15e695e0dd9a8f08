import type { Database } from 'better-sqlite3';

/** Settings of this library, and which person is at work: one JSON value a key. */
export function up(db: Database): void {
  db.exec('CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
}
