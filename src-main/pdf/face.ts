import { readCharacterMap } from './character-map.ts';
import { readWoff2 } from './read-woff2.ts';
import { readGlyphs } from './woff2-glyphs.ts';
import type { Glyphs } from './woff2-glyphs.ts';

/** One of the bundled faces, ready to be cut down to the characters a document uses. */
export interface Face {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  /** Tables a subset carries over: head, hhea, maxp and, where there are hints, cvt, fpgm, prep. */
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly glyphs: Glyphs;
  /** The glyph of a code point; 0 where the face has none. */
  glyphOf(code: number): number;
  advanceOf(glyph: number): number;
  /** The left side bearing. */
  bearingOf(glyph: number): number;
}

/** Reads a woff2 file of resources/fonts. Throws where it is damaged. */
export async function readFace(file: Buffer): Promise<Face> {
  const tables = await readWoff2(file);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font has no ${tag} table`);
    return found;
  };
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')];
  const characters = readCharacterMap(table('cmap'));
  const records = hhea.readUInt16BE(34);
  return {
    name: postscriptName(table('name')),
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4), descent: hhea.readInt16BE(6),
    capHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : hhea.readInt16BE(4), xHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(86) : 0,
    box: { minX: head.readInt16BE(36), minY: head.readInt16BE(38), maxX: head.readInt16BE(40), maxY: head.readInt16BE(42) },
    tables, glyphs: readGlyphs(table('glyf')),
    glyphOf: (code) => characters.get(code) ?? 0,
    // Glyphs past the last full record share its width and have bearings only.
    advanceOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, records - 1) * 4),
    bearingOf: (glyph) => (glyph < records ? hmtx.readInt16BE(glyph * 4 + 2) : hmtx.readInt16BE(records * 4 + (glyph - records) * 2)),
  };
}

/** Name 6 of the Windows platform. */
function postscriptName(table: Buffer): string {
  const storage = table.readUInt16BE(4);
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + i * 12;
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== 6) continue;
    const start = storage + table.readUInt16BE(at + 10);
    return Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8))).swap16().toString('utf16le');
  }
  throw new Error('the font has no name');
}
