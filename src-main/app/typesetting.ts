import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayoutEngine } from '#core/layout/layout-document.ts';
import type { FontId, FontMetricsFile } from '#core/layout/metrics.ts';
import type { FaceShelf } from '../fonts/face-shelf.ts';

/** What pages are made with. Loaded when first asked for, then kept: a start without pages does not pay for it. */
export interface Typesetting {
  /** With the advance tables of the bundled faces. */
  engine(): Promise<LayoutEngine>;
  /** The bundled faces themselves. */
  faces(): Promise<FaceShelf>;
}

/** `resources` is the program's folder of that name. */
export function createTypesetting(resources: string): Typesetting {
  let engine: Promise<LayoutEngine> | undefined;
  let faces: Promise<FaceShelf> | undefined;
  return {
    engine: () => (engine ??= loadEngine(resources)),
    faces: () => (faces ??= import('../fonts/face-shelf.ts').then(({ createFaceShelf }) => createFaceShelf(join(resources, 'fonts')))),
  };
}

async function loadEngine(resources: string): Promise<LayoutEngine> {
  const [{ createLayoutEngine }, { FONT_IDS, readMetricsPack }] = await Promise.all([import('#core/layout/layout-document.ts'), import('#core/layout/metrics.ts')]);
  const read = (id: FontId): FontMetricsFile => JSON.parse(readFileSync(join(resources, 'metrics', `${id}.json`), 'utf8')) as FontMetricsFile;
  return createLayoutEngine(readMetricsPack(Object.fromEntries(FONT_IDS.map((id) => [id, read(id)])) as Record<FontId, FontMetricsFile>));
}
