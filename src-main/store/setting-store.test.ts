import { expect, it } from 'vitest';
import { openTestStore } from '../../test/support/test-store.ts';

it('设置按键存取，后写的算数', async () => {
  const { store } = await openTestStore();
  await store.settings.set({ theme: 'dark', zoom: 120 });
  await store.settings.set({ zoom: 90, issuer: '' });
  expect(await store.settings.all()).toEqual({ theme: 'dark', zoom: 90, issuer: '' });
});
