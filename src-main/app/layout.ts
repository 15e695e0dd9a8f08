import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handlers } from '#core/contract/methods.ts';
import type { LayoutEngine } from '#core/layout/layout-document.ts';
import type { FontId, FontMetricsFile } from '#core/layout/metrics.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { AppContext } from './context.ts';
import { getNamedDocument } from './named-document.ts';

/** A document of the library, or a document file, → its pages and lines. Nothing is stored or changed. */
export function layoutHandlers(context: AppContext): Pick<Handlers, 'layout.run'> {
  let loading: Promise<LayoutEngine> | undefined;
  return {
    'layout.run': async ({ profile, ...wish }) => {
      const { doc, template } = await getNamedDocument(context, wish);
      loading ??= loadEngine(context.ports.folders.resources);
      const [engine, { reportLayout }] = await Promise.all([loading, import('#core/layout/report-layout.ts')]);
      return reportLayout(engine.layout(doc, resolveStyles(template), { profile: profile ?? 'gb' }));
    },
  };
}

/** The engine with the advance tables of the bundled faces; a start without pages does not pay for it. */
async function loadEngine(resources: string): Promise<LayoutEngine> {
  const [{ createLayoutEngine }, { FONT_IDS, readMetricsPack }] = await Promise.all([import('#core/layout/layout-document.ts'), import('#core/layout/metrics.ts')]);
  const read = (id: FontId): FontMetricsFile => JSON.parse(readFileSync(join(resources, 'metrics', `${id}.json`), 'utf8')) as FontMetricsFile;
  return createLayoutEngine(readMetricsPack(Object.fromEntries(FONT_IDS.map((id) => [id, read(id)])) as Record<FontId, FontMetricsFile>));
}
