import type { IncomingMessage } from 'node:http';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE, LARGEST_IMAGES } from '#core/contract/methods.ts';

/** The largest file and the pictures that came in it as base64, and room for the document around them. */
export const LARGEST_BODY = Math.ceil((LARGEST_FILE + LARGEST_IMAGES) / 3) * 4 + 8 * 1024 * 1024;

// Beyond this the connection is cut; up to it the rest is read and dropped, or the browser would never see our answer.
const MOST_PATIENCE = 4 * LARGEST_BODY;

/** The body as text. Throws AppError `file-too-large` past LARGEST_BODY, `invalid-input` when it is not UTF-8. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_PATIENCE) break;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > LARGEST_BODY) throw new AppError('file-too-large', { limit: LARGEST_FILE / 1024 / 1024 });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new AppError('invalid-input', { path: 'body' }, { cause });
  }
}
