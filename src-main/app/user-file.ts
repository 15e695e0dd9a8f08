import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { OpenedFile } from '#core/contract/model.ts';

/** Reads a file the person chose. Throws AppError `unreadable-file`, `file-too-large`. */
export const readUserFile = (file: string): Promise<OpenedFile> => readUserStream(createReadStream(file), basename(file));

/** The same for a stream, standard input for one; `name` is what the sentences call it. */
export async function readUserStream(stream: NodeJS.ReadableStream, name: string): Promise<OpenedFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_FILE) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new AppError('unreadable-file', { name }, { cause });
  }
  if (size > LARGEST_FILE) throw new AppError('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
  return { name, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

/** Writes a whole file or nothing: what stood there before is replaced only when all is on disk. Throws AppError `unwritable-file`, `disk-full`. */
export async function writeUserFile(chosen: string, bytes: Uint8Array): Promise<void> {
  // A link stays a link.
  const file = await realpath(chosen).catch(() => chosen);
  // A pipe or a device (/dev/stdout) cannot be replaced, only written to.
  const inPlace = (await stat(file).catch(() => undefined))?.isFile() === false;
  const target = inPlace ? file : join(dirname(file), `.${basename(file).slice(0, 40)}.${randomUUID().slice(0, 8)}`);
  try {
    await writeFile(target, bytes, { flush: !inPlace });
    if (!inPlace) await rename(target, file);
  } catch (cause) {
    if (!inPlace) await rm(target, { force: true });
    throw new AppError((cause as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'unwritable-file', { name: basename(file) }, { cause });
  }
}
