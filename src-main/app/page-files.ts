import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { App } from './create-app.ts';
import { dispatch } from './dispatch.ts';

/**
 * What the page may load and do, in every host: its own files and nothing from elsewhere. antd writes its styles into the page; a frame
 * holds only what the page itself has made, the PDF for the browser's print dialogue.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "object-src 'none'", 'frame-src blob:', "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer to the page. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

export interface PageFile {
  readonly body: Buffer;
  readonly type: string;
  /** Its name changes with its content, so that it may be kept. */
  readonly lasting: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.ttf': 'font/ttf', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json; charset=utf-8',
};

/**
 * The file that a URL path names; undefined when there is none. `/` is the built page itself and other names its files, /fonts/ the bundled
 * faces, which the page shares with what makes PDF files, /fonts/own/ID the person's own in use. Nothing outside these folders is read.
 */
export async function readPageFile(app: App, page: string, urlPath: string): Promise<PageFile | undefined> {
  const own = /^\/fonts\/own\/(own-[0-9a-f]{16})$/.exec(urlPath)?.[1];
  if (own !== undefined) return readOwnFont(app, own);
  const parts = readPath(urlPath);
  const name = parts?.at(-1);
  if (!parts || name === undefined) return undefined;
  const type = TYPES[extname(name)];
  if (type === undefined) return undefined;
  const file = parts[0] === 'fonts' ? join(app.ports.folders.resources, ...parts) : join(page, ...parts);
  try {
    return { body: await readFile(file), type, lasting: parts[0] === 'assets' };
  } catch {
    return undefined;
  }
}

/** Its id hangs on the file's size and time, so that a window may keep it. */
async function readOwnFont(app: App, id: string): Promise<PageFile | undefined> {
  const reply = await dispatch(app, { method: 'font.read', input: { id } });
  return reply.ok ? { body: Buffer.from(reply.output as Uint8Array), type: 'font/ttf', lasting: true } : undefined;
}

/** Plain names only: no dot files, no parent folders, no drive letters, no separators hidden behind an escape. */
function readPath(urlPath: string): string[] | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const parts = path === '/' ? ['index.html'] : path.split('/').slice(1);
  return parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(part)) ? parts : undefined;
}
