import type { CarriedImages } from '#core/document/image.ts';
import type { SourceImage } from '#core/intake/source.ts';
import { createHash } from 'node:crypto';
import { lookAtImage } from '../../images/look-at-image.ts';
import type { Account } from './account.ts';
import { attribute, child, numberOf } from './dom.ts';
import { LIMITS, tooMuch } from './limits.ts';
import type { Package } from './open-package.ts';
import type { Element } from './parse-xml.ts';

/** How a file shows a picture: its sides in twips, whether it floats beside the text. */
export interface PictureSize {
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
  readonly isFloating?: boolean;
  /** From DrawingML, not from the VML of older files. */
  readonly isDrawing?: boolean;
}

/** A sheet's longest side: what a file says beyond is broken. */
const LONGEST = 31_680;
const EMU = 635;
/** A pixel is 1/96 inch where a file does not say how large it shows a picture. */
const PIXEL = 15;

const sideOf = (twips: number | undefined): number | undefined => (twips !== undefined && twips > 0 ? Math.min(LONGEST, Math.max(1, Math.round(twips))) : undefined);

/** wp:inline or wp:anchor (ECMA-376 20.4.2). */
export function sizeOfDrawing(element: Element): PictureSize {
  const extent = child(element, 'extent');
  return sized(sideOf((numberOf(attribute(extent, 'cx')) ?? 0) / EMU), sideOf((numberOf(attribute(extent, 'cy')) ?? 0) / EMU), element.localName === 'anchor', true);
}

/** The style of a VML shape: width:120.5pt;height:3cm. */
export function sizeOfShape(element: Element): PictureSize {
  const style = attribute(element, 'style') ?? '';
  const length = (name: string): number | undefined => {
    const [, number, unit] = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+)(pt|in|cm|mm|px)?`).exec(style) ?? [];
    return number === undefined ? undefined : sideOf(Number(number) * UNITS[(unit ?? 'px') as keyof typeof UNITS]);
  };
  return sized(length('width'), length('height'), /position\s*:\s*absolute/.test(style), false);
}

const UNITS = { pt: 20, in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54, px: PIXEL } as const;

const sized = (width: number | undefined, height: number | undefined, isFloating: boolean, isDrawing: boolean): PictureSize => ({ ...(width && height ? { width, height } : {}), isFloating, isDrawing });

/** The pictures of one file, each read and kept once. */
export interface Pictures {
  /** What is read next belongs to this part: a relationship means another thing in each. Undefined for a part whose relationships are not read. */
  within<T>(root: Element | undefined, read: () => T): T;
  find(relation: string | undefined, size: PictureSize, account: Account): SourceImage | null;
  readonly carried: () => CarriedImages;
}

export function createPictures(file: Package): Pictures {
  const carried: Record<string, CarriedImages[string]> = {};
  const read = new Map<string, Opened>();
  let bytesRead = 0;
  let part: Element | undefined;
  const open = (path: string): Opened => {
    const bytes = file.media(path);
    if (!bytes) return { ok: false, kind: '' };
    if ((bytesRead += bytes.length) > LIMITS.imageBytes) throw tooMuch();
    const look = lookAtImage(bytes);
    if (!look.ok) return { ok: false, kind: look.kind };
    const source = createHash('sha256').update(bytes).digest('hex');
    carried[source] ??= { type: look.type, data: Buffer.from(bytes).toString('base64') };
    return { ok: true, source, type: look.type, width: look.width * PIXEL, height: look.height * PIXEL };
  };
  return {
    within(root, work) {
      const before = part;
      part = root;
      try {
        return work();
      } finally {
        part = before;
      }
    },
    find(relation, { width, height, alt = '' }, account) {
      const path = part && relation !== undefined ? file.pathOf(part, relation) : undefined;
      const opened: Opened = path === undefined ? { ok: false, kind: '' } : read.get(path) ?? open(path);
      if (path !== undefined) read.set(path, opened);
      if (!opened.ok) {
        account.note('image', opened.kind === '' ? alt : `${alt}${alt === '' ? '' : '，'}${opened.kind.toUpperCase()} 格式`);
        return null;
      }
      const { source, type } = opened;
      return { source, type, width: width ?? Math.min(LONGEST, opened.width), height: height ?? Math.min(LONGEST, opened.height), alt };
    },
    carried: () => carried,
  };
}

type Opened = (Pick<SourceImage, 'source' | 'type' | 'width' | 'height'> & { readonly ok: true }) | { readonly ok: false; readonly kind: string };
