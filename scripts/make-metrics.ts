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
import subsetFont from 'subset-font';
import { fallbackCharacters, latinCharacters } from './font-coverage.ts';
import { projectRoot } from './project-root.ts';
import { advanceWidth, getTable, readCharacterMap, readTables, unitsPerEm } from './sfnt.ts';

const FACES = ['fang', 'kai', 'hei', 'song', 'biao', 'latin', 'latin-bold'] as const;

/** All any of our faces can have; subset-font is here only to unpack woff2. */
const everything = [...new Set([...fallbackCharacters(), ...latinCharacters()])].join('');
const target = join(projectRoot, 'resources/metrics');
mkdirSync(target, { recursive: true });

for (const face of FACES) {
  const woff = readFileSync(join(projectRoot, `resources/fonts/niwen-${face}.woff2`));
  const metrics = metricsOf(await subsetFont(woff, everything, { targetFormat: 'truetype', noLayoutClosure: true }));
  const text = `${JSON.stringify(metrics)}\n`;
  writeFileSync(join(target, `${face}.json`), text);
  console.log(`${face}.json  ${(text.length / 1024).toFixed(0)} KiB`);
}

interface FontMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly covered: readonly number[];
  readonly advances: readonly (readonly number[])[];
}

function metricsOf(font: Buffer): FontMetrics {
  const tables = readTables(font);
  const em = unitsPerEm(tables);
  const glyphs = [...readCharacterMap(tables)].sort(([a], [b]) => a - b);
  const covered: number[] = [];
  const advances: number[][] = [];
  let next = 0;
  let following = -1;
  for (const [code, glyph] of glyphs) {
    if (code === next && covered.length > 0) covered[covered.length - 1]!++;
    else covered.push(code - next, 1);
    next = code + 1;
    const advance = advanceWidth(tables, glyph);
    if (advance === em) continue;
    if (code === following) advances.at(-1)!.push(advance);
    else advances.push([code, advance]);
    following = code + 1;
  }
  const hhea = getTable(tables, 'hhea');
  return { unitsPerEm: em, ascent: hhea.readInt16BE(4), descent: -hhea.readInt16BE(6), covered, advances };
}
