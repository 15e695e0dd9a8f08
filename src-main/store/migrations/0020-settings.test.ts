import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('加上设置表，原有的文稿一行不变', () => {
  const db = databaseAt(10);
  insertFirstRows(db);
  const tables = ['person', 'document', 'step', 'snapshot', 'source'];
  const rows = (): unknown[] => tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const before = rows();
  migrateTo(db, 20);
  expect(rows()).toEqual(before);
  db.prepare("INSERT INTO setting VALUES ('theme', '\"dark\"')").run();
  expect(db.prepare('SELECT * FROM setting').all()).toEqual([{ key: 'theme', value: '"dark"' }]);
});
