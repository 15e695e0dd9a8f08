/**
 * The streams of an OLE compound file ([MS-CFB]) by name; undefined for what is none or is broken. Only the first stream of a name is found.
 * Not the npm package cfb (nor officecrypto-tool, which stands on it and turns the password as often as a file says): one changed bit
 * keeps it busy for a quarter of a minute in three gigabytes, and nothing is lost here by reading two streams ourselves.
 */
export function readStream(bytes: Uint8Array, name: string): Uint8Array | undefined {
  try {
    return openCompound(bytes)(name);
  } catch (error) {
    // What points outside the file is a broken file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const FREE = 0xffff_fffa;

function openCompound(bytes: Uint8Array): (name: string) => Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number): number => view.getUint32(at, true);
  const sectorSize = 1 << Math.min(16, view.getUint16(30, true));
  const miniSize = 1 << Math.min(16, view.getUint16(32, true));
  const sector = (index: number): Uint8Array => {
    const at = (index + 1) * sectorSize;
    if (at >= bytes.length) throw new RangeError('a sector outside the file');
    return bytes.subarray(at, at + sectorSize);
  };
  const numbersIn = (part: Uint8Array): number[] => {
    const inside = new DataView(part.buffer, part.byteOffset, part.byteLength);
    return Array.from({ length: Math.floor(part.length / 4) }, (_, index) => inside.getUint32(index * 4, true));
  };
  const most = Math.ceil(bytes.length / sectorSize) + 1;
  const fatSectors = Array.from({ length: 109 }, (_, index) => u32(76 + index * 4));
  for (let next = u32(68), count = 0; next < FREE; count++) {
    if (count > most) throw new RangeError('a ring of sectors');
    const more = numbersIn(sector(next));
    next = more.pop()!;
    fatSectors.push(...more);
  }
  const fat = fatSectors.filter((index) => index < FREE).flatMap((index) => numbersIn(sector(index)));
  const chain = (start: number, links: readonly number[], piece: (index: number) => Uint8Array): Uint8Array => {
    const parts: Uint8Array[] = [];
    for (let next = start; next < FREE; next = links[next] ?? FREE) {
      if (parts.length > links.length) throw new RangeError('a ring of sectors');
      parts.push(piece(next));
    }
    return Buffer.concat(parts);
  };
  const directory = chain(u32(48), fat, sector);
  const entries = Array.from({ length: Math.floor(directory.length / 128) }, (_, index) => {
    const entry = new DataView(directory.buffer, directory.byteOffset + index * 128, 128);
    const length = Math.min(64, entry.getUint16(64, true));
    return { name: Buffer.from(directory.buffer, directory.byteOffset + index * 128, Math.max(0, length - 2)).toString('utf16le'), type: entry.getUint8(66), start: entry.getUint32(116, true), size: entry.getUint32(120, true) };
  });
  const root = entries.find(({ type }) => type === 5);
  return (name) => {
    const entry = entries.find((each) => each.name === name && each.type === 2);
    if (!entry) return undefined;
    if (entry.size >= u32(56)) return chain(entry.start, fat, sector).subarray(0, entry.size);
    const mini = chain(root?.start ?? FREE, fat, sector);
    const miniFat = chain(u32(60), fat, sector);
    return chain(entry.start, numbersIn(miniFat), (index) => mini.subarray(index * miniSize, (index + 1) * miniSize)).subarray(0, entry.size);
  };
}
