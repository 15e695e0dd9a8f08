import { expect, it } from 'vitest';
import { doc, p, para, title } from '../../test/support/build.ts';
import { openTestStore, typing, writing } from '../../test/support/test-store.ts';
import type { Store } from './open-store.ts';

async function library(): Promise<Store> {
  const { store } = await openTestStore();
  const add = (id: string, name: string, number: string, to: string, template: string | null, at: number): Promise<void> =>
    store.journal.create(id, doc(para('documentNumber', number), title(name), para('addressee', to), p('正文')).type.create({ template }, [para('documentNumber', number), title(name), para('addressee', to), p('正文')]), undefined, { ...writing, at });
  await add('a', '关于开展安全检查的通知', '甲政发〔2026〕1号', '各县（市、区）人民政府：', 'notice', 1000);
  await add('b', '对第0412号建议的答复', '甲教函〔2026〕12号', '林见川代表：', 'npc-reply', 3000);
  await add('c', '100%_完成情况的总结', '', '', 'summary', 2000);
  return store;
}

const ids = async (store: Store, wish: Parameters<Store['documents']['list']>[0]): Promise<string[]> => (await store.documents.list(wish)).items.map(({ id }) => id);

it('最近修改的在前，一改就到最前', async () => {
  const store = await library();
  expect(await ids(store, {})).toEqual(['b', 'c', 'a']);
  const { doc: now } = await store.journal.open('a', 0);
  await store.journal.append('a', 0, typing(now, '改'), { ...writing, at: 4000 });
  expect(await ids(store, {})).toEqual(['a', 'b', 'c']);
});

it('分页：每页几份，总数不变', async () => {
  const store = await library();
  expect(await ids(store, { offset: 1, limit: 1 })).toEqual(['c']);
  expect((await store.documents.list({ offset: 1, limit: 1 })).total).toBe(3);
  expect(await store.documents.list({ offset: 99 })).toEqual({ items: [], total: 3 });
});

it('按标题、发文字号、主送机关找；几个词都要有；百分号下划线当作字', async () => {
  const store = await library();
  expect(await ids(store, { search: '安全检查' })).toEqual(['a']);
  expect(await ids(store, { search: '〔2026〕' })).toEqual(['b', 'a']);
  expect(await ids(store, { search: '林见川' })).toEqual(['b']);
  expect(await ids(store, { search: ' 甲教函  答复 ' })).toEqual(['b']);
  expect(await ids(store, { search: '安全 林见川' })).toEqual([]);
  expect(await ids(store, { search: '100%_' })).toEqual(['c']);
  expect(await ids(store, { search: '%' })).toEqual(['c']);
  expect(await ids(store, { search: '\\' })).toEqual([]);
});

it('只问几份：在库里而没进回收站的才有', async () => {
  const store = await library();
  await store.documents.setRemoved('b', 5000);
  expect(await ids(store, { ids: ['a', 'b', 'c', 'nobody'] })).toEqual(['c', 'a']);
  expect(await ids(store, { ids: [] })).toEqual([]);
});

it('按模板筛；回收站里的另列', async () => {
  const store = await library();
  expect(await ids(store, { template: 'notice' })).toEqual(['a']);
  expect(await store.documents.setRemoved('a', 5000)).toMatchObject({ id: 'a', removedAt: new Date(5000).toISOString() });
  expect(await ids(store, {})).toEqual(['b', 'c']);
  expect(await ids(store, { removed: true })).toEqual(['a']);
  expect((await store.documents.setRemoved('a', null)).removedAt).toBeNull();
  expect(await ids(store, {})).toEqual(['b', 'c', 'a']);
  await expect(store.documents.setRemoved('nobody', 1)).rejects.toMatchObject({ code: 'not-found' });
});

it('来文原件一字不动地存着', async () => {
  const { store } = await openTestStore();
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0xd6, 0xd0, 0]);
  await store.journal.create('d', doc(p('正文')), { name: '来文.txt', bytes }, writing);
  const kept = await store.documents.source('d');
  expect([kept!.name, [...kept!.bytes]]).toEqual(['来文.txt', [...bytes]]);
  expect(await store.documents.source('nobody')).toBeUndefined();
});

it('以前按字符数的，列出来的时候重数一次字数；读不了的照旧，也只试一次', async () => {
  const { store, db } = await openTestStore();
  for (const id of ['a', 'b']) await store.journal.create(id, doc(title('关于2026年工作的通知'), p('共1,234人')), undefined, writing);
  db.prepare("UPDATE document SET words = 99, is_counted = 0").run();
  db.prepare("DELETE FROM snapshot WHERE doc = (SELECT no FROM document WHERE id = 'b')").run();
  const wordsOf = async (): Promise<unknown> => (await store.documents.list({})).items.map(({ id, words }) => [id, words]).sort();
  expect(await wordsOf()).toEqual([['a', 12], ['b', 99]]);
  expect(db.prepare('SELECT words, is_counted FROM document ORDER BY id').all()).toEqual([{ words: 12, is_counted: 1 }, { words: 99, is_counted: 1 }]);
});
