import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('空库迁移后能存下文稿、步骤、快照、来文和署名的人', () => {
  const db = databaseAt(0);
  expect(db.prepare('SELECT name FROM sqlite_schema').all()).toEqual([]);
  migrateTo(db, 10);
  insertFirstRows(db);
  expect(db.prepare('SELECT id, title, document_number, addressee, removed_at FROM document').all()).toEqual([
    { id: 'd1', title: '关于开展检查的通知', document_number: '〔2026〕1号', addressee: '各单位：', removed_at: null },
  ]);
  expect(db.prepare('SELECT doc, seq, ts, stage, author, rev, tr FROM step').all()).toEqual([{ doc: 1, seq: 1, ts: 3, stage: 0, author: 'p1', rev: null, tr: '[]' }]);
});

it('步骤必须有存在的作者，且类型不对的值存不进去', () => {
  const db = databaseAt(10);
  insertFirstRows(db);
  const insert = db.prepare("INSERT INTO step VALUES (1, ?, 3, 0, ?, NULL, '[]', x'00', x'00')");
  expect(() => insert.run(2, 'nobody')).toThrow('FOREIGN KEY');
  expect(() => insert.run('two', 'p1')).toThrow('cannot store TEXT');
  expect(() => insert.run(1, 'p1')).toThrow('UNIQUE');
});

it('按修改时间取第一页走索引，不扫全表', () => {
  const plan = databaseAt(10).prepare('EXPLAIN QUERY PLAN SELECT no FROM document WHERE removed_at IS NULL ORDER BY changed_at DESC, no DESC LIMIT 100').all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH document USING COVERING INDEX document_by_change/);
});
