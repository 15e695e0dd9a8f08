import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export interface BarePage {
  readonly url: string;
  stop(): void;
}

/** Builds the bare editor as a page ships (minified, production) into a folder and serves it on 127.0.0.1. */
export async function serveBareEditor(folder: string): Promise<BarePage> {
  await build({ configFile: false, root: import.meta.dirname, publicDir: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } } });
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : request.url!;
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}
