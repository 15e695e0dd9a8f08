import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageFrame } from '#core/layout/frames.ts';
import { isOwnFont } from '#core/layout/metrics.ts';
import type { FontId, OwnFontId } from '#core/layout/metrics.ts';
import type { Face } from './face.ts';
import { openFace } from './open-faces.ts';

/** The faces that pages name. */
export type Faces = ReadonlyMap<FontId, Face>;

/** Faces at hand; each is read when the first document uses it and kept. */
export interface FaceShelf {
  facesFor(pages: Iterable<PageFrame>): Promise<Faces>;
}

/** `folder` is resources/fonts; `own` gives the person's own faces. */
export function createFaceShelf(folder: string, own: (id: OwnFontId) => Promise<Face>): FaceShelf {
  const faces = new Map<FontId, Promise<Face>>();
  const load = (id: FontId): Promise<Face> => {
    if (isOwnFont(id)) return own(id);
    const face = faces.get(id) ?? readFile(join(folder, `niwen-${id}.ttf`)).then(openFace);
    faces.set(id, face);
    return face;
  };
  return {
    async facesFor(pages) {
      const used = new Set<FontId>();
      for (const { lines } of pages) for (const { runs } of lines) for (const { font } of runs) used.add(font);
      return new Map(await Promise.all([...used].map(async (id) => [id, await load(id)] as const)));
    },
  };
}
