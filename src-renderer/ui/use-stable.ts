import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for as long as the part lives, which always runs the newest `run`: what is given to a memoised part, or kept by a listener. */
export function useStable<A extends readonly unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
