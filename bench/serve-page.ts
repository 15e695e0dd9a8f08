import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const resources = resolve(import.meta.dirname, '../resources');

export interface ServedPage {
  readonly url: string;
  stop(): void;
}

/** Builds a page (a folder of ours with an index.html) as a product ships, minified, into a folder and serves it on 127.0.0.1, beside it /fonts/ with the bundled faces. */
export async function servePage(root: string, folder: string): Promise<ServedPage> {
  await build({ configFile: false, root, publicDir: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } } });
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : normalize(request.url!);
    try {
      const body = readFileSync(join(path.startsWith('/fonts/') ? resources : folder, path));
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}
