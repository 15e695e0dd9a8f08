import { expect, it } from 'vitest';
import { openTestStore } from '../../test/support/test-store.ts';

it('放进去、改、拿走、放回', async () => {
  const { officeTemplates } = (await openTestStore()).store;
  await officeTemplates.put('office-1', { id: 'office-1', name: '甲' }, 'p1', 1);
  await officeTemplates.put('office-2', { id: 'office-2', name: '乙' }, 'p1', 2);
  await officeTemplates.put('office-1', { id: 'office-1', name: '丙' }, 'p1', 3);
  expect(await officeTemplates.list()).toEqual([{ id: 'office-1', name: '丙' }, { id: 'office-2', name: '乙' }]);
  expect([await officeTemplates.setRemoved('office-1', 4), await officeTemplates.setRemoved('nobody', 4)]).toEqual([true, false]);
  expect(await officeTemplates.list()).toEqual([{ id: 'office-2', name: '乙' }]);
  expect([await officeTemplates.find('office-1'), await officeTemplates.find('nobody')]).toEqual([{ id: 'office-1', name: '丙' }, undefined]);
  await officeTemplates.setRemoved('office-1', null);
  expect(await officeTemplates.list()).toHaveLength(2);
});
