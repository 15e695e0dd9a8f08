import { createHash } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';
import type { Node } from 'prosemirror-model';
import { schema } from '#core/document/schema.ts';

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
};

/** A PNG of one colour (RGBA), so many pixels wide and high. */
export function pngFile(width: number, height: number, color: readonly [number, number, number, number] = [200, 30, 30, 255]): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => color).flat()]);
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))), chunk('IEND', new Uint8Array())]));
}

/** The smallest JPEG: one grey pixel. */
export const jpegFile = (): Uint8Array => new Uint8Array(Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z',
  'base64',
));

/** What bytes are kept under. */
export const sourceOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An image in a paragraph; lengths in twips. */
export const image = (bytes: Uint8Array, width: number, height: number, alt = ''): Node =>
  schema.nodes.image.create({ source: sourceOf(bytes), type: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg', width, height, alt });
