import type { Database } from 'better-sqlite3';

/**
 * Templates in use, whole and by the SHA-256 of their JSON, and the one each document was made with: a template that changes
 * in a later version of the program must not change what was written with it. Documents of before have none yet; they are
 * given theirs when they are next opened.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE template_in_use (
      hash BLOB PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, kept_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE document ADD COLUMN template_hash BLOB REFERENCES template_in_use (hash);
  `);
}
