import type { CSSProperties } from 'react';
import { useImage } from './images.ts';
import { paperLength } from './paragraph-css.ts';

/** Sides of an image on flowing paper: its own width, less where its line is narrower, in the same ratio. */
export const imageCss = (width: number, height: number): CSSProperties => ({ width: paperLength(width), aspectRatio: `${Math.max(1, width)} / ${Math.max(1, height)}` });

/** An image in a line of text; an empty frame with its 说明 where its bytes are missing. */
export function PaperImage({ source, width, height, alt }: { readonly source: string; readonly width: number; readonly height: number; readonly alt: string }) {
  const address = useImage(source);
  if (address) return <img className="image" src={address} alt={alt} style={imageCss(width, height)} draggable={false} />;
  return <span className="image image-missing" role="img" aria-label={alt || '图片'} style={imageCss(width, height)}>{address === null ? `缺图${alt === '' ? '' : `：${alt}`}` : ''}</span>;
}
