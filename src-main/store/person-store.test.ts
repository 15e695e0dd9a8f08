import { expect, it } from 'vitest';
import { openTestStore } from '../../test/support/test-store.ts';

it('同一姓名和职务就是同一个人', async () => {
  const { store } = await openTestStore();
  expect(await store.people.enter('p2', '张三', '科员', 9)).toEqual({ id: 'p1', name: '张三', post: '科员' });
  expect(await store.people.enter('p2', '张三', '科长', 9)).toEqual({ id: 'p2', name: '张三', post: '科长' });
  expect((await store.people.list()).map(({ post }) => post).sort()).toEqual(['科员', '科长'].sort());
  expect(await store.people.find('nobody')).toBeUndefined();
});
