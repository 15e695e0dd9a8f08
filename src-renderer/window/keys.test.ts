import { expect, it } from 'vitest';
import { commandOf, keyLabel } from './keys.ts';

const press = (code: string, keys: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => commandOf({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code, ...keys });

it('浏览器留给自己的键另有一个，界面上写能用的那个', () => {
  expect(keyLabel('new', 'electron')).toBe('Ctrl N');
  expect(keyLabel('new', 'web')).toBe('Alt N');
  expect(keyLabel('open', 'web')).toBe('Ctrl O');
  expect([press('KeyN', { ctrlKey: true }), press('KeyN', { altKey: true })]).toEqual(['new', 'new']);
});

it('多按一个键就不是这个命令', () => {
  expect(press('KeyV', { ctrlKey: true, shiftKey: true })).toBe('paste');
  expect(press('KeyV', { ctrlKey: true })).toBeNull();
  expect(press('KeyN', { ctrlKey: true, shiftKey: true })).toBeNull();
});

it('Mac 上 Command 当 Ctrl 用', () => expect(press('KeyK', { metaKey: true })).toBe('search'));
