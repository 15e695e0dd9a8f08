import type { Reply } from '#core/contract/failure.ts';
import type { Host } from '#core/contract/methods.ts';
import type { EventName } from '#core/contract/model.ts';
import { decodeWire, encodeWire } from '#core/contract/wire.ts';
import { connectIpc, type Bridge } from './connect-ipc.ts';
import { createEventReader } from './read-events.ts';
import { createSession, type SessionMemory } from './session.ts';

const RETRY_MS = 1500;
/** Browsers let a closing page send 64 KB in all. */
const LARGEST_FAREWELL = 30_000;

/** A Host over the loopback server at `origin`. A server that cannot be reached is the failure `unreachable`; with a memory the window finds back to one that was started anew. */
export const connectHttp = (origin: string, token: string, memory?: SessionMemory): Host => connectIpc(createHttpBridge(origin, token, memory));

/** The two functions of a bridge over HTTP: calls as wire JSON, events as a stream that is opened again when it breaks. */
export function createHttpBridge(origin: string, token: string, memory?: SessionMemory): Bridge {
  const { post, doubt } = createSession(origin, token, memory);
  return {
    async call(request) {
      const body = encodeWire(request);
      const response = await post('/api/call', { body, keepalive: isLeaving() && body.length * 3 < LARGEST_FAREWELL });
      return decodeWire(await response.text()) as Reply;
    },
    subscribe: shareStream((signal) => post('/api/events', { signal }), doubt),
  };
}

/** One event stream for all listeners, open while there are any, opened again when it breaks. */
function shareStream(open: (signal: AbortSignal) => Promise<Response>, onBreak: () => void): Bridge['subscribe'] {
  const listeners = new Set<readonly [EventName, (payload: unknown) => void]>();
  let stream: AbortController | undefined;
  const tell = (name: string, payload: unknown): void => {
    for (const [event, listener] of [...listeners]) if (event === name) listener(payload);
  };
  const listen = async (signal: AbortSignal): Promise<void> => {
    for (let again = false; !signal.aborted; again = true) {
      try {
        const response = await open(signal);
        // Events of the pause are lost; the lists they would have refreshed are asked for again.
        if (response.ok && again) tell('library.changed', {});
        if (response.ok) await readAll(response, createEventReader((name, data) => tell(name, decodeWire(data))));
      } catch {
        // The server is away for the moment; calls say so to the person, the stream just tries again.
      }
      if (signal.aborted) return;
      onBreak();
      await new Promise((wait) => setTimeout(wait, RETRY_MS));
    }
  };
  return (event, listener) => {
    const entry = [event, listener] as const;
    listeners.add(entry);
    if (!stream) void listen((stream = new AbortController()).signal);
    return () => {
      listeners.delete(entry);
      if (listeners.size > 0) return;
      stream?.abort();
      stream = undefined;
    };
  };
}

async function readAll(response: Response, read: (piece: string) => void): Promise<void> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) read(piece.value);
}

let leaving = false;
globalThis.addEventListener?.('beforeunload', () => (leaving = true));
globalThis.addEventListener?.('pagehide', () => (leaving = true));
globalThis.addEventListener?.('pageshow', () => (leaving = false));

/** A page that closes must hand over what it still has in a request that outlives it. */
const isLeaving = (): boolean => leaving || globalThis.document?.visibilityState === 'hidden';
