import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createApp } from '#main/app/create-app.ts';
import { serve } from '#main/hosts/web/serve.ts';
import { openWindowKeys } from '#main/hosts/web/window-keys.ts';
import type { Bridge } from '#renderer/host/connect-ipc.ts';
import { createHttpBridge } from '#renderer/host/connect-http.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { rawRequest } from '../support/raw-request.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SECRET = '尚未公开的一句话';

interface Place {
  start(token: string, port?: number): Promise<{ origin: string; port: number; close(): Promise<void> }>;
  window(origin: string, token: string): Promise<{ bridge: Bridge; memory: { token: string; key: string | null } }>;
}

/** A data folder whose host is started again and again, and a browser, which names the page's origin by itself. */
function place(): Place {
  const file = join(temporaryFolder(), 'windows.json');
  return {
    async start(token, port = 0) {
      const app = createApp(quietPorts());
      const keys = openWindowKeys(file, app.ports.log);
      const served = await serve(app, { token, port, page: '/nowhere', keys });
      let isOpen = true;
      const close = async (): Promise<void> => {
        if (!isOpen) return;
        isOpen = false;
        await served.close();
        app.close();
      };
      onTestFinished(close);
      return { origin: served.origin, port: Number(new URL(served.origin).port), close };
    },
    async window(origin, token) {
      const real = globalThis.fetch;
      vi.stubGlobal('fetch', (url: string, init: RequestInit) => real(url, { ...init, headers: { ...(init.headers as object), Origin: origin } }));
      onTestFinished(() => void vi.unstubAllGlobals());
      const memory = { token, key: null as string | null };
      const bridge = createHttpBridge(origin, token, { key: () => memory.key, keep: (now, key) => Object.assign(memory, { token: now, key }) });
      await bridge.call({ method: 'app.info', input: undefined });
      await vi.waitFor(() => expect(memory.key).not.toBeNull());
      return { bridge, memory };
    },
  };
}

const info = { method: 'app.info', input: undefined };

it('lets an open window in again after a restart, with the token of the new start', async () => {
  const { start, window } = place();
  const first = await start('one');
  const { bridge, memory } = await window(first.origin, 'one');
  await first.close();
  await expect(bridge.call(info)).rejects.toThrow();
  await start('two', first.port);
  expect(await bridge.call(info)).toMatchObject({ ok: true });
  expect(memory.token).toBe('two');
});

it('lets a window in whose break was too short to be seen, or that was loaded again', async () => {
  const { start, window } = place();
  const first = await start('one');
  const { bridge } = await window(first.origin, 'one');
  await first.close();
  await start('two', first.port);
  expect(await bridge.call(info)).toMatchObject({ ok: true });
});

it('keeps a window out that has no key, or one of another library', async () => {
  const { start, window } = place();
  const first = await start('one');
  const { bridge, memory } = await window(first.origin, 'one');
  const stranger = createHttpBridge(first.origin, 'one');
  await first.close();
  await place().start('two', first.port);
  expect(await stranger.call(info)).toMatchObject({ ok: false, failure: { code: 'not-permitted' } });
  expect(await bridge.call(info)).toMatchObject({ ok: false, failure: { code: 'not-permitted' } });
  expect(memory.token).toBe('one');
});

it('tells a stranger who has taken the port neither token nor key nor a word of the text', async () => {
  const { start, window } = place();
  const first = await start('the old token');
  const { bridge, memory } = await window(first.origin, 'the old token');
  const stop = bridge.subscribe('library.changed', () => undefined);
  onTestFinished(stop);
  await first.close();
  await expect(bridge.call(info)).rejects.toThrow();
  const heard: string[] = [];
  const thief = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push(`${request.url} ${JSON.stringify(request.headers)} ${body}`);
      response.end('{"ok":true,"output":{"nonce":"n","proof":"p","token":"t"}}');
    });
  });
  await new Promise<void>((done) => thief.listen(first.port, '127.0.0.1', done));
  onTestFinished(() => void thief.close());
  await expect(bridge.call({ method: 'import.read', input: { name: SECRET, bytes: new Uint8Array() } })).rejects.toThrow('another program');
  expect(heard.map((each) => each.split(' ')[0])).toContain('/api/window/greet');
  const { key } = JSON.parse(memory.key!) as { key: string };
  for (const secret of ['the old token', 'Bearer', key, SECRET]) expect(heard.join('\n')).not.toContain(secret);
});

it('answers windows by POST from its own origin only, and gives a key for the token only', async () => {
  const { start } = place();
  const { origin } = await start('one');
  const ours = { Host: new URL(origin).host, Origin: origin, Authorization: 'Bearer one' };
  const status = async (path: string, headers: Record<string, string>, body = '{}'): Promise<number> => (await rawRequest(origin, { path, headers, body })).status;
  expect(await status('/api/window/key', ours)).toBe(200);
  for (const headers of [{ ...ours, Authorization: 'Bearer two' }, { ...ours, Origin: 'http://127.0.0.1:1' }, { ...ours, Host: 'localhost' }]) expect(await status('/api/window/key', headers)).toBe(403);
  const { id } = (JSON.parse((await rawRequest(origin, { path: '/api/window/key', headers: ours, body: '{}' })).text) as { output: { id: string } }).output;
  const greeting = JSON.stringify({ id, nonce: 'mine' });
  expect(await status('/api/window/greet', { Host: ours.Host, Origin: origin }, greeting)).toBe(200);
  expect(await status('/api/window/greet', { Host: ours.Host, Origin: 'https://example.com' }, greeting)).toBe(403);
  expect(await status('/api/window/greet', { Host: ours.Host }, greeting)).toBe(403);
  for (const body of ['', 'null', '{}', '{"id":1,"nonce":"x"}', '{"nonce":"x","proof":"y"}']) {
    for (const path of ['/api/window/greet', '/api/window/resume', '/api/window/other']) expect(await status(path, ours, body), `${path} ${body}`).toBe(403);
  }
  expect((await rawRequest(origin, { method: 'GET', path: '/api/window/key', headers: ours })).status).toBe(405);
});
