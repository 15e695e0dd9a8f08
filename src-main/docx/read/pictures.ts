import { LONGEST_SIDE } from '#core/document/image.ts';
import type { CarriedImages } from '#core/document/image.ts';
import type { SourceImage } from '#core/intake/source.ts';
import { openImage, PIXEL, sayImage } from '../../images/open-image.ts';
import type { OpenedImage } from '../../images/open-image.ts';
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

const EMU = 635;

const sideOf = (twips: number | undefined): number | undefined => (twips !== undefined && twips > 0 ? Math.min(LONGEST_SIDE, Math.max(1, Math.round(twips))) : undefined);

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
  const read = new Map<string, OpenedImage>();
  let bytesRead = 0;
  let part: Element | undefined;
  const open = (path: string): OpenedImage => {
    const bytes = file.media(path);
    if (!bytes) return { ok: false, kind: '' };
    if ((bytesRead += bytes.length) > LIMITS.imageBytes) throw tooMuch();
    const opened = openImage(bytes);
    if (opened.ok) carried[opened.image.source] ??= opened.carried;
    return opened;
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
      const opened: OpenedImage = path === undefined ? { ok: false, kind: '' } : read.get(path) ?? open(path);
      if (path !== undefined) read.set(path, opened);
      if (!opened.ok) {
        account.note('image', sayImage(alt, opened.kind));
        return null;
      }
      return { ...opened.image, ...(width && height ? { width, height } : {}), alt };
    },
    carried: () => carried,
  };
}
