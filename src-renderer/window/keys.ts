import { useEffect, useRef } from 'react';

/** What the keyboard, the native menu and the buttons can all ask of the window. */
export type WindowCommand = 'new' | 'open' | 'paste' | 'close' | 'search' | 'next' | 'previous' | 'settings';

interface Chord {
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  /** `KeyboardEvent.code`, so that a Chinese input method does not change it. */
  readonly code: string;
  readonly label: string;
}

/** The first chord of each is shown; a browser keeps Ctrl+N, W, T and Tab for itself, so the second one is for it. */
const CHORDS: Readonly<Record<WindowCommand, readonly [Chord, ...Chord[]]>> = {
  new: [{ ctrl: true, code: 'KeyN', label: 'Ctrl N' }, { alt: true, code: 'KeyN', label: 'Alt N' }],
  open: [{ ctrl: true, code: 'KeyO', label: 'Ctrl O' }],
  paste: [{ ctrl: true, shift: true, code: 'KeyV', label: 'Ctrl Shift V' }],
  close: [{ ctrl: true, code: 'KeyW', label: 'Ctrl W' }, { alt: true, code: 'KeyW', label: 'Alt W' }],
  search: [{ ctrl: true, code: 'KeyK', label: 'Ctrl K' }],
  next: [{ ctrl: true, code: 'Tab', label: 'Ctrl Tab' }, { alt: true, code: 'PageDown', label: 'Alt PageDown' }],
  previous: [{ ctrl: true, shift: true, code: 'Tab', label: 'Ctrl Shift Tab' }, { alt: true, code: 'PageUp', label: 'Alt PageUp' }],
  settings: [{ ctrl: true, code: 'Comma', label: 'Ctrl ,' }],
};

/** The key of a command that really reaches us in this host. */
export function keyLabel(command: WindowCommand, host: 'electron' | 'web' | 'direct'): string {
  const [first, second] = CHORDS[command];
  return host === 'web' && second ? second.label : first.label;
}

export function commandOf(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>): WindowCommand | null {
  const ctrl = event.ctrlKey || event.metaKey;
  for (const [command, chords] of Object.entries(CHORDS) as [WindowCommand, readonly Chord[]][]) {
    if (chords.some((c) => c.code === event.code && (c.ctrl ?? false) === ctrl && (c.alt ?? false) === event.altKey && (c.shift ?? false) === event.shiftKey)) return command;
  }
  return null;
}

/** Runs window commands from the keyboard, before anything inside the window sees the key. */
export function useWindowKeys(run: (command: WindowCommand) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(command);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
