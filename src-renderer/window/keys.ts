import { useEffect } from 'react';
import { isPressed } from '#core/wording/chord.ts';
import type { KeyPress } from '#core/wording/chord.ts';
import { COMMANDS, WINDOW_COMMANDS } from '#core/wording/commands.ts';
import type { WindowCommand } from '#core/wording/commands.ts';
import { useStable } from '../ui/use-stable.ts';

const WINDOW_IDS = Object.keys(WINDOW_COMMANDS) as readonly WindowCommand[];

/** The command of the window a key press asks for. */
export const commandOf = (press: KeyPress): WindowCommand | undefined => WINDOW_IDS.find((id) => COMMANDS[id].keys?.some((key) => isPressed(key, press)));

/** Runs window commands from the keyboard, before anything inside the window sees the key. */
export function useWindowKeys(run: (command: WindowCommand) => void): void {
  const ask = useStable(run);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      ask(command);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [ask]);
}

/** 打印 where no draft in front has taken its key: the browser must not print the window itself. Heard last, behind every screen. */
export function usePrintKey(print: () => void): void {
  const ask = useStable(print);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || !COMMANDS.print.keys?.some((key) => isPressed(key, event))) return;
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      if (!isTaken) ask();
    };
    // Screens listen on the window too, and later ones come after this: it must wait until they have had the key.
    const wait = (event: KeyboardEvent): void => {
      if (COMMANDS.print.keys?.some((key) => isPressed(key, event))) window.addEventListener('keydown', listen, { once: true });
    };
    window.addEventListener('keydown', wait, true);
    return () => {
      window.removeEventListener('keydown', wait, true);
      window.removeEventListener('keydown', listen);
    };
  }, [ask]);
}
