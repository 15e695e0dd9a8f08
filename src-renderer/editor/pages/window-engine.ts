import type { LayoutEngine } from '#core/layout/layout-document.ts';
import { FONT_IDS, readMetricsPack } from '#core/layout/metrics.ts';
import type { FontId, FontMetricsFile, MetricsPack } from '#core/layout/metrics.ts';

let reading: Promise<MetricsPack> | undefined;

/** A layout engine of one draft's own, over the advance tables that ship with the program; they are fetched when first asked for. */
export async function createWindowEngine(): Promise<LayoutEngine> {
  reading ??= readTables();
  const [metrics, { createLayoutEngine }] = await Promise.all([reading, import('#core/layout/layout-document.ts')]);
  return createLayoutEngine(metrics);
}

async function readTables(): Promise<MetricsPack> {
  const tables = import.meta.glob<FontMetricsFile>('../../../resources/metrics/*.json', { import: 'default' });
  const files = await Promise.all(FONT_IDS.map(async (id): Promise<[FontId, FontMetricsFile]> => [id, await tables[`../../../resources/metrics/${id}.json`]!()]));
  return readMetricsPack(Object.fromEntries(files) as Record<FontId, FontMetricsFile>);
}
