import { PNG } from 'pngjs';

/** A PNG without transparency, interlacing and palettes, as every page file takes it: what is clear is white, as on paper. Throws Error for a damaged one. */
export function flattenPng(bytes: Uint8Array): Buffer {
  const png = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return PNG.sync.write(png, { colorType: 2, bgColor: { red: 255, green: 255, blue: 255 } });
}
