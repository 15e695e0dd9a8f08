import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { databaseAt } from '../../../test/support/database-at.ts';
import { migrations } from './all.ts';

const files = readdirSync(import.meta.dirname).filter((file) => /^\d{4}-.*(?<!\.test)\.ts$/.test(file)).sort();

it('每个迁移文件都在清单里，从小到大', () => {
  expect(migrations.map(({ number }) => number)).toEqual(files.map((file) => Number(file.slice(0, 4))));
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map(({ number }) => number).toSorted((a, b) => a - b));
});

it.each(files)('%s 有自己的测试', (file) => {
  expect(existsSync(join(import.meta.dirname, file.replace(/\.ts$/, '.test.ts')))).toBe(true);
});

it('迁移之后，外键都指向存在的行，每张表都是 STRICT', () => {
  const db = databaseAt(migrations.at(-1)!.number);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('table_list')).toSatisfy((tables: { schema: string; name: string; strict: number }[]) =>
    tables.filter(({ schema, name }) => schema === 'main' && !name.startsWith('sqlite_')).every(({ strict }) => strict === 1));
});
