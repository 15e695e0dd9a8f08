import { useEffect } from 'react';
import type { Host } from '#core/contract/methods.ts';
import { isPressed } from '#core/wording/chord.ts';
import { COMMANDS, EDITOR_COMMANDS, isEditorCommand, isPaperCommand } from '#core/wording/commands.ts';
import type { EditorCommand, PaperCommand } from '#core/wording/commands.ts';
import { useStable } from '../ui/use-stable.ts';

const EDITOR_IDS = Object.keys(EDITOR_COMMANDS) as readonly EditorCommand[];

/**
 * The keyboard and the native menu ask the whole draft, wherever the focus is, while it is in front. Keys are known by their
 * place on the keyboard, so that no input method gets between.
 */
export function useEditorKeys(host: Host, isActive: boolean, run: (command: EditorCommand | PaperCommand) => void): void {
  const press = useStable(run);
  useEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      const id = EDITOR_IDS.find((each) => COMMANDS[each].keys?.some((key) => isPressed(key, event)));
      if (!id) return;
      event.preventDefault();
      press(id);
    };
    addEventListener('keydown', listen);
    const off = host.on('shell.command', ({ command }) => {
      if (isEditorCommand(command) || isPaperCommand(command)) press(command);
    });
    return () => {
      removeEventListener('keydown', listen);
      off();
    };
  }, [host, isActive, press]);
}
