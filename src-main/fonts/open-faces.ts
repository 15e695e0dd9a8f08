import { create } from 'fontkit';
import type { Face } from './face.ts';

/** The faces of a font file: TrueType, OpenType, or a collection of several. Throws where the bytes are no font. */
export function openFaces(bytes: Uint8Array): readonly Face[] {
  const opened = create(bytes);
  return opened.type === 'TTC' ? opened.fonts : [opened];
}

/** The only face of a font file. */
export function openFace(bytes: Uint8Array): Face {
  const [face, another] = openFaces(bytes);
  if (!face || another) throw new Error('not a font file of one face');
  return face;
}
