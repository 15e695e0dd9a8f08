import { join } from 'node:path';
import { vi } from 'vitest';
import type { EventName, Events } from '#core/contract/model.ts';
import type { App } from '#main/app/create-app.ts';
import { serve } from '#main/hosts/web/serve.ts';
import { createHttpBridge } from '#renderer/host/connect-http.ts';
import { unpackOutput } from '#renderer/host/connect-ipc.ts';
import { createStandIn } from '../support/electron-stand-in.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Transport } from './transports.ts';

/** The web host's server and the page's half of the wire, over a real socket. */
const loopback: Transport = {
  name: 'http loopback',
  async connect(app) {
    const streaming = Promise.withResolvers<void>();
    const watched: App = { ...app, on: (...args) => (streaming.resolve(), app.on(...args)) };
    const served = await serve(watched, { token: 'token', port: 0, page: '/nowhere' });
    // A browser names the page's origin by itself; Node's fetch does not.
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => real(url, { ...init, headers: { ...(init.headers as object), Origin: served.origin } }));
    const bridge = createHttpBridge(served.origin, 'token');
    const stop = bridge.subscribe('app.closing', () => {});
    await streaming.promise;
    return {
      send: bridge.call,
      subscribe: (event, listener) => bridge.subscribe(event, listener as (payload: unknown) => void),
      async close() {
        stop();
        vi.unstubAllGlobals();
        await served.close();
      },
    };
  },
};

const electron = createStandIn();
vi.doMock('electron', () => electron.module);

/** The desktop host's window and IPC, in a stand-in for Electron. */
const ipc: Transport = {
  name: 'electron ipc',
  async connect(app) {
    const { openWindow } = await import('#main/hosts/electron/open-window.ts');
    openWindow(app, { stateFile: join(temporaryFolder(), 'window.json') });
    const browser = electron.windows.at(-1)!;
    const page = electron.page(browser);
    return {
      async send(request) {
        const reply = await page.call(request);
        return reply.ok ? { ok: true, output: unpackOutput(reply.output) } : reply;
      },
      subscribe: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => page.subscribe(event, (payload) => listener(payload as Events[E])),
      close: () => browser.destroy(),
    };
  },
};

export const hostedTransports: readonly Transport[] = [loopback, ipc];
