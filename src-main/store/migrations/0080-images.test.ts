import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('加上图片表，原有的一行不变；同样的摘要只有一行', () => {
  const db = databaseAt(70);
  insertFirstRows(db);
  const rows = (): unknown[] => ['person', 'document', 'template_in_use', 'office_template'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const before = rows();
  migrateTo(db, 80);
  expect(rows()).toEqual(before);
  const insert = db.prepare("INSERT INTO image (hash, type, bytes, kept_at) VALUES (?, 'image/png', x'01', 1)");
  insert.run('aa');
  expect(() => insert.run('aa')).toThrow('UNIQUE');
});
