import { useSyncExternalStore } from 'react';
import type { SaveState } from './autosave.ts';

/** How far a draft is saved, for the few small parts that show it: the editor around them is not drawn again twice a second. */
export interface SaveStore {
  get(): SaveState;
  /** When it was last saved here; null before. */
  savedAt(): string | null;
  set(state: SaveState): void;
  subscribe(listener: () => void): () => void;
}

export function createSaveStore(): SaveStore {
  let state: SaveState = { kind: 'saved', at: null };
  let savedAt: string | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    savedAt: () => savedAt,
    set: (next) => {
      // Every key of a stretch of writing says so again.
      if (next.kind === 'saving' && state.kind === 'saving') return;
      state = next;
      if (next.kind === 'saved') savedAt = next.at ?? savedAt;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What `read` makes of it, drawn again only when that becomes another: saving begins and ends several times a second. */
export const useSaveState = <T>(store: SaveStore, read: (store: SaveStore) => T): T => useSyncExternalStore(store.subscribe, () => read(store));

/** Saving is not worth a word unless it takes longer than this. */
export const QUIET_MS = 1500;
