import type { Database } from 'better-sqlite3';

/**
 * The library's line counts 字数 as word processors do, where it counted characters before. Only a document itself can tell how many
 * it has: until it is counted again (`is_counted`) the characters of before stand there.
 */
export function up(db: Database): void {
  db.exec(`
    ALTER TABLE document RENAME COLUMN characters TO words;
    ALTER TABLE document ADD COLUMN is_counted INTEGER NOT NULL DEFAULT 0;
  `);
}
