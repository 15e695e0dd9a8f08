import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('加上本机关的模板表，原有的一行不变；谁改的必须有其人', () => {
  const db = databaseAt(40);
  insertFirstRows(db);
  const rows = (): unknown[] => ['person', 'document', 'template_in_use'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const before = rows();
  migrateTo(db, 50);
  expect(rows()).toEqual(before);
  const insert = db.prepare("INSERT INTO office_template (id, body, made_at, changed_at, changed_by) VALUES (?, '{}', 1, 2, ?)");
  insert.run('office-1', 'p1');
  expect(() => insert.run('office-1', 'p1')).toThrow('UNIQUE');
  expect(() => insert.run('office-2', 'nobody')).toThrow('FOREIGN KEY');
  expect(db.prepare('SELECT id, body, removed_at FROM office_template').all()).toEqual([{ id: 'office-1', body: '{}', removed_at: null }]);
});
