import { useEffect, useRef } from 'react';
import type { Host } from '#core/contract/methods.ts';

/** What the keyboard and the native menu ask of the whole editor, wherever the focus is. */
export interface EditorCommands {
  readonly find: () => void;
  readonly replace: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly realSize: () => void;
  readonly save: () => void;
  readonly exportWord: () => void;
  /** To the next finding of the check, or the one before. */
  readonly nextFinding: () => void;
  readonly previousFinding: () => void;
}

const KEYS: Readonly<Record<string, keyof EditorCommands>> = {
  KeyF: 'find', KeyH: 'replace', Equal: 'zoomIn', NumpadAdd: 'zoomIn', Minus: 'zoomOut', NumpadSubtract: 'zoomOut', Digit0: 'realSize', Numpad0: 'realSize', KeyS: 'save',
};

/** F7 as in word processors; everything else with Ctrl. */
function nameOf(event: KeyboardEvent): keyof EditorCommands | undefined {
  if (event.ctrlKey || event.metaKey) return KEYS[event.code];
  return event.code === 'F7' ? (event.shiftKey ? 'previousFinding' : 'nextFinding') : undefined;
}

/** `shell.command` of the native menu. */
const MENU: Readonly<Record<string, keyof EditorCommands>> = {
  find: 'find', replace: 'replace', 'zoom-in': 'zoomIn', 'zoom-out': 'zoomOut', 'real-size': 'realSize', save: 'save', export: 'exportWord',
};

/** Listens while the draft is in front. By place on the keyboard, so that no input method gets between. */
export function useEditorKeys(host: Host, isActive: boolean, commands: EditorCommands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing) return;
      const name = nameOf(event);
      if (!name) return;
      event.preventDefault();
      latest.current[name]();
    };
    addEventListener('keydown', listen);
    const off = host.on('shell.command', ({ command }) => {
      const name = Object.hasOwn(MENU, command) ? MENU[command] : undefined;
      if (name) latest.current[name]();
    });
    return () => {
      removeEventListener('keydown', listen);
      off();
    };
  }, [host, isActive]);
}
