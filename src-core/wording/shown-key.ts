import { chordLabel } from './chord.ts';
import { COMMANDS } from './commands.ts';
import type { CommandId } from './commands.ts';

/**
 * Keys no command may rest on alone: the system, the browser or a Chinese input method takes them before a page sees them.
 * Written as in commands.ts; `by` is who takes it.
 */
export const TAKEN_KEYS: readonly { readonly key: string; readonly by: 'browser' | 'input-method' | 'system' }[] = [
  ...['Ctrl+N', 'Ctrl+Shift+N', 'Ctrl+T', 'Ctrl+Shift+T', 'Ctrl+W', 'Ctrl+Shift+W', 'Ctrl+Tab', 'Ctrl+Shift+Tab', 'Ctrl+PageUp', 'Ctrl+PageDown', 'F11'].map((key) => ({ key, by: 'browser' as const })),
  // Firefox: a private window.
  { key: 'Ctrl+Shift+P', by: 'browser' },
  // 中英文、全半角、标点、简繁的切换，各家输入法如此。
  ...['Ctrl+Space', 'Shift+Space', 'Ctrl+Alt+Space', 'Ctrl+.', 'Ctrl+Shift+F', 'Ctrl+Shift+B', 'Ctrl+Shift+M', 'Ctrl+Shift+K'].map((key) => ({ key, by: 'input-method' as const })),
  ...['Alt+F4', 'Alt+Tab', 'Alt+Space', 'Alt+Escape', 'Ctrl+Escape', 'Ctrl+Alt+Delete', 'PrintScreen'].map((key) => ({ key, by: 'system' as const })),
];

const BROWSERS: ReadonlySet<string> = new Set(TAKEN_KEYS.filter(({ by }) => by === 'browser').map(({ key }) => key));

/** The written key of a command that really reaches us in this host; undefined where it has none. */
export function shownKey(id: CommandId, host: 'electron' | 'web' | 'direct' = 'electron'): string | undefined {
  const { keys } = COMMANDS[id];
  return host === 'web' ? keys?.find((key) => !BROWSERS.has(key)) : keys?.[0];
}

/** The same as people read it: `Ctrl Shift P`; '' where the command has no key. */
export function keyLabel(id: CommandId, host?: 'electron' | 'web' | 'direct'): string {
  const key = shownKey(id, host);
  return key === undefined ? '' : chordLabel(key);
}
