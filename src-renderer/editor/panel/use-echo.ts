import { useEffect, useRef, useState } from 'react';
import { sameData } from '../use-editor-value.ts';

/** So long after it was written here, what comes back from the paper may still be what was there before. */
const ECHO_MS = 800;

/**
 * What an input shows of a value that is written to the paper and read back a moment later: what was written here at once, what the
 * paper says as soon as that is it, or nothing was written for a while. Returns the shown value and the way to write another.
 */
export function useEcho<T>(value: T, write: (next: T) => void): readonly [T, (next: T) => void] {
  const [own, setOwn] = useState(value);
  const written = useRef<{ readonly value: T; readonly at: number } | null>(null);
  useEffect(() => {
    const { current } = written;
    const wait = current === null || sameData(current.value, value) ? 0 : current.at + ECHO_MS - Date.now();
    if (wait <= 0) {
      setOwn(value);
      return undefined;
    }
    const timer = setTimeout(() => setOwn(value), wait);
    return () => clearTimeout(timer);
  }, [value]);
  return [own, (next) => {
    written.current = { value: next, at: Date.now() };
    setOwn(next);
    write(next);
  }];
}
