import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Has only those `.ellipsis` of a list cut off that are too long for their place, as it is measured when `content` or the width changes:
 * to be prepared to be cut off is a clip of its own to Chromium, which costs every key on the paper something.
 */
export function useCutOff(list: RefObject<HTMLElement | null>, content: unknown): void {
  useEffect(() => {
    // Called first when it begins to watch, in the same frame and before it is painted: nothing is laid out for it, nothing flickers.
    const watch = new ResizeObserver(() => {
      const words = [...list.current!.querySelectorAll('.ellipsis')];
      const fits = words.map(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
      words.forEach(({ classList }, index) => classList.toggle('fits', fits[index]));
    });
    watch.observe(list.current!);
    return () => watch.disconnect();
  }, [list, content]);
}
