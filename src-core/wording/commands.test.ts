import { describe, expect, test } from 'vitest';
import { chordLabel, isPressed } from './chord.ts';
import { COMMAND_IDS, COMMANDS } from './commands.ts';
import { keyLabel, TAKEN_KEYS } from './shown-key.ts';

const press = (code: string, ...held: ('ctrl' | 'alt' | 'shift')[]) => ({ code, ctrlKey: held.includes('ctrl'), metaKey: false, altKey: held.includes('alt'), shiftKey: held.includes('shift') });

describe('命令的名称和键', () => {
  test('没有两个命令同名，也没有两个命令同键', () => {
    const names = COMMAND_IDS.map((id) => COMMANDS[id].name);
    expect(names).toEqual([...new Set(names)]);
    const keys = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('有键的命令至少有一个键，浏览器、输入法和系统都不占', () => {
    const taken = new Set(TAKEN_KEYS.map(({ key }) => key));
    for (const id of COMMAND_IDS) {
      const { keys } = COMMANDS[id];
      if (keys) expect(keys.some((key) => !taken.has(key)), id).toBe(true);
    }
  });

  test('在浏览器里，提示的是浏览器不占的那个键', () => {
    expect(keyLabel('new', 'electron')).toBe('Ctrl N');
    expect(keyLabel('new', 'web')).toBe('Alt N');
    expect(keyLabel('palette', 'web')).toBe('Alt Q');
    expect(keyLabel('superscript')).toBe('');
  });

  test('输入法和系统的键一个也不借用', () => {
    const kept = new Set(TAKEN_KEYS.filter(({ by }) => by !== 'browser').map(({ key }) => key));
    for (const id of COMMAND_IDS) for (const key of COMMANDS[id].keys ?? []) expect(kept.has(key), `${id} ${key}`).toBe(false);
  });

  test('认键看键盘上的位置，修饰键一个不多一个不少', () => {
    expect(isPressed('Ctrl+Shift+P', press('KeyP', 'ctrl', 'shift'))).toBe(true);
    expect(isPressed('Ctrl+Shift+P', press('KeyP', 'ctrl'))).toBe(false);
    expect(isPressed('Alt+1', press('Numpad1', 'alt'))).toBe(true);
    expect(isPressed('F7', press('F7', 'shift'))).toBe(false);
    expect(chordLabel('Alt+Shift+ArrowUp')).toBe('Alt Shift ↑');
  });
});
