import type { Face } from './face.ts';

/**
 * A face cut down to the characters of one document. Every code point has a glyph of its own, even where the face draws two code points
 * alike: what is copied from the file is what was written. A character that the face lacks has a blank.
 */
export interface FaceSubset {
  /** Takes a character in; the number of its glyph in the subset. */
  include(code: number): number;
  /** Its advance in units of the face. */
  advanceOf(code: number): number;
  /** The subset as a TrueType file with the tables that PDF asks for (ISO 32000-1, 9.9). */
  encode(): Buffer;
}

/** Takes the place of a glyph where the subset has none: a blank of one em. */
const BLANK = -1;

export function createSubset(face: Face): FaceSubset {
  /** Glyphs of the face in the order of the subset; 0 is .notdef. */
  const sources: number[] = [0];
  const byCode = new Map<number, number>();
  const sourceOf = (code: number): number => face.glyphOf(code) || BLANK;
  const advance = (source: number): number => (source === BLANK ? face.unitsPerEm : face.advanceOf(source));
  return {
    include(code) {
      const known = byCode.get(code);
      if (known !== undefined) return known;
      byCode.set(code, sources.length);
      return sources.push(sourceOf(code)) - 1;
    },
    advanceOf: (code) => advance(sourceOf(code)),
    encode() {
      const parts: Buffer[] = [];
      const components = new Map<number, number>();
      // Components of compound glyphs come after all characters; the list grows while it is walked.
      const all = [...sources];
      for (let index = 0; index < all.length; index++) {
        const source = all[index]!;
        parts.push(source === BLANK ? Buffer.alloc(0) : withComponents(face.glyphs.outline(source), (glyph) => {
          const at = components.get(glyph) ?? all.push(glyph) - 1;
          components.set(glyph, at);
          return at;
        }));
      }
      return writeFont(face, parts, all.map((source) => ({ advance: advance(source), bearing: source === BLANK ? 0 : face.bearingOf(source) })));
    },
  };
}

/** A compound glyph with the numbers its components have in the subset; any other as it is. */
function withComponents(outline: Buffer, place: (glyph: number) => number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  let at = 10;
  let flags: number;
  do {
    flags = outline.readUInt16BE(at);
    outline.writeUInt16BE(place(outline.readUInt16BE(at + 2)), at + 2);
    at += 4 + ((flags & 1) !== 0 ? 4 : 2) + ((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0);
  } while ((flags & 0x20) !== 0);
  return outline;
}

function writeFont(face: Face, outlines: readonly Buffer[], metrics: readonly { readonly advance: number; readonly bearing: number }[]): Buffer {
  const padded = outlines.map((part) => (part.length % 4 === 0 ? part : Buffer.concat([part, Buffer.alloc(4 - (part.length % 4))])));
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  let end = 0;
  padded.forEach((part, index) => loca.writeUInt32BE((end += part.length), (index + 1) * 4));
  const hmtx = Buffer.alloc(metrics.length * 4);
  metrics.forEach(({ advance, bearing }, index) => {
    hmtx.writeUInt16BE(advance, index * 4);
    hmtx.writeInt16BE(bearing, index * 4 + 2);
  });
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => Buffer.from(face.tables.get(tag)!)) as [Buffer, Buffer, Buffer];
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  hhea.writeUInt16BE(metrics.length, 34);
  maxp.writeUInt16BE(metrics.length, 4);
  const tables: [string, Buffer][] = [['glyf', Buffer.concat(padded)], ['head', head], ['hhea', hhea], ['hmtx', hmtx], ['loca', loca], ['maxp', maxp]];
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = face.tables.get(tag);
    if (table) tables.push([tag, table]);
  }
  return joinTables(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The TrueType container: a directory, then the tables, each on a multiple of four. */
function joinTables(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  const parts = [directory];
  let offset = directory.length;
  tables.forEach(([tag, data], index) => {
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    directory.write(tag, 12 + index * 16, 'latin1');
    directory.writeUInt32BE(checksum(padded), 16 + index * 16);
    directory.writeUInt32BE(offset, 20 + index * 16);
    directory.writeUInt32BE(data.length, 24 + index * 16);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
