import type { Database } from 'better-sqlite3';

/**
 * What the office keeps (names, 代字, people, units, lists: one JSON value each, by `kind`) and its phrases (口径). Nothing is
 * deleted: what is taken away has a `removed_at`. The 发文机关, 代字 and 联系人 that stood among the settings move here.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE office_entry (
      no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, place INTEGER NOT NULL, value TEXT NOT NULL,
      changed_at INTEGER NOT NULL, removed_at INTEGER
    ) STRICT;
    CREATE TABLE phrase (
      no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL, keywords TEXT NOT NULL,
      group_name TEXT NOT NULL, source TEXT NOT NULL, changed_at INTEGER NOT NULL, used_at INTEGER, removed_at INTEGER
    ) STRICT;
  `);
  const kept = new Map((db.prepare("SELECT key, value FROM setting WHERE key IN ('issuer', 'agencyCode', 'contact')").all() as { key: string; value: string }[]).map(({ key, value }) => [key, wordsOf(value)]));
  const insert = db.prepare('INSERT INTO office_entry (id, kind, place, value, changed_at) VALUES (lower(hex(randomblob(16))), ?, 1, ?, 0)');
  const add = (key: string, kind: string, value: (words: string) => object): void => {
    const words = kept.get(key) ?? '';
    if (words !== '') insert.run(kind, JSON.stringify({ kind, ...value(words) }));
  };
  add('issuer', 'name', (full) => ({ full, short: '' }));
  add('agencyCode', 'code', (code) => ({ code, uses: [] }));
  add('contact', 'person', personOf);
  db.exec("DELETE FROM setting WHERE key IN ('issuer', 'agencyCode', 'contact')");
}

function wordsOf(value: string): string {
  const words: unknown = JSON.parse(value);
  return typeof words === 'string' ? words.trim() : '';
}

/** 照护服务司　周予安　010-00001234 taken apart so that it is put together to the same words again. */
function personOf(contact: string): object {
  const parts = contact.split(/\s+/);
  const phone = parts.length > 1 && /\d{5,}|\d{3,}-\d+/.test(parts.at(-1)!) ? parts.pop()! : '';
  const name = parts.pop()!;
  return { name, post: '', unit: parts.join('　'), phone, duty: 'contact' };
}
