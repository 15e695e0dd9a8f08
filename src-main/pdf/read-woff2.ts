import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';

const decompress = promisify(brotliDecompress);

/** Tags that woff2 writes as a number, as far as our faces have them. */
const KNOWN_TAGS: Readonly<Record<number, string>> = {
  0: 'cmap', 1: 'head', 2: 'hhea', 3: 'hmtx', 4: 'maxp', 5: 'name', 6: 'OS/2', 7: 'post', 8: 'cvt ', 9: 'fpgm', 10: 'glyf', 11: 'loca', 12: 'prep', 17: 'gasp',
};

/**
 * The tables of a woff2 file (W3C WOFF2, 4 and 5) by tag; `glyf` is still in its transformed form (woff2-glyphs.ts). Throws where the file
 * is damaged or of a kind we do not make: a collection, another transformation.
 */
export async function readWoff2(file: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const reader = new ByteReader(file);
  if (reader.u32() !== 0x774f4632 || reader.u32() !== 0x00010000) throw new Error('not a woff2 file with TrueType outlines');
  reader.at = 12;
  const count = reader.u16();
  reader.at = 20;
  const packed = reader.u32();
  reader.at = 48;
  const entries: { tag: string; length: number }[] = [];
  for (let i = 0; i < count; i++) {
    const flags = reader.u8();
    const tag = (flags & 63) === 63 ? reader.take(4).toString('latin1') : (KNOWN_TAGS[flags & 63] ?? `#${flags & 63}`);
    const isOutline = tag === 'glyf' || tag === 'loca';
    if (flags >> 6 !== 0) throw new Error(`the ${tag} table is written in a way we do not read`);
    const length = reader.base128();
    entries.push({ tag, length: isOutline ? reader.base128() : length });
  }
  const data = new ByteReader(await decompress(reader.take(packed)));
  return new Map(entries.map(({ tag, length }) => [tag, data.take(length)]));
}
