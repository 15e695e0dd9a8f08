import { useEffect, useRef } from 'react';
import type { PrintWish } from '#core/print/print-wish.ts';

const SETTLED_MS = 400;

/** An offset that has been measured is kept at once, whether or not anything is printed now. */
export function useKeptOffset({ offsetX, offsetY }: Pick<PrintWish, 'offsetX' | 'offsetY'>, keep: () => void): void {
  const latest = useRef(keep);
  const known = useRef(`${offsetX} ${offsetY}`);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    if (known.current === `${offsetX} ${offsetY}`) return undefined;
    const timer = setTimeout(() => {
      known.current = `${offsetX} ${offsetY}`;
      latest.current();
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [offsetX, offsetY]);
}
