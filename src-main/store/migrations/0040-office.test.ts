import { expect, it } from 'vitest';
import { databaseAt, insertFirstRows, migrateTo } from '../../../test/support/database-at.ts';

const entries = (db: ReturnType<typeof databaseAt>): unknown[] => (db.prepare('SELECT value FROM office_entry ORDER BY no').all() as { value: string }[]).map(({ value }) => JSON.parse(value) as unknown);

it('原来设置里的机关、代字、联系人搬进机关设置，只剩一处；别的设置和文稿不动', () => {
  const db = databaseAt(20);
  insertFirstRows(db);
  const set = db.prepare('INSERT INTO setting VALUES (?, ?)');
  for (const [key, value] of [['theme', 'dark'], ['issuer', '国家照护保障局'], ['agencyCode', '照保函'], ['contact', '照护服务司　周予安　010-00001234']] as const) set.run(key, JSON.stringify(value));
  migrateTo(db, 30);
  const before = db.prepare('SELECT * FROM document').all();
  migrateTo(db, 40);
  expect(entries(db)).toEqual([
    { kind: 'name', full: '国家照护保障局', short: '' },
    { kind: 'code', code: '照保函', uses: [] },
    { kind: 'person', name: '周予安', post: '', unit: '照护服务司', phone: '010-00001234', duty: 'contact' },
  ]);
  expect(db.prepare('SELECT key FROM setting').all()).toEqual([{ key: 'theme' }]);
  expect(db.prepare('SELECT * FROM document').all()).toEqual(before);
});

it('联系人写得不合常例也不丢字；空着的设置不成条目', () => {
  const db = databaseAt(20);
  const set = db.prepare('INSERT INTO setting VALUES (?, ?)');
  set.run('issuer', '""');
  set.run('contact', JSON.stringify('值班室：00001234'));
  migrateTo(db, 40);
  expect(entries(db)).toEqual([{ kind: 'person', name: '值班室：00001234', post: '', unit: '', phone: '', duty: 'contact' }]);
});

it('类型不对的值存不进去', () => {
  const db = databaseAt(40);
  expect(() => db.prepare("INSERT INTO phrase (id, title, text, keywords, group_name, source, changed_at) VALUES ('a', '', '甲', '', '', '', '昨天')").run()).toThrow('cannot store TEXT');
});
