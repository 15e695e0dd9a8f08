import { expect, it } from 'vitest';
import type { Template } from '#core/template/template.ts';
import { doc, p } from '../../test/support/build.ts';
import { openTestStore, writing } from '../../test/support/test-store.ts';

const notice = (name: string): Template => ({
  id: 'notice', version: 1, name, group: '通知', wenzhong: '通知', kind: 'notice', format: 'document', description: '', fields: [], elements: [{ slot: 'body', role: 'body', text: '' }],
});

it('新建时定下的模板，以后改了也还是原来的；同一个模板只存一次', async () => {
  const { store, db } = await openTestStore();
  for (const id of ['a', 'b']) await store.journal.create(id, doc(p('正文')), undefined, writing, notice('旧'));
  await store.journal.create('c', doc(p('正文')), undefined, writing, notice('新'));
  expect((await Promise.all(['a', 'b', 'c'].map((id) => store.templates.inUse(id)))).map((each) => each?.name)).toEqual(['旧', '旧', '新']);
  expect(db.prepare('SELECT name FROM template_in_use ORDER BY name').pluck().all()).toEqual(['新', '旧']);
});

it('没有模板的文稿没有，以前的文稿可以补定', async () => {
  const { store } = await openTestStore();
  await store.journal.create('a', doc(p('正文')), undefined, writing);
  expect([await store.templates.inUse('a'), await store.templates.inUse('nobody')]).toEqual([null, null]);
  await store.templates.pin('a', notice('旧'), 7);
  expect(await store.templates.inUse('a')).toEqual(notice('旧'));
});

it('模板的写法比程序还新，当作没有', async () => {
  const { store } = await openTestStore();
  await store.journal.create('a', doc(p('正文')), undefined, writing, { ...notice('新'), version: 99 });
  expect(await store.templates.inUse('a')).toBeNull();
});
