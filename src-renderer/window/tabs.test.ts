import { describe, expect, it } from 'vitest';
import { changeTabs, NO_TABS } from './tabs.ts';
import type { TabAction, Tabs } from './tabs.ts';

const run = (...actions: TabAction[]): Tabs => actions.reduce(changeTabs, NO_TABS);
const open = (id: string): TabAction => ({ type: 'openDocument', id, title: id });

describe('标签页', () => {
  it('同一份文稿只开一个标签，再开就回到它', () => {
    const tabs = run(open('a'), open('b'), open('a'));
    expect(tabs.open.map((tab) => tab.key)).toEqual(['document:a', 'document:b']);
    expect(tabs.active).toBe('document:a');
  });

  it('新建的表单起草后，文稿站在表单原来的位置', () => {
    const tabs = run({ type: 'startNew', template: null }, open('a'), { type: 'openDocument', id: 'n', title: '答复', replaces: 'new:1' });
    expect(tabs.open.map((tab) => tab.key)).toEqual(['document:n', 'document:a']);
  });

  it('没填完的新建表单不会另开一张', () => {
    const tabs = run({ type: 'startNew', template: 'notice' }, { type: 'show', view: 'desk' }, { type: 'startNew', template: null });
    expect(tabs.open).toHaveLength(1);
    expect(tabs.active).toBe('new:1');
  });

  it('重新载入后，原来开着的还在原处，正看着的还在前面；载入时新开的不受影响', () => {
    const restore: TabAction = { type: 'restore', view: 'library', documents: [{ id: 'a', title: '通知' }, { id: 'b', title: '' }], active: 'document:b' };
    expect(run(restore)).toMatchObject({ view: 'library', active: 'document:b', open: [{ title: '通知' }, { title: '未命名文稿' }] });
    expect(run({ ...restore, active: 'document:gone' }).active).toBeNull();
    expect(run(open('b'), open('c'), restore)).toMatchObject({ active: 'document:c', open: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  });

  it('关掉一个，右边的接上；右边没有就左边；都没有就回工作台', () => {
    expect(run(open('a'), open('b'), open('c'), { type: 'activate', key: 'document:b' }, { type: 'close', key: 'document:b' }).active).toBe('document:c');
    expect(run(open('a'), open('b'), { type: 'close', key: 'document:b' }).active).toBe('document:a');
    expect(run(open('a'), { type: 'close', key: 'document:a' }).active).toBeNull();
  });

  it('前后切换转一圈，工作台也在圈里', () => {
    const two = [open('a'), open('b')] as const;
    expect(run(...two, { type: 'cycle', by: 1 }).active).toBeNull();
    expect(run(...two, { type: 'cycle', by: 1 }, { type: 'cycle', by: -1 }).active).toBe('document:b');
  });

  it('编辑器报来的标题和保存情况写在标签上，上次保存的时间不因一次失败丢掉', () => {
    const saved = { type: 'summary', id: 'a', title: '通知', state: 'saved', savedAt: '2026-11-20T02:32:00Z' } as const;
    const tabs = run(open('a'), saved, { ...saved, state: 'failed', savedAt: null });
    expect(tabs.open[0]).toMatchObject({ title: '通知', state: 'failed', savedAt: '2026-11-20T02:32:00Z' });
  });
});

it('打印完了回到所印的文稿，从列表来的回到列表', () => {
  const open = changeTabs(changeTabs(NO_TABS, { type: 'openDocument', id: 'a', title: '甲' }), { type: 'openDocument', id: 'b', title: '乙' });
  const printing = changeTabs(open, { type: 'print', id: 'a', title: '甲' });
  expect(printing.active).toBe('print:a');
  expect(changeTabs(printing, { type: 'print', id: 'a', title: '甲' }).open).toHaveLength(3);
  expect(changeTabs(printing, { type: 'close', key: 'print:a' }).active).toBe('document:a');
  const other = changeTabs(open, { type: 'print', id: 'c', title: '丙' });
  expect(changeTabs(other, { type: 'close', key: 'print:c' }).active).toBeNull();
});
