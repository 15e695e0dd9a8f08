import type { Reply } from '#core/contract/failure.ts';
import type { Host } from '#core/contract/methods.ts';
import type { EventName } from '#core/contract/model.ts';
import { decodeWire, encodeWire } from '#core/contract/wire.ts';
import { connectIpc, type Bridge } from './connect-ipc.ts';
import { createEventReader } from './read-events.ts';

const UNREACHABLE: Reply = { ok: false, failure: { code: 'unreachable', details: {} } };
const RETRY_MS = 1500;
/** Browsers let a closing page send 64 KB in all. */
const LARGEST_FAREWELL = 30_000;

/** A Host over the loopback server at `origin`. A server that cannot be reached is the failure `unreachable`. */
export function connectHttp(origin: string, token: string): Host {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const post = (path: string, more: RequestInit): Promise<Response> => fetch(origin + path, { method: 'POST', headers, cache: 'no-store', redirect: 'error', ...more });
  return connectIpc({
    async call(request) {
      const body = encodeWire(request);
      try {
        const response = await post('/api/call', { body, keepalive: isLeaving() && body.length * 3 < LARGEST_FAREWELL });
        return decodeWire(await response.text()) as Reply;
      } catch {
        return UNREACHABLE;
      }
    },
    subscribe: shareEvents((signal) => post('/api/events', { signal })),
  });
}

/** One stream for all listeners, open while there are any, opened again when it breaks. */
function shareEvents(open: (signal: AbortSignal) => Promise<Response>): Bridge['subscribe'] {
  const listeners = new Set<(event: EventName, payload: unknown) => void>();
  let stream: AbortController | undefined;
  const tell = (name: string, payload: unknown): void => {
    for (const listener of [...listeners]) listener(name as EventName, payload);
  };
  const listen = async (signal: AbortSignal): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const response = await open(signal);
        // Events of the pause are lost; the lists they would have refreshed are asked for again.
        if (response.ok && attempt > 0) tell('library.changed', {});
        const read = createEventReader((name, data) => tell(name, decodeWire(data)));
        if (response.ok) for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) read(piece);
      } catch {
        // The server is away for the moment; calls say so to the person, the stream just tries again.
      }
      if (!signal.aborted) await new Promise((wait) => setTimeout(wait, RETRY_MS));
    }
  };
  return (listener) => {
    listeners.add(listener);
    if (!stream) void listen((stream = new AbortController()).signal);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stream?.abort();
      stream = undefined;
    };
  };
}

let leaving = false;
globalThis.addEventListener?.('beforeunload', () => (leaving = true));
globalThis.addEventListener?.('pagehide', () => (leaving = true));
globalThis.addEventListener?.('pageshow', () => (leaving = false));

/** A page that closes must hand over what it still has in a request that outlives it. */
const isLeaving = (): boolean => leaving || globalThis.document?.visibilityState === 'hidden';
