import type { Host } from '#core/contract/methods.ts';

/** A folder of a thousand files changes the library a thousand times; nobody reads a list that follows faster. */
const AT_MOST_EVERY_MS = 250;

/** Calls `act` when the library has changed: at once, and for changes that follow closely once more after them. Returns how to stop. */
export function onLibraryChange(host: Host, act: () => void): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const rest = (): void => {
    resting = setTimeout(() => {
      resting = undefined;
      if (!isDue) return;
      isDue = false;
      act();
      rest();
    }, AT_MOST_EVERY_MS);
  };
  const off = host.on('library.changed', () => {
    if (resting !== undefined) {
      isDue = true;
      return;
    }
    act();
    rest();
  });
  return () => {
    off();
    clearTimeout(resting);
  };
}
