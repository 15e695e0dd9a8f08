import { Dropdown } from 'antd';
import type { DropdownProps } from 'antd';
import { useEffect, useRef, useState } from 'react';

const MOST_TRIES = 20;

/** A menu below a button. Opened by a key it has the focus on its first item, and Esc goes back; opened by a click the focus stays where it was. */
export function MenuDropdown({ onOpenChange, ...rest }: Omit<DropdownProps, 'open' | 'popupRender'>) {
  const [isOpen, setOpen] = useState(false);
  const [byKey, setByKey] = useState(false);
  const opener = useRef<HTMLElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen || !byKey) return undefined;
    let frame = 0;
    // What is being laid out cannot take the focus yet.
    const enter = (tries: number): void => {
      const first = popup.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])');
      first?.focus({ preventScroll: true });
      if (tries > 0 && (!first || document.activeElement !== first)) frame = requestAnimationFrame(() => enter(tries - 1));
    };
    frame = requestAnimationFrame(() => enter(MOST_TRIES));
    return () => cancelAnimationFrame(frame);
  }, [isOpen, byKey]);
  return (
    <Dropdown
      trigger={['click']} {...rest} open={isOpen}
      onOpenChange={(open, info) => {
        if (open) {
          const at = document.activeElement;
          opener.current = at instanceof HTMLElement && at.matches('[aria-haspopup]:focus-visible') ? at : null;
          setByKey(opener.current !== null);
        }
        setOpen(open);
        onOpenChange?.(open, info);
      }}
      popupRender={(menu) => (
        <div
          ref={popup}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || opener.current === null) return;
            // Where the button stands, Esc would go on to the paper.
            event.stopPropagation();
            setOpen(false);
            opener.current.focus();
          }}
        >
          {menu}
        </div>
      )}
    />
  );
}
