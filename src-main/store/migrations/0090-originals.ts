import type { Database } from 'better-sqlite3';

/** Originals are looked up by their bytes: a folder offered once more must not double the library. */
export function up(db: Database): void {
  db.exec('CREATE INDEX source_by_bytes ON source (sha256)');
}
