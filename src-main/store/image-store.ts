import { createHash } from 'node:crypto';
import type { ImageType } from '#core/document/image.ts';
import type { Query } from './query.ts';

export interface KeptBytes {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

/** Bytes of pictures under their SHA-256; nothing here judges them, and nothing is ever taken away. */
export interface ImageStore {
  /** Keeps them once and tells their name. */
  put(image: KeptBytes, at: number): string;
  find(source: string): KeptBytes | undefined;
}

export function createImageStore(query: Query): ImageStore {
  const { from } = query;
  return {
    put({ type, bytes }, at) {
      const hash = nameOfImage(bytes);
      query.run(from.insertInto('image').values({ hash, type, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), kept_at: at }).onConflict((clash) => clash.doNothing()));
      return hash;
    },
    find: (source) => query.first(from.selectFrom('image').select(['type', 'bytes']).where('hash', '=', source)),
  };
}

const nameOfImage = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
