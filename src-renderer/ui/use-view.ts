import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** What of a scrolled box is in sight, in pixels. */
export interface View {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The view of a box as it is scrolled and resized; before it is there, `guess`. */
export function useView(box: RefObject<HTMLElement | null>, guess: View): View {
  const [view, setView] = useState(guess);
  useLayoutEffect(() => {
    const element = box.current!;
    const look = (): void => setView({ top: element.scrollTop, width: element.clientWidth, height: element.clientHeight });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return view;
}
