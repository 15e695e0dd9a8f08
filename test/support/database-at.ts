import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/all.ts';

/** A database in memory as the migrations up to and including `number` leave it; 0 for an empty one. */
export function databaseAt(number: number): Database {
  const db = new SqliteDatabase(':memory:');
  db.pragma('foreign_keys = ON');
  migrateTo(db, number);
  return db;
}

/** Goes on to `number`. */
export const migrateTo = (db: Database, number: number): void => migrate(db, migrations.filter((each) => each.number <= number), new Date(0));

/** A time, person and document with one step, as rows of the first release; its count has had another name since (0070). */
export function insertFirstRows(db: Database): void {
  const hash = Buffer.alloc(32, 7);
  db.prepare("INSERT INTO person VALUES ('p1', '张三', '科员', 1)").run();
  const isRenamed = (db.pragma('table_info(document)') as { name: string }[]).some(({ name }) => name === 'words');
  db.prepare(`INSERT INTO document (no, id, template, title, document_number, addressee, ${isRenamed ? 'words' : 'characters'}, revision, schema_ver, created_at, created_by, changed_at, changed_by, removed_at) VALUES (1, 'd1', 'notice', '关于开展检查的通知', '〔2026〕1号', '各单位：', 12, 1, 1, 2, 'p1', 3, 'p1', NULL)`).run();
  db.prepare("INSERT INTO step VALUES (1, 1, 3, 0, 'p1', NULL, '[]', ?, ?)").run(Buffer.alloc(32), hash);
  db.prepare("INSERT INTO snapshot VALUES (1, 0, 1, 'start', 2, ?, ?)").run(Buffer.from('body'), hash);
  db.prepare("INSERT INTO source VALUES (1, '来文.txt', ?, ?)").run(Buffer.from('原文'), hash);
}
