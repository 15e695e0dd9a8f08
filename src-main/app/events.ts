import type { EventName, Events } from '#core/contract/model.ts';
import type { Log } from './ports.ts';

export interface AppEvents {
  /** Returns the function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  emit<E extends EventName>(event: E, payload: Events[E]): void;
}

/** Who listens to what. A listener that throws harms neither the one who tells nor the other listeners. */
export function createEvents(log: Log): AppEvents {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  return {
    on(event, listener) {
      const own = (payload: never): void => listener(payload);
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(own));
      return () => void all.delete(own);
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) {
        try {
          listener(payload as never);
        } catch (error) {
          log.error('listener failed', { event, stack: error instanceof Error ? error.stack : String(error) });
        }
      }
    },
  };
}
