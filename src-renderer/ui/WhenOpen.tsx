import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const ITEMS = '[role^="menuitem"]:not(:disabled)';

/**
 * Content of a popover, computed only while it is open: antd calls a function given as content with every drawing of the closed
 * button. Opened by a key, it has the focus on the item that holds, else on its first; arrows go from item to item, Esc goes back.
 */
export function WhenOpen({ content }: { readonly content: () => ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>(null);
  useEffect(() => {
    const at = document.activeElement;
    // A click leaves the focus where it was: in the text.
    if (!(at instanceof HTMLElement) || !at.matches('[aria-haspopup]:focus-visible')) return;
    opener.current = at;
    const first = requestAnimationFrame(() => {
      const inside = root.current;
      (inside?.querySelector<HTMLElement>('[aria-checked="true"]') ?? inside?.querySelector<HTMLElement>(`${ITEMS}, [tabindex="0"], button:not(:disabled)`))?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(first);
  }, []);
  return (
    <div
      ref={root} style={{ display: 'contents' }}
      onKeyDown={(event) => {
        const key = event.key;
        if (event.defaultPrevented || event.nativeEvent.isComposing) return;
        if (key === 'Escape' && opener.current) {
          opener.current.click();
          opener.current.focus();
        } else if ((event.target as HTMLElement).matches(ITEMS) && ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)) {
          const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)];
          const now = items.indexOf(event.target as HTMLElement);
          const next = { ArrowDown: now + 1, ArrowUp: now - 1 + items.length, Home: 0, End: items.length - 1 }[key]!;
          items[next % items.length]?.focus();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {content()}
    </div>
  );
}
