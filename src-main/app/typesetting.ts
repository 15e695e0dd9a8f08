import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayoutEngine } from '#core/layout/layout-document.ts';
import type { BundledFontId, FontMetricsFile, OwnFonts } from '#core/layout/metrics.ts';
import type { FaceShelf } from '../fonts/face-shelf.ts';
import type { FontLibrary } from '../fonts/font-library.ts';

/** What pages are made with. Loaded when first asked for, then kept: a start without pages does not pay for it. */
export interface Typesetting {
  /** With the advance tables of the bundled faces and of the person's own; another one once those change. */
  engine(): Promise<LayoutEngine>;
  /** The faces themselves. */
  faces(): Promise<FaceShelf>;
}

/** `resources` is the program's folder of that name. */
export function createTypesetting(resources: string, fonts: FontLibrary): Typesetting {
  let engine: { readonly own: OwnFonts; readonly made: Promise<LayoutEngine> } | undefined;
  let faces: Promise<FaceShelf> | undefined;
  return {
    async engine() {
      const own = await fonts.inUse();
      if (engine?.own !== own) engine = { own, made: loadEngine(resources, own) };
      return engine.made;
    },
    faces: () => (faces ??= import('../fonts/face-shelf.ts').then(({ createFaceShelf }) => createFaceShelf(join(resources, 'fonts'), (id) => fonts.face(id)))),
  };
}

async function loadEngine(resources: string, own: OwnFonts): Promise<LayoutEngine> {
  const [{ createLayoutEngine }, { FONT_IDS, readMetricsPack }] = await Promise.all([import('#core/layout/layout-document.ts'), import('#core/layout/metrics.ts')]);
  const read = (id: BundledFontId): FontMetricsFile => JSON.parse(readFileSync(join(resources, 'metrics', `${id}.json`), 'utf8')) as FontMetricsFile;
  return createLayoutEngine(readMetricsPack(Object.fromEntries(FONT_IDS.map((id) => [id, read(id)])) as Record<BundledFontId, FontMetricsFile>, own));
}
