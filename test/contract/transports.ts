import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reply } from '#core/contract/failure.ts';
import type { Request } from '#core/contract/methods.ts';
import type { EventName, Events } from '#core/contract/model.ts';
import type { App } from '#main/app/create-app.ts';
import { dispatch } from '#main/app/dispatch.ts';

/** One end of a wire to an app. */
export interface Wire {
  send(request: Request): Promise<Reply>;
  subscribe<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  close(): Promise<void> | void;
}

/** A way in which requests reach an app. Whatever it is, the app must behave the same behind it. */
export interface Transport {
  readonly name: string;
  connect(app: App): Promise<Wire> | Wire;
}

const direct: Transport = {
  name: 'direct',
  connect: (app) => ({ send: (request) => dispatch(app, request), subscribe: app.on, close: () => undefined }),
};

/** What Electron's IPC does to values: everything that crosses is cloned, a turn of the loop later. */
const cloned: Transport = {
  name: 'cloned',
  connect: (app) => ({
    async send(request) {
      const crossed = structuredClone(request);
      await nextTurn();
      const reply = await dispatch(app, crossed);
      await nextTurn();
      return structuredClone(reply);
    },
    subscribe: (event, listener) => app.on(event, (payload) => {
      const crossed = structuredClone(payload);
      setImmediate(() => listener(crossed));
    }),
    close: () => undefined,
  }),
};

export const transports: readonly Transport[] = [direct, cloned];
