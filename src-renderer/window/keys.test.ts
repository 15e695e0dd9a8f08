import { expect, it } from 'vitest';
import { commandOf } from './keys.ts';

const press = (code: string, keys: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => commandOf({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code, ...keys });

it('浏览器占着的键旁边另有一个，两个都认', () => {
  expect([press('KeyN', { ctrlKey: true }), press('KeyN', { altKey: true })]).toEqual(['new', 'new']);
});

it('多按一个键就不是这个命令', () => {
  expect(press('KeyV', { ctrlKey: true, shiftKey: true })).toBe('paste');
  expect(press('KeyV', { ctrlKey: true })).toBeUndefined();
  expect(press('KeyN', { ctrlKey: true, shiftKey: true })).toBeUndefined();
});

it('Mac 上 Command 当 Ctrl 用', () => expect(press('KeyK', { metaKey: true })).toBe('search'));
