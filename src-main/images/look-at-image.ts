import { imageSize } from 'image-size';
import { LARGEST_IMAGE } from '#core/contract/methods.ts';
import type { ImageType } from '#core/document/image.ts';

/** What bytes are: a picture that is carried, with its sides in pixels; or why they are not. `kind` is the name people know the format by. */
export type LookedAt =
  | { readonly ok: true; readonly type: ImageType; readonly width: number; readonly height: number; readonly isTurned: boolean }
  | { readonly ok: false; readonly problem: 'not-an-image' | 'unknown-image-type' | 'image-too-large'; readonly kind: string };

/** Reads the head of a picture only; never throws. */
export function lookAtImage(bytes: Uint8Array): LookedAt {
  const refuse = (problem: (LookedAt & { ok: false })['problem'], kind = ''): LookedAt => ({ ok: false, problem, kind });
  if (bytes.length > LARGEST_IMAGE.bytes) return refuse('image-too-large');
  const metafile = metafileOf(bytes);
  if (metafile !== null) return refuse('unknown-image-type', metafile);
  let size;
  try {
    size = imageSize(bytes);
  } catch {
    return refuse('not-an-image');
  }
  const { type: kind = '', width, height, orientation = 1 } = size;
  if (kind !== 'png' && kind !== 'jpg') return refuse('unknown-image-type', kind);
  if (!(width > 0 && height > 0)) return refuse('not-an-image');
  if (width * height > LARGEST_IMAGE.pixels) return refuse('image-too-large');
  // Four inks: the colours of a print shop, which neither a screen nor PDF/A-1b in sRGB has.
  if (kind === 'jpg' && jpegComponents(bytes) === 4) return refuse('unknown-image-type', 'cmyk jpg');
  return { ok: true, type: kind === 'png' ? 'image/png' : 'image/jpeg', width, height, isTurned: orientation !== 1 };
}

const begins = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** Drawings of Windows, which `image-size` does not know. */
function metafileOf(bytes: Uint8Array): string | null {
  if (begins(bytes, 1, 0, 0, 0) && begins(bytes.subarray(40), 0x20, 0x45, 0x4d, 0x46)) return 'emf';
  return begins(bytes, 0xd7, 0xcd, 0xc6, 0x9a) || begins(bytes, 1, 0, 9, 0) ? 'wmf' : null;
}

/** Colours of a JPEG, from its frame header (ITU-T T.81 B.2.2); 0 where there is none. */
function jpegComponents(bytes: Uint8Array): number {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return bytes[at + 9]!;
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return 0;
}
