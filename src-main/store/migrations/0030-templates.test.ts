import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('加上在用模板表，原有的文稿一行不变，模板待打开时再定', () => {
  const db = databaseAt(20);
  insertFirstRows(db);
  const [before] = db.prepare('SELECT * FROM document').all();
  migrateTo(db, 30);
  expect(db.prepare('SELECT * FROM document').all()).toEqual([{ ...(before as object), template_hash: null }]);
  expect(db.prepare('SELECT * FROM template_in_use').all()).toEqual([]);
});

it('文稿指着的模板必须在表里，在用的删不掉', () => {
  const db = databaseAt(30);
  insertFirstRows(db);
  const point = db.prepare("UPDATE document SET template_hash = x'0a'");
  expect(() => point.run()).toThrow('FOREIGN KEY');
  db.prepare("INSERT INTO template_in_use VALUES (x'0a', 'notice', '通知', '{}', 5)").run();
  point.run();
  expect(() => db.prepare('DELETE FROM template_in_use').run()).toThrow('FOREIGN KEY');
  expect(() => db.prepare("INSERT INTO template_in_use VALUES (x'0a', 'notice', '通知', '{}', 6)").run()).toThrow('UNIQUE');
});
