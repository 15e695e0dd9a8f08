import type { Database } from 'better-sqlite3';

/**
 * Templates an office has made or was given: JSON as written (what it changes in a built-in one), so that it can be handed on
 * as it came. One that is taken away has a `removed_at`.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE office_template (
      no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
      made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL REFERENCES person (id), removed_at INTEGER
    ) STRICT;
  `);
}
