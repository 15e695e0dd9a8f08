// @vitest-environment node
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { connectHttp } from './connect-http.ts';

/** A server that answers with what it is told; `stream` writes to all open event streams. */
async function startServer(port = 0, body = '{"ok":true,"output":null}'): Promise<{ port: number; seen: string[]; stream(text: string): void; streams(): number; stop(): Promise<void> }> {
  const seen: string[] = [];
  const open = new Set<{ write(text: string): unknown }>();
  const server: Server = createServer((request, response) => {
    if (request.url === '/api/events') {
      response.writeHead(200);
      response.write(': open\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
      return;
    }
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${text}`);
      response.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const stop = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  return { port: (server.address() as AddressInfo).port, seen, stream: (text) => open.forEach((each) => each.write(text)), streams: () => open.size, stop };
}

const originOf = (port: number): string => `http://127.0.0.1:${port}`;

it('sends the token in a header and bytes as tagged text', async () => {
  const server = await startServer(0, '{"ok":true,"output":{"name":"a","bytes":{"$bytes":"AAE="}}}');
  const host = connectHttp(originOf(server.port), 'secret');
  const reply = await host.call('export.write', { id: 'x', format: 'txt' });
  expect(reply.bytes).toEqual(new Uint8Array([0, 1]));
  expect(server.seen).toEqual(['POST /api/call Bearer secret {"method":"export.write","input":{"id":"x","format":"txt"}}']);
});

it('rejects with the failure of a refused call', async () => {
  const server = await startServer(0, '{"ok":false,"failure":{"code":"conflict","details":{"revision":3}}}');
  await expect(connectHttp(originOf(server.port), 't').call('app.info')).rejects.toMatchObject({ name: 'AppError', code: 'conflict', details: { revision: 3 } });
});

it('is unreachable when the server is gone or answers nonsense', async () => {
  const server = await startServer(0, '<html>');
  const host = connectHttp(originOf(server.port), 't');
  await expect(host.call('app.info')).rejects.toMatchObject({ code: 'unreachable' });
  await server.stop();
  await expect(host.call('app.info')).rejects.toMatchObject({ code: 'unreachable' });
});

it('shares one stream among all listeners and closes it after the last', async () => {
  const server = await startServer();
  const host = connectHttp(originOf(server.port), 't');
  const changed = vi.fn();
  const closing = vi.fn();
  const stops = [host.on('document.changed', changed), host.on('app.closing', closing)];
  await vi.waitFor(() => expect(server.streams()).toBe(1));
  // In pieces, as a network may cut them.
  server.stream('event: document.changed\nda');
  server.stream('ta: {"id":"d","revision":2}\n\nevent: app.closing\ndata: {}\n\n: beat\n\n');
  await vi.waitFor(() => expect(closing).toHaveBeenCalledTimes(1));
  expect(changed).toHaveBeenCalledExactlyOnceWith({ id: 'd', revision: 2 });
  for (const stop of stops) stop();
  await vi.waitFor(() => expect(server.streams()).toBe(0));
});

it('opens the stream again after a break, and has the lists asked for again', async () => {
  const server = await startServer();
  const host = connectHttp(originOf(server.port), 't');
  const library = vi.fn();
  onTestFinished(host.on('library.changed', library));
  await vi.waitFor(() => expect(server.streams()).toBe(1));
  expect(library).not.toHaveBeenCalled();
  await server.stop();
  const again = await startServer(server.port);
  await vi.waitFor(() => expect(again.streams()).toBe(1), { timeout: 5000 });
  await vi.waitFor(() => expect(library).toHaveBeenCalledExactlyOnceWith({}));
});
