import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import subsetFont from 'subset-font';
import { renameFont } from '../../scripts/rename-font.ts';

interface FontWish {
  readonly family: string;
  readonly characters: string;
  /** The bundled face it looks like. */
  readonly like?: 'fang' | 'biao' | 'song';
  /** Permission bits of OS/2, 0 for none. */
  readonly permissions?: number;
}

/** A real font file under the name of an office's own: a few characters of a bundled face. */
export async function fontFile({ family, characters, like = 'biao', permissions = 0 }: FontWish): Promise<Buffer> {
  const face = readFileSync(resolve(import.meta.dirname, `../../resources/fonts/niwen-${like}.ttf`));
  const font = renameFont(await subsetFont(face, ` \u3000公文${characters}`, { noLayoutClosure: true }), family, 'Regular');
  font.writeUInt16BE(permissions, tablesOf(font).find(({ tag }) => tag === 'OS/2')!.offset + 8);
  return font;
}

/** Several fonts in one file, as simsun.ttc is: their tables one after the other, each where the collection has it. */
export function fontCollection(fonts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12 + fonts.length * 4);
  head.write('ttcf', 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(fonts.length, 8);
  let at = head.length;
  const moved = fonts.map((font, index) => {
    head.writeUInt32BE(at, 12 + index * 4);
    const copy = Buffer.from(font);
    for (const { entry, offset } of tablesOf(font)) copy.writeUInt32BE(offset + at, entry + 8);
    at += copy.length;
    return copy;
  });
  return Buffer.concat([head, ...moved]);
}

function tablesOf(font: Buffer): { tag: string; entry: number; offset: number }[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    return { tag: font.toString('latin1', entry, entry + 4), entry, offset: font.readUInt32BE(entry + 8) };
  });
}

/** The same font, its last character (龥) at another place of Unicode, for characters none of the bundled faces has. */
export function withLastCharacterAt(font: Buffer, code: number): Buffer {
  const copy = Buffer.from(font);
  const cmap = tablesOf(copy).find(({ tag }) => tag === 'cmap')!.offset;
  // The subtable is of format 4: ends, a gap, starts, deltas, each as long as `size`; the last segment is the closing 0xffff.
  const table = cmap + copy.readUInt32BE(cmap + 8);
  const size = copy.readUInt16BE(table + 6);
  const end = table + 14 + size - 4;
  const [start, delta] = [end + size + 2, end + 2 * size + 2];
  copy.writeUInt16BE((copy.readUInt16BE(delta) + copy.readUInt16BE(start) - code + 0x10000) & 0xffff, delta);
  copy.writeUInt16BE(code, start);
  copy.writeUInt16BE(code, end);
  return copy;
}
