import { useEffect, useRef } from 'react';

/** What the keyboard asks of the whole editor, wherever the focus is. */
export interface EditorCommands {
  readonly find: () => void;
  readonly replace: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly realSize: () => void;
  readonly save: () => void;
}

const KEYS: Readonly<Record<string, keyof EditorCommands>> = {
  KeyF: 'find', KeyH: 'replace', Equal: 'zoomIn', NumpadAdd: 'zoomIn', Minus: 'zoomOut', NumpadSubtract: 'zoomOut', Digit0: 'realSize', Numpad0: 'realSize', KeyS: 'save',
};

/** Listens while the draft is in front. By place on the keyboard, so that no input method gets between. */
export function useEditorKeys(isActive: boolean, commands: EditorCommands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const name = KEYS[event.code];
      if (!name) return;
      event.preventDefault();
      latest.current[name]();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isActive]);
}
