/**
 * Makes the advance tables in resources/metrics from the faces in resources/fonts:
 *
 *   node scripts/make-metrics.ts
 *
 * One file a face, in the form src-core/layout/metrics.ts reads: which characters it has, and how wide those are that are not
 * one em. So lines break alike on every host, and no font is opened to lay a document out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_IDS } from '#core/layout/metrics.ts';
import { measureFace } from '#main/fonts/measure-face.ts';
import { openFace } from '#main/fonts/open-faces.ts';
import { projectRoot } from './project-root.ts';

const target = join(projectRoot, 'resources/metrics');
mkdirSync(target, { recursive: true });

for (const id of FONT_IDS) {
  const text = `${JSON.stringify(measureFace(openFace(readFileSync(join(projectRoot, `resources/fonts/niwen-${id}.ttf`)))))}\n`;
  writeFileSync(join(target, `${id}.json`), text);
  console.log(`${id}.json  ${(text.length / 1024).toFixed(0)} KiB`);
}
