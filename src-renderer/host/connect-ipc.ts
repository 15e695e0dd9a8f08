import { AppError, type Reply } from '#core/contract/failure.ts';
import type { Host, Request } from '#core/contract/methods.ts';
import type { EventName, Events } from '#core/contract/model.ts';
import { decodeWire, isPacked } from '#core/contract/wire.ts';

/** What carries requests to the app and events back: the preload script's two functions, or HTTP behind the same face. */
export interface Bridge {
  /** Rejects when nothing carried the request to the app. */
  call(request: Request): Promise<Reply>;
  /** Returns the function that stops listening. */
  subscribe(event: EventName, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly bridge?: Bridge;
  }
}

/** What came packed, unpacked; anything else as it is. */
export const unpackOutput = (output: unknown): unknown => (isPacked(output) ? decodeWire(new TextDecoder().decode(output.$packed)) : output);

/** A Host over a bridge. A refused call rejects with AppError; one that did not get through, with AppError `unreachable`. */
export function connectIpc(bridge: Bridge): Host {
  return {
    async call(method, ...input) {
      const reply = await bridge.call({ method, input: input[0] }).catch((cause: unknown) => {
        throw new AppError('unreachable', {}, { cause });
      });
      if (!reply.ok) throw new AppError(reply.failure.code, reply.failure.details);
      return unpackOutput(reply.output) as never;
    },
    on: (event, listener) => bridge.subscribe(event, (payload) => listener(payload as Events[typeof event])),
  };
}
