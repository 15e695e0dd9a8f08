import type { Face } from '../template/styles.ts';

/** Fonts a character can be set in: the faces, and Latin letters and digits beside 仿宋, 楷体, 黑体. */
export const FONT_IDS = ['fang', 'kai', 'hei', 'song', 'biao', 'latin', 'latin-bold'] as const satisfies readonly (Face | 'latin' | 'latin-bold')[];
export type FontId = (typeof FONT_IDS)[number];

/** What a file of resources/metrics holds (scripts/make-metrics.ts). */
export interface FontMetricsFile {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** Code points the font has: gap, length, gap, length … from 0. */
  readonly covered: readonly number[];
  /** Advances of those that are not one em wide: a first code point, then widths of it and of those that follow. */
  readonly advances: readonly (readonly number[])[];
}

/** One font as layout sees it. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  /** From the baseline to the top and the bottom of its letters, in its own units. */
  readonly ascent: number;
  readonly descent: number;
  /** The advance of a code point in its own units; −1 where the font lacks it. */
  advanceOf(code: number): number;
}

export type MetricsPack = Readonly<Record<FontId, FontMetrics>>;

const BLOCK = 256;

/** Reads one font. Tables are made per 256 code points, and only where the font has any. */
export function readFontMetrics(file: FontMetricsFile): FontMetrics {
  const blocks: (Int16Array | undefined)[] = [];
  const set = (code: number, advance: number): void => {
    const block = (blocks[code >> 8] ??= new Int16Array(BLOCK).fill(-1));
    block[code & 255] = advance;
  };
  let code = 0;
  for (let i = 0; i < file.covered.length; i += 2) {
    code += file.covered[i]!;
    for (let left = file.covered[i + 1]!; left > 0; left--) set(code++, file.unitsPerEm);
  }
  for (const [first, ...advances] of file.advances) advances.forEach((advance, index) => set(first! + index, advance));
  return {
    unitsPerEm: file.unitsPerEm,
    ascent: file.ascent,
    descent: file.descent,
    advanceOf: (each) => blocks[each >> 8]?.[each & 255] ?? -1,
  };
}

export const readMetricsPack = (files: Readonly<Record<FontId, FontMetricsFile>>): MetricsPack =>
  Object.fromEntries(FONT_IDS.map((id) => [id, readFontMetrics(files[id])])) as Record<FontId, FontMetrics>;
