import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

it('字符数成了字数，原来的数先留着，等着重数；别的不变', () => {
  const db = databaseAt(50);
  insertFirstRows(db);
  const { characters, ...before } = db.prepare('SELECT * FROM document').get() as { characters: number };
  migrateTo(db, 70);
  expect(db.prepare('SELECT * FROM document').get()).toEqual({ ...before, words: characters, is_counted: 0 });
});
