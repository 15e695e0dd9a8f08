import { expect, it } from 'vitest';
import { openTestStore } from '../../test/support/test-store.ts';

it('同样的字节只存一份，按摘要取回；没有的说没有', async () => {
  const { db, store } = await openTestStore();
  const bytes = new Uint8Array([1, 2, 3]);
  const source = await store.images.put({ type: 'image/png', bytes }, 5);
  expect(source).toMatch(/^[0-9a-f]{64}$/);
  expect(await store.images.put({ type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }, 6)).toBe(source);
  expect(db.prepare('SELECT count(*) AS n FROM image').get()).toEqual({ n: 1 });
  expect([...(await store.images.find(source))!.bytes]).toEqual([1, 2, 3]);
  expect(await store.images.find('f'.repeat(64))).toBeUndefined();
});
