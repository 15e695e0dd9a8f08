import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, type FailureCode, type Reply } from '#core/contract/failure.ts';
import type { Request } from '#core/contract/methods.ts';
import { decodeWire, encodeWire, isPacked } from '#core/contract/wire.ts';
import type { App } from '#main/app/create-app.ts';
import { dispatchPacked } from '#main/app/dispatch.ts';
import { readPageFile, SECURITY_HEADERS } from '#main/app/page-files.ts';
import { answerWindow } from './answer-window.ts';
import { isOurHost, isOurOrigin, isOurPage } from './guard.ts';
import { notBuilt } from './not-built.ts';
import { readBody } from './read-body.ts';
import { streamEvents } from './stream-events.ts';
import type { WindowKeys } from './window-keys.ts';

export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

interface ServeOptions {
  readonly token: string;
  readonly port: number;
  readonly page: string;
  /** Lets windows of an earlier start back in; without it they stay out. */
  readonly keys?: WindowKeys;
}

/** Serves the app on 127.0.0.1 only; port 0 is any free one. Rejects with the system's error when the port is taken. */
export async function serve(app: App, options: ServeOptions): Promise<Served> {
  let origin = '';
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-store');
    answer(request, response).catch((error: unknown) => {
      app.ports.log.error('request failed', { error: error instanceof Error ? error.stack ?? error.message : String(error) });
      if (!response.headersSent) send(response, 500, refusal('internal'));
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0]!;
    if (!isOurHost(request.headers, origin)) return refuse(request, response, 403);
    if (!path.startsWith('/api/')) return answerFile(request, response, path);
    if (request.method !== 'POST') return refuse(request, response, 405);
    if (path.startsWith('/api/window/') && options.keys) return greetWindow(request, response, path, options.keys);
    if (!isOurPage(request.headers, origin, options.token)) return refuse(request, response, 403);
    if (path === '/api/call') return answerCall(request, response);
    if (path === '/api/events') return streamEvents(app, response);
    refuse(request, response, 404);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let call: Request;
    try {
      call = readCall(await readBody(request));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      send(response, error.code === 'file-too-large' ? 413 : 400, { ok: false, failure: { code: error.code, details: error.details } });
      return;
    }
    send(response, 200, await dispatchPacked(app, call));
  }

  async function greetWindow(request: IncomingMessage, response: ServerResponse, path: string, keys: WindowKeys): Promise<void> {
    if (!isOurOrigin(request.headers, origin)) return refuse(request, response, 403);
    const body = await readBody(request).then(decodeWire).catch(() => undefined);
    const reply = answerWindow(path, body, { keys, origin, token: options.token, hasToken: isOurPage(request.headers, origin, options.token) });
    if (reply) send(response, 200, reply);
    else refuse(request, response, 403);
  }

  async function answerFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(request, response, 405);
    const file = (await readPageFile(app, options.page, path)) ?? (path === '/' ? notBuilt() : undefined);
    if (!file) return refuse(request, response, 404);
    if (file.lasting) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.body.length });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', failed);
      listening();
    });
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // Event streams never end by themselves, and answers under way take no longer than the work they ask for.
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 500).unref();
      }),
  };
}

function readCall(text: string): Request {
  let value: unknown;
  try {
    value = decodeWire(text);
  } catch (cause) {
    throw new AppError('invalid-input', { path: 'body' }, { cause });
  }
  if (typeof value !== 'object' || value === null) throw new AppError('invalid-input', { path: 'body' });
  const { method, input } = value as Partial<Request>;
  return { method, input };
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  request.resume();
  send(response, status, refusal(status === 404 ? 'not-found' : 'not-permitted'));
}

const refusal = (code: FailureCode): Reply => ({ ok: false, failure: { code, details: {} } });

function send(response: ServerResponse, status: number, reply: Reply): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  if (!reply.ok || !isPacked(reply.output)) {
    response.end(encodeWire(reply));
    return;
  }
  response.write('{"ok":true,"output":');
  response.write(reply.output.$packed);
  response.end('}');
}
