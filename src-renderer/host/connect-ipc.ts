import { AppError, type Reply } from '#core/contract/failure.ts';
import type { Host, Request } from '#core/contract/methods.ts';
import type { EventName, Events } from '#core/contract/model.ts';

/** What carries requests to the app and events back: the preload script's two functions, or HTTP behind the same face. */
export interface Bridge {
  call(request: Request): Promise<Reply>;
  /** Returns the function that stops listening. */
  subscribe(listener: (event: EventName, payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly bridge?: Bridge;
  }
}

/** A Host over a bridge. A refused call rejects with AppError. */
export function connectIpc(bridge: Bridge): Host {
  return {
    async call(method, ...input) {
      const reply = await bridge.call({ method, input: input[0] });
      if (!reply.ok) throw new AppError(reply.failure.code, reply.failure.details);
      return reply.output as never;
    },
    on: (event, listener) =>
      bridge.subscribe((name, payload) => {
        if (name === event) listener(payload as Events[typeof event]);
      }),
  };
}
