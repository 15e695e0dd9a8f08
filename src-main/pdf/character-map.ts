/** The glyph of each code point by the `cmap` table's Windows subtables, formats 4 and 12; 0 where the face has none. */
export function readCharacterMap(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const entry = 4 + i * 8;
    if (cmap.readUInt16BE(entry) !== 3) continue;
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4));
    if (table.readUInt16BE(0) === 4) readFormat4(table, glyphs);
    if (table.readUInt16BE(0) === 12) readFormat12(table, glyphs);
  }
  return glyphs;
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
      if (range === 0 || raw !== 0) glyphs.set(code, (raw + delta) & 0xffff);
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
