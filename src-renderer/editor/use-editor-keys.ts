import { useEffect } from 'react';
import type { Host } from '#core/contract/methods.ts';
import { isPressed } from '#core/wording/chord.ts';
import { COMMANDS, EDITOR_COMMANDS, isEditorCommand, isPaperCommand } from '#core/wording/commands.ts';
import type { EditorCommand, PaperCommand } from '#core/wording/commands.ts';
import { useStable } from '../ui/use-stable.ts';

const EDITOR_IDS = Object.keys(EDITOR_COMMANDS) as readonly EditorCommand[];

/** What the paper's own keys do while it has the focus, and what is asked for all the same after a section was moved in the outline or everything replaced. */
const ANYWHERE: readonly PaperCommand[] = ['undo', 'redo'];

/** Where a key is about what is typed there, or about what lies over the draft. */
const OWN_KEYS = 'input, textarea, [contenteditable="true"], [role="dialog"]';

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
      const isAsked = (each: EditorCommand | PaperCommand): boolean => COMMANDS[each].keys?.some((key) => isPressed(key, event)) === true;
      const isElsewhere = event.target instanceof Element && event.target.closest(OWN_KEYS) === null;
      const id = EDITOR_IDS.find(isAsked) ?? (isElsewhere ? ANYWHERE.find(isAsked) : undefined);
      if (!id) return;
      event.preventDefault();
      const held = event.target;
      press(id);
      // Who works in the outline goes on there: the next key would else be about the caret's paragraph.
      if (isPaperCommand(id) && held instanceof HTMLElement && held !== document.body) held.focus();
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
