import { useSyncExternalStore } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { CarriedImages } from '#core/document/image.ts';

/** Addresses of pictures for this window, by source; null for one whose bytes are nowhere. They stay as long as the window: the bytes of a source never change. */
const addresses = new Map<string, string | null>();
const asked = new Set<string>();
const listeners = new Set<() => void>();
let from: Host | null = null;

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Which host pictures are asked of. */
export function readImagesFrom(host: Host): void {
  from = host;
}

/** Pictures of a file that is only looked at, before it is in the library. */
export function lookAtImages(images: CarriedImages = {}): void {
  for (const [source, { type, data }] of Object.entries(images)) if (!addresses.get(source)) addresses.set(source, `data:${type};base64,${data}`);
}

/** The picture came in just now: it need not be asked for. */
export function knowImage(source: string, picture: Blob): void {
  if (addresses.get(source)) return;
  addresses.set(source, URL.createObjectURL(picture));
  tell();
}

/** Undefined while it is on its way; listeners are told when it has come. */
export function imageAddress(source: string): string | null | undefined {
  if (!addresses.has(source) && from && !asked.has(source)) {
    asked.add(source);
    from.call('image.read', { source }).then(
      ({ type, bytes }) => addresses.set(source, URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))),
      () => addresses.set(source, null),
    ).then(tell, () => undefined);
  }
  return addresses.get(source);
}

export function onImages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address of a picture, for what React draws. */
export const useImage = (source: string): string | null | undefined => useSyncExternalStore(onImages, () => imageAddress(source));
