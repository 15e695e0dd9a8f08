import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('原件按内容查得到，用的是索引，原有的一行不变', () => {
  const db = databaseAt(80);
  insertFirstRows(db);
  const rows = (): unknown[] => ['person', 'document', 'source', 'image'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const before = rows();
  migrateTo(db, 90);
  expect(rows()).toEqual(before);
  expect(JSON.stringify(db.prepare("EXPLAIN QUERY PLAN SELECT doc FROM source WHERE sha256 = x'00'").all())).toContain('source_by_bytes');
});
