import type { Database } from 'better-sqlite3';

/**
 * The bytes of pictures, each once under its SHA-256 (hex). Documents name them, and so do their older revisions and templates: nothing
 * is ever deleted here.
 */
export function up(db: Database): void {
  db.exec('CREATE TABLE image (hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL, kept_at INTEGER NOT NULL) STRICT;');
}
