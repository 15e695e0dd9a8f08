import { useSyncExternalStore } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { Kept, KeptPhrase, OfficeEntry } from '#core/contract/model.ts';

export interface Office {
  readonly entries: readonly Kept<OfficeEntry>[];
  readonly phrases: readonly KeptPhrase[];
  /** False until the first answer. */
  readonly isLoaded: boolean;
}

const NOTHING: Office = { entries: [], phrases: [], isLoaded: false };

interface OfficeStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Office;
}

const stores = new WeakMap<Host, OfficeStore>();

/** What the office keeps, current at all times. Empty while the host does not answer: nothing but suggestions hangs on it. */
export function useOffice(host: Host): Office {
  let store = stores.get(host);
  if (!store) stores.set(host, (store = createStore(host)));
  return useSyncExternalStore(store.subscribe, store.get);
}

function createStore(host: Host): OfficeStore {
  const listeners = new Set<() => void>();
  let office = NOTHING;
  let isStale = true;
  let asked = 0;
  const load = (): void => {
    isStale = false;
    const question = ++asked;
    Promise.all([host.call('office.list'), host.call('phrase.list')]).then(
      ([entries, phrases]) => {
        if (question !== asked) return;
        office = { entries, phrases, isLoaded: true };
        for (const listener of listeners) listener();
      },
      () => void (isStale = true),
    );
  };
  // For as long as the window lives, as its host does.
  host.on('office.changed', () => {
    if (listeners.size > 0) load();
    else isStale = true;
  });
  return {
    get: () => office,
    subscribe(listener) {
      listeners.add(listener);
      if (isStale) load();
      return () => listeners.delete(listener);
    },
  };
}
