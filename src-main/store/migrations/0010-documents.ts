import type { Database } from 'better-sqlite3';

/**
 * Documents, their journal and who wrote in it. Times are milliseconds since 1970. Person, time and stage (环节) stand on
 * every step from the first release: what was not recorded then can never be shown as 修订 later.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE person (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, post TEXT NOT NULL, created_at INTEGER NOT NULL, UNIQUE (name, post)
    ) STRICT;
    CREATE TABLE document (
      no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, template TEXT,
      title TEXT NOT NULL, document_number TEXT NOT NULL, addressee TEXT NOT NULL, characters INTEGER NOT NULL,
      revision INTEGER NOT NULL, schema_ver INTEGER NOT NULL,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL REFERENCES person (id),
      changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL REFERENCES person (id), removed_at INTEGER
    ) STRICT;
    CREATE INDEX document_by_change ON document (removed_at, changed_at DESC, no DESC);
    CREATE TABLE step (
      doc INTEGER NOT NULL REFERENCES document (no), seq INTEGER NOT NULL, ts INTEGER NOT NULL, stage INTEGER NOT NULL,
      author TEXT NOT NULL REFERENCES person (id), rev INTEGER, tr TEXT NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,
      PRIMARY KEY (doc, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE quarantine (
      no INTEGER PRIMARY KEY, doc INTEGER NOT NULL REFERENCES document (no), kept_at INTEGER NOT NULL, reason TEXT NOT NULL,
      seq INTEGER NOT NULL, ts INTEGER NOT NULL, stage INTEGER NOT NULL, author TEXT NOT NULL, rev INTEGER,
      tr TEXT NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX quarantine_of_document ON quarantine (doc);
    CREATE TABLE snapshot (
      doc INTEGER NOT NULL REFERENCES document (no), seq INTEGER NOT NULL, schema_ver INTEGER NOT NULL, kind TEXT NOT NULL,
      ts INTEGER NOT NULL, body BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (doc, seq, schema_ver)
    ) STRICT;
    CREATE TABLE source (
      doc INTEGER PRIMARY KEY REFERENCES document (no), name TEXT NOT NULL, bytes BLOB NOT NULL, sha256 BLOB NOT NULL
    ) STRICT;
  `);
}
