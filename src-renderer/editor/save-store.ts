import { useSyncExternalStore } from 'react';
import type { SaveState } from './autosave.ts';

/** How far a draft is saved, for the few small parts that show it: the editor around them is not drawn again twice a second. */
export interface SaveStore {
  get(): SaveState;
  set(state: SaveState): void;
  subscribe(listener: () => void): () => void;
}

export function createSaveStore(): SaveStore {
  let state: SaveState = { kind: 'saved', at: null };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const useSaveState = (store: SaveStore): SaveState => useSyncExternalStore(store.subscribe, store.get);

/** Saving is not worth a word unless it takes longer than this. */
export const QUIET_MS = 1500;
