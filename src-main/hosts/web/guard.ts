import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** 256 bits, new at every start; who holds it is the person at this machine. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** Whether a request to the API comes from our own page: the exact host (no name bound to our address), the exact origin, the token. */
export function isOurPage(headers: IncomingHttpHeaders, origin: string, token: string): boolean {
  return isOurOrigin(headers, origin) && isSame(headers.authorization ?? '', `Bearer ${token}`);
}

/** The same without the token: a page of a host that stood at this address before us may well be behind it. */
export function isOurOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  return isOurHost(headers, origin) && headers.origin === origin;
}

/** Whether a request names us as 127.0.0.1 with our port, and not by a name that was made to point here (DNS rebinding). */
export function isOurHost(headers: IncomingHttpHeaders, origin: string): boolean {
  return `http://${headers.host}` === origin;
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
