import { createHash } from 'node:crypto';
import { LONGEST_SIDE } from '#core/document/image.ts';
import type { CarriedImage } from '#core/document/image.ts';
import type { SourceImage } from '#core/intake/source.ts';
import { lookAtImage } from './look-at-image.ts';

/** A pixel is 1/96 inch where a file does not say how large it shows a picture; in twips. */
export const PIXEL = 15;

/** A picture as the intake places it, in its own size in twips, and its bytes as they are kept; or the name of a kind that is not carried. */
export type OpenedImage =
  | { readonly ok: true; readonly image: Omit<SourceImage, 'alt'>; readonly carried: CarriedImage }
  | { readonly ok: false; readonly kind: string };

export function openImage(bytes: Uint8Array): OpenedImage {
  const look = lookAtImage(bytes);
  if (!look.ok) return { ok: false, kind: look.kind };
  const source = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true, image: { source, type: look.type, width: Math.min(LONGEST_SIDE, look.width * PIXEL), height: Math.min(LONGEST_SIDE, look.height * PIXEL) },
    carried: { type: look.type, data: Buffer.from(bytes).toString('base64') },
  };
}

/** How a picture that stays behind is named in the account: its 说明, its kind where that is why. */
export const sayImage = (alt: string, kind: string): string => [alt, ...(kind === '' ? [] : [`${kind.toUpperCase()} 格式`])].filter((each) => each !== '').join('，');
