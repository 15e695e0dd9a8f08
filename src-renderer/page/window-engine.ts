import type { LayoutEngine } from '#core/layout/layout-document.ts';
import { FONT_IDS, readMetricsPack } from '#core/layout/metrics.ts';
import type { BundledFontId, FontMetricsFile, OwnFonts } from '#core/layout/metrics.ts';
import { loadOnce } from '../ui/load-once.ts';

/**
 * A layout engine of one draft's own, over the advance tables that ship with the program, which are fetched when first asked for, and those
 * of the person's own fonts.
 */
export async function createWindowEngine(own: OwnFonts): Promise<LayoutEngine> {
  const [tables, { createLayoutEngine }] = await Promise.all([readTables(), import('#core/layout/layout-document.ts')]);
  return createLayoutEngine(readMetricsPack(tables, own));
}

const readTables = loadOnce(async () => {
  const tables = import.meta.glob<FontMetricsFile>('../../resources/metrics/*.json', { import: 'default' });
  const files = await Promise.all(FONT_IDS.map(async (id): Promise<[BundledFontId, FontMetricsFile]> => [id, await tables[`../../resources/metrics/${id}.json`]!()]));
  return Object.fromEntries(files) as Record<BundledFontId, FontMetricsFile>;
});
