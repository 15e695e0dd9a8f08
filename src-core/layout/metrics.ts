import type { Face } from '../template/styles.ts';

/** Fonts a character can be set in: the faces, and Latin letters and digits beside 仿宋, 楷体, 黑体. */
export const FONT_IDS = ['fang', 'kai', 'hei', 'song', 'biao', 'latin', 'latin-bold'] as const satisfies readonly (Face | 'latin' | 'latin-bold')[];
export type BundledFontId = (typeof FONT_IDS)[number];
/** A face of the person's own (仿宋_GB2312, 方正小标宋简体 …), by the id the font library gives it. */
export type OwnFontId = `own-${string}`;
export type FontId = BundledFontId | OwnFontId;

export const isOwnFont = (id: FontId): id is OwnFontId => id.startsWith('own-');

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

/** What the font library says of a face of the person's own. */
export interface OwnFontFile extends FontMetricsFile {
  /** Marks it draws narrower than their cell; they are taken from the bundled face and not counted as covered. */
  readonly narrow: readonly number[];
}

/** The person's own faces, as far as pages are set in them. */
export interface OwnFonts {
  readonly files: Readonly<Record<OwnFontId, OwnFontFile>>;
  /** Which stand in the place of bundled ones. */
  readonly roles: Readonly<Partial<Record<Face, OwnFontId>>>;
  /** Those asked for a character that nothing else has, in this order. */
  readonly more: readonly OwnFontId[];
}

export const NO_OWN_FONTS: OwnFonts = { files: {}, roles: {}, more: [] };

/** One font as layout sees it. */
export interface FontMetrics {
  readonly id: FontId;
  readonly unitsPerEm: number;
  /** From the baseline to the top and the bottom of its letters, in its own units. */
  readonly ascent: number;
  readonly descent: number;
  /** The advance of a code point in its own units; −1 where the font lacks it. */
  advanceOf(code: number): number;
}

/** All fonts pages can be set in. */
export interface MetricsPack {
  readonly bundled: Readonly<Record<BundledFontId, FontMetrics>>;
  /** Which fonts are asked for a character, by face: the person's own, the bundled one, 宋体, which has most, Latin, then whatever else the person has. */
  readonly chains: Readonly<Record<Face, readonly FontMetrics[]>>;
}

const BLOCK = 256;

/** Reads one font. Tables are made per 256 code points, and only where the font has any. */
export function readFontMetrics(id: FontId, file: FontMetricsFile): FontMetrics {
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
    id,
    unitsPerEm: file.unitsPerEm,
    ascent: file.ascent,
    descent: file.descent,
    advanceOf: (each) => blocks[each >> 8]?.[each & 255] ?? -1,
  };
}

export function readMetricsPack(files: Readonly<Record<BundledFontId, FontMetricsFile>>, own: OwnFonts = NO_OWN_FONTS): MetricsPack {
  const bundled = Object.fromEntries(FONT_IDS.map((id) => [id, readFontMetrics(id, files[id])])) as Record<BundledFontId, FontMetrics>;
  const owned = new Map(Object.entries(own.files).map(([id, file]) => [id, readFontMetrics(id as OwnFontId, file)]));
  const chainOf = (face: Face): FontMetrics[] => {
    const inPlace = owned.get(own.roles[face] ?? '');
    const last = own.more.flatMap((id) => owned.get(id) ?? []);
    return [...new Set([...(inPlace ? [inPlace] : []), bundled[face], bundled.song, bundled.latin, ...last])];
  };
  return { bundled, chains: { fang: chainOf('fang'), kai: chainOf('kai'), hei: chainOf('hei'), song: chainOf('song'), biao: chainOf('biao') } };
}
