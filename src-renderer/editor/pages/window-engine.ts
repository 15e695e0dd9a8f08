import type { LayoutEngine } from '#core/layout/layout-document.ts';
import { FONT_IDS, readMetricsPack } from '#core/layout/metrics.ts';
import type { BundledFontId, FontMetricsFile, OwnFonts } from '#core/layout/metrics.ts';

let reading: Promise<Readonly<Record<BundledFontId, FontMetricsFile>>> | undefined;

/**
 * A layout engine of one draft's own, over the advance tables that ship with the program, which are fetched when first asked for, and those
 * of the person's own fonts.
 */
export async function createWindowEngine(own: OwnFonts): Promise<LayoutEngine> {
  reading ??= readTables();
  const [tables, { createLayoutEngine }] = await Promise.all([reading, import('#core/layout/layout-document.ts')]);
  return createLayoutEngine(readMetricsPack(tables, own));
}

async function readTables(): Promise<Readonly<Record<BundledFontId, FontMetricsFile>>> {
  const tables = import.meta.glob<FontMetricsFile>('../../../resources/metrics/*.json', { import: 'default' });
  const files = await Promise.all(FONT_IDS.map(async (id): Promise<[BundledFontId, FontMetricsFile]> => [id, await tables[`../../../resources/metrics/${id}.json`]!()]));
  return Object.fromEntries(files) as Record<BundledFontId, FontMetricsFile>;
}
