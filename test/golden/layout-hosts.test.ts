import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { expect, test } from 'vitest';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { FONT_IDS } from '#core/layout/metrics.ts';
import type { FontId, FontMetricsFile } from '#core/layout/metrics.ts';
import { layoutDigests } from '../support/layout-digest.ts';
import type { DigestInput } from '../support/layout-digest.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../support/samples.ts';
import { describeMissing, findTool } from '../support/tools.ts';

const root = resolve(import.meta.dirname, '../..');
const metrics = Object.fromEntries(FONT_IDS.map((id) => [id, JSON.parse(readFileSync(join(root, `resources/metrics/${id}.json`), 'utf8')) as FontMetricsFile])) as Record<FontId, FontMetricsFile>;
const inputs = TEMPLATE_IDS.map((id): DigestInput => {
  const { format, closing, styles } = templateOf(id);
  return { doc: sampleOf(id).toJSON() as unknown, template: { format, ...(closing ? { closing } : {}), ...(styles ? { styles } : {}) } };
});

/** The layout of src-core as one script for a page. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false, root, logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: join(root, 'test/support/layout-digest.ts'), formats: ['iife'], name: 'layout' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  return (output as Rolldown.RolldownOutput).output[0].code;
}

if (!findTool('chromium')) console.warn(describeMissing('chromium'));

test.skipIf(!findTool('chromium'))('每个范例在 Chromium 里和在 Node 里排得一样，每个字在同一处', async () => {
  const script = await bundle();
  const browser = await chromium.launch({ executablePath: findTool('chromium')!, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const there = await page.evaluate(({ metrics: tables, inputs: documents }) => (globalThis as unknown as { layout: { layoutDigests: typeof layoutDigests } }).layout.layoutDigests(tables, documents), { metrics, inputs });
    const here = layoutDigests(metrics, inputs);
    expect(Object.fromEntries(there.map((digest, index) => [TEMPLATE_IDS[index], digest]))).toEqual(Object.fromEntries(here.map((digest, index) => [TEMPLATE_IDS[index], digest])));
  } finally {
    await browser.close();
  }
}, 180_000);
