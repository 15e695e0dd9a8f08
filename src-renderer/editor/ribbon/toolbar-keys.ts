import type { KeyboardEvent } from 'react';

/** The arrow keys, Home and End walk through the buttons of a toolbar, as screen readers announce. */
export function toolbarKeys(event: KeyboardEvent<HTMLElement>): void {
  const bar = event.currentTarget;
  // What a menu of the toolbar has opened stands elsewhere in the page and has keys of its own.
  if (!(event.target instanceof HTMLElement) || !bar.contains(event.target) || event.altKey || event.ctrlKey) return;
  const buttons = [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(event.target);
  if (at < 0) return;
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[(next + buttons.length) % buttons.length]?.focus();
}
