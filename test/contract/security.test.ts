import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '#core/contract/failure.ts';
import { createApp, type App } from '#main/app/create-app.ts';
import { LARGEST_BODY } from '#main/hosts/web/read-body.ts';
import { serve } from '#main/hosts/web/serve.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { rawRequest, type RawReply } from '../support/raw-request.ts';
import { startWebHost, type WebHost } from '../support/start-web-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CALL = JSON.stringify({ method: 'app.info' });

describe('the web host as a process', () => {
  let host: WebHost;
  let origin: string;
  let token: string;
  let ours: Record<string, string>;
  beforeAll(async () => {
    host = await startWebHost();
    origin = new URL(host.url).origin;
    token = new URL(host.url).hash.slice('#token='.length);
    ours = { Host: new URL(origin).host, Origin: origin, Authorization: `Bearer ${token}` };
  });
  afterAll(() => host.stop());
  const call = (headers: Record<string, string>, more: object = {}): Promise<RawReply> => rawRequest(origin, { headers, body: CALL, ...more });

  it('answers its own page', async () => {
    expect(await call(ours)).toMatchObject({ status: 200 });
    expect(JSON.parse((await call(ours)).text)).toMatchObject({ ok: true, output: { host: 'web' } });
  });

  it('has a token of 256 bits, another one at every start', async () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const other = await startWebHost();
    onTestFinished(() => other.stop());
    expect(other.url.split('#')[1]).not.toBe(host.url.split('#')[1]);
  });

  const wrong: Record<string, () => Record<string, string>> = {
    'no token': () => ({ Host: ours['Host']!, Origin: origin }),
    'an empty token': () => ({ ...ours, Authorization: 'Bearer ' }),
    'a wrong token': () => ({ ...ours, Authorization: `Bearer ${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` }),
    'a token that only begins right': () => ({ ...ours, Authorization: `Bearer ${token}x` }),
    'another scheme': () => ({ ...ours, Authorization: `Basic ${token}` }),
    'no origin': () => ({ Host: ours['Host']!, Authorization: ours['Authorization']! }),
    'the origin of another site': () => ({ ...ours, Origin: 'https://example.com' }),
    'the origin of another port': () => ({ ...ours, Origin: 'http://127.0.0.1:1' }),
    'an opaque origin': () => ({ ...ours, Origin: 'null' }),
    'a name made to point here': () => ({ ...ours, Host: `niwen.example:${new URL(origin).port}` }),
    'localhost, which other programs may own': () => ({ ...ours, Host: `localhost:${new URL(origin).port}` }),
    'a host without a port': () => ({ ...ours, Host: '127.0.0.1' }),
  };
  for (const [what, headers] of Object.entries(wrong)) {
    it(`refuses a call with ${what}`, async () => {
      for (const path of ['/api/call', '/api/events']) {
        const reply = await call(headers(), { path });
        expect(reply.status).toBe(403);
        expect(JSON.parse(reply.text)).toEqual({ ok: false, failure: { code: 'not-permitted', details: {} } });
      }
    });
  }

  it('gives not even the page to a name made to point here', async () => {
    expect(await rawRequest(origin, { method: 'GET', path: '/', headers: { Host: 'niwen.example' } })).toMatchObject({ status: 403 });
  });

  it('answers calls by POST only', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
      for (const path of ['/api/call', '/api/events', '/api/call?method=app.info']) expect(await rawRequest(origin, { method, path, headers: ours })).toMatchObject({ status: 405 });
    }
    const preflight = await rawRequest(origin, { method: 'OPTIONS', headers: { ...ours, Origin: 'https://example.com', 'Access-Control-Request-Method': 'POST' } });
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('knows no other paths', async () => {
    expect(await call(ours, { path: '/api/other' })).toMatchObject({ status: 404 });
    expect(await rawRequest(origin, { method: 'POST', path: '/', headers: ours, body: CALL })).toMatchObject({ status: 405 });
  });

  it('is not confused by a body that is no call', async () => {
    for (const body of ['', '{', 'null', '"app.info"', '[]', '{"$bytes":"!!!!"}', '{"method":{"toString":1}}', '{"method":"__proto__"}', '{"method":"constructor","input":{}}', Buffer.from([0xff, 0xfe, 0x00])]) {
      const reply = await call(ours, { body });
      expect(JSON.parse(reply.text), String(body)).toMatchObject({ ok: false });
      expect((JSON.parse(reply.text) as { failure: Failure }).failure.code, String(body)).toMatch(/^(invalid-input|unknown-method)$/);
    }
  });

  it('refuses a body larger than the largest file, and says so', async () => {
    const reply = await call(ours, { body: Buffer.alloc(LARGEST_BODY + 1, 0x20) });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toMatchObject({ failure: { code: 'file-too-large' } });
  });

  it('names in every answer what the page may load: its own files and no inline script', async () => {
    for (const reply of [await rawRequest(origin, { method: 'GET', path: '/' }), await rawRequest(origin, { method: 'GET', path: '/none' }), await call(ours), await call({})]) {
      const policy = Object.fromEntries(String(reply.headers['content-security-policy']).split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]));
      expect(policy).toMatchObject({ 'default-src': ["'self'"], 'script-src': ["'self'"], 'object-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] });
      expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store' });
    }
  });

  it('listens on 127.0.0.1 and on no other address of this machine', async () => {
    const port = Number(new URL(origin).port);
    const others = ['::1', ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address)))].filter((address) => address !== '127.0.0.1');
    expect(await answers('127.0.0.1', port)).toBe(true);
    for (const address of others) expect(await answers(address, port), address).toBe(false);
  });

  it('writes the token nowhere but in its first line', async () => {
    const { stdout, stderr } = host.output();
    expect(stdout.split('\n')[0]).toBe(host.url);
    expect(stdout.split('\n').slice(1).join('') + stderr).not.toContain(token);
    const log = join(host.data, 'niwen.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain(token);
  });
});

describe('the server in this process', () => {
  async function start(app: App, page: string): Promise<string> {
    const served = await serve(app, { token: 't', port: 0, page });
    onTestFinished(async () => {
      await served.close();
      app.close();
    });
    return served.origin;
  }

  it('tells nothing of a bug but its number; the stack is in the log', async () => {
    const ports = quietPorts();
    const app = createApp(ports);
    const secret = (): never => {
      throw new TypeError('cannot read /home/clerk/secret.docx');
    };
    const origin = await start({ ...app, handlers: { ...app.handlers, 'app.info': secret } }, temporaryFolder());
    const reply = await rawRequest(origin, { headers: { Origin: origin, Authorization: 'Bearer t' }, body: CALL });
    const { failure } = JSON.parse(reply.text) as { failure: Failure };
    expect(failure).toEqual({ code: 'internal', details: { incident: expect.any(String) as string } });
    expect(reply.text).not.toMatch(/secret|TypeError|\bat\b|\.ts/);
    expect(JSON.stringify(ports.logged)).toContain('secret.docx');
    expect(JSON.stringify(ports.logged)).toContain(String(failure.details['incident']));
  });

  it('reads no file outside the page', async () => {
    const folder = temporaryFolder();
    const page = join(folder, 'page');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(page, '.hidden.txt'), 'secret');
    writeFileSync(join(page, 'index.html'), '<p>page');
    writeFileSync(join(page, 'assets', 'a.js'), '1');
    const origin = await start(createApp(quietPorts()), page);
    const get = (path: string): Promise<RawReply> => rawRequest(origin, { method: 'GET', path });
    expect(await get('/')).toMatchObject({ status: 200, text: '<p>page' });
    expect(await get('/assets/a.js')).toMatchObject({ status: 200, text: '1' });
    for (const path of [
      '/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/%252e%252e/secret.txt', '//secret.txt', '/./index.html',
      '/.hidden.txt', '/fonts', '/fonts/own/own-0000000000000000', '/fonts/own/..%2fsecret.txt', '/fonts/../secret.txt', '/fonts/README.md', '/assets', '/assets/', '/a%00.txt', '/%', `/${folder}/secret.txt`, `/file:${folder}/secret.txt`, '/C:/secret.txt',
    ]) {
      const reply = await get(path);
      expect(reply.status, path).toBe(404);
      expect(reply.text, path).not.toContain('secret');
    }
  });
});

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (reached: boolean) => (): void => {
      socket.destroy();
      done(reached);
    };
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
  });
}
