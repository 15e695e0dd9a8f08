/**
 * The little of the TrueType container our font scripts need: its table directory, and the one character map.
 * Only fonts with outlines in `glyf` are handled; that is what we bundle.
 */

/** A font taken apart: table tag → bytes. */
export type FontTables = Map<string, Buffer>;

/** Takes a TrueType file apart. Throws when it is not one (a collection, CFF or woff file). */
export function readTables(font: Buffer): FontTables {
  if (font.readUInt32BE(0) !== 0x00010000) throw new Error('not a TrueType font with glyf outlines');
  const tables: FontTables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    const offset = font.readUInt32BE(entry + 8);
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + font.readUInt32BE(entry + 12)));
  }
  return tables;
}

/** Puts a font together again: sorted directory, padding and every checksum made new. */
export function writeTables(tables: FontTables): Buffer {
  const tags = [...tables.keys()].sort();
  const power = Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + tags.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (tags.length - 2 ** power), 10);
  const parts = [header];
  let offset = header.length;
  let head: Buffer | undefined;
  tags.forEach((tag, i) => {
    const data = tables.get(tag)!;
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    if (tag === 'head') {
      padded.writeUInt32BE(0, 8); // checkSumAdjustment counts as zero while summing
      head = padded;
    }
    const entry = 12 + i * 16;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(checksum(padded), entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    parts.push(padded);
    offset += padded.length;
  });
  const total = parts.reduce((sum, part) => (sum + checksum(part)) >>> 0, 0);
  head?.writeUInt32BE((0xb1b0afba - total) >>> 0, 8);
  return Buffer.concat(parts);
}

/** The table of that tag. Throws when the font has none. */
export function getTable(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no ${tag} table`);
  return table;
}

/** The whole character map: code point → glyph index. Reads the Windows subtables of format 4 and 12. */
export function readCharacterMap(tables: FontTables): Map<number, number> {
  const cmap = getTable(tables, 'cmap');
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const entry = 4 + i * 8;
    const platform = cmap.readUInt16BE(entry);
    const encoding = cmap.readUInt16BE(entry + 2);
    if (!(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const subtable = cmap.subarray(cmap.readUInt32BE(entry + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) readFormat4(subtable, glyphs);
    if (format === 12) readFormat12(subtable, glyphs);
  }
  return glyphs;
}

/** The advance width of a glyph in font units; glyphs past the last full record share its width. */
export function advanceWidth(tables: FontTables, glyph: number): number {
  const records = getTable(tables, 'hhea').readUInt16BE(34);
  return getTable(tables, 'hmtx').readUInt16BE(Math.min(glyph, records - 1) * 4);
}

/** Font units to the em. */
export function unitsPerEm(tables: FontTables): number {
  return getTable(tables, 'head').readUInt16BE(18);
}

function readFormat4(table: Buffer, glyphs: Map<number, number>): void {
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + size + at);
    const delta = table.readUInt16BE(16 + size * 2 + at);
    const rangeAt = 16 + size * 3 + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - first) * 2);
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readFormat12(table: Buffer, glyphs: Map<number, number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const at = 16 + i * 12;
    const first = table.readUInt32BE(at);
    const last = table.readUInt32BE(at + 4);
    for (let code = first; code <= last; code++) glyphs.set(code, table.readUInt32BE(at + 8) + code - first);
  }
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
