import { useEffect, useRef } from 'react';
import { isPressed } from '#core/wording/chord.ts';
import { COMMANDS } from '#core/wording/commands.ts';

/** Where Enter prints: elsewhere it settles a number that is looked at first. */
const PRINTING_FIELDS: readonly string[] = ['print-copies', 'print-number', 'print-range'];

/** Ctrl+P prints, as does Enter in these fields; Esc goes back. */
export function usePrintKeys(isActive: boolean, print: () => void, leave: () => void): void {
  const latest = useRef({ print, leave });
  useEffect(() => {
    latest.current = { print, leave };
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      const isCommand = COMMANDS.print.keys?.some((key) => isPressed(key, event));
      const isEnter = event.key === 'Enter' && event.target instanceof HTMLInputElement && PRINTING_FIELDS.includes(event.target.id);
      if (isCommand || isEnter) {
        event.preventDefault();
        // What was typed into a field a moment ago counts first.
        (document.activeElement as HTMLElement | null)?.blur();
        setTimeout(() => latest.current.print());
      } else if (event.key === 'Escape' && isHere(event.target) && !document.querySelector('.ant-select-open')) latest.current.leave();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isActive]);
}

/** Not in the search box above, which has an Esc of its own. */
const isHere = (target: EventTarget | null): boolean => target === document.body || (target instanceof Element && target.closest('.print-screen') !== null);
