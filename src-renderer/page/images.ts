import { useSyncExternalStore } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { CarriedImages } from '#core/document/image.ts';

/** Addresses of pictures for this window, by source; null for one whose bytes are nowhere. They stay as long as the window: the bytes of a source never change. */
const addresses = new Map<string, string | null>();
const asked = new Set<string>();
/** The bytes behind the addresses: what is copied must be there at once. */
const contents = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>();
const listeners = new Set<() => void>();
let from: Host | null = null;
/** As many bytes as one call takes as arguments. */
const PIECE = 0x2000;

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
export function knowImage(source: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  if (addresses.get(source)) return;
  keep(source, type, bytes);
  tell();
}

function keep(source: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  addresses.set(source, URL.createObjectURL(new Blob([bytes], { type })));
  contents.set(source, { type, bytes });
}

/** A picture as an address that holds its bytes, for other programs; null for one that is not here (yet), or larger than `most` bytes. */
export function imageData(source: string, most: number): string | null {
  const kept = contents.get(source);
  if (!kept) return addresses.get(source)?.startsWith('data:') ? addresses.get(source)! : null;
  if (kept.bytes.length > most) return null;
  let letters = '';
  for (let at = 0; at < kept.bytes.length; at += PIECE) letters += String.fromCharCode(...kept.bytes.subarray(at, at + PIECE));
  return `data:${kept.type};base64,${btoa(letters)}`;
}

/** Undefined while it is on its way; listeners are told when it has come. */
export function imageAddress(source: string): string | null | undefined {
  if (!addresses.has(source) && from && !asked.has(source)) {
    asked.add(source);
    from.call('image.read', { source }).then(
      ({ type, bytes }) => keep(source, type, new Uint8Array(bytes)),
      () => void addresses.set(source, null),
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
