/** Reading and writing single outlines of a `glyf` table, as far as the widening of marks needs it. */
import { getTable, type FontTables } from './sfnt.ts';

/** A point of a contour in font units. */
export interface Point {
  x: number;
  y: number;
  onCurve: boolean;
}

/** The bytes of every glyph, by glyph index. */
export function readGlyphs(tables: FontTables): Buffer[] {
  const glyf = getTable(tables, 'glyf');
  const loca = getTable(tables, 'loca');
  const isLong = getTable(tables, 'head').readInt16BE(50) === 1;
  const offset = (i: number) => (isLong ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2);
  const count = getTable(tables, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, i) => glyf.subarray(offset(i), offset(i + 1)));
}

/** Puts the glyphs back: `glyf`, a long `loca`, and the flag in `head` that says so. */
export function writeGlyphs(tables: FontTables, glyphs: readonly Buffer[]): void {
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  const parts: Buffer[] = [];
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    loca.writeUInt32BE(offset, i * 4);
    const padding = Buffer.alloc((4 - (glyph.length % 4)) % 4);
    parts.push(glyph, padding);
    offset += glyph.length + padding.length;
  });
  loca.writeUInt32BE(offset, glyphs.length * 4);
  const head = Buffer.from(getTable(tables, 'head'));
  head.writeInt16BE(1, 50);
  tables.set('glyf', Buffer.concat(parts)).set('loca', loca).set('head', head);
}

/** The glyphs a composite glyph is made of; empty for a simple one. */
export function componentGlyphs(glyph: Buffer): number[] {
  return readComponents(glyph).map((component) => component.glyph);
}

/** The contours of a glyph with its components, if any, dissolved. */
export function readContours(glyphs: readonly Buffer[], index: number): Point[][] {
  const glyph = glyphs[index]!;
  if (glyph.length === 0) return [];
  if (glyph.readInt16BE(0) >= 0) return readSimple(glyph);
  return readComponents(glyph).flatMap(({ glyph: part, matrix: [a, b, c, d], dx, dy }) =>
    readContours(glyphs, part).map((contour) =>
      contour.map(({ x, y, onCurve }) => ({
        x: Math.round(a * x + c * y + dx),
        y: Math.round(b * x + d * y + dy),
        onCurve,
      })),
    ),
  );
}

/** A simple glyph without instructions, deltas written as words. */
export function writeContours(contours: readonly Point[][]): Buffer {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let last = -1;
  const ends = contours.map((contour) => (last += contour.length));
  const delta = (values: number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));
  const flags = Buffer.from(points.map((point) => (point.onCurve ? 1 : 0)));
  return Buffer.concat([words([contours.length, ...bounds, ...ends, 0]), flags, words(delta(xs)), words(delta(ys))]);
}

interface Component {
  glyph: number;
  matrix: [number, number, number, number];
  dx: number;
  dy: number;
}

function readComponents(glyph: Buffer): Component[] {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return [];
  const components: Component[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = glyph.readUInt16BE(at);
    // Point-matched or scaled offsets would need the parent's points; no font we bundle has them.
    if ((flags & 0x0002) === 0 || flags & 0x0800) throw new Error('component placed in an unknown way');
    const areWords = (flags & 0x0001) !== 0;
    const index = glyph.readUInt16BE(at + 2);
    const dx = areWords ? glyph.readInt16BE(at + 4) : glyph.readInt8(at + 4);
    const dy = areWords ? glyph.readInt16BE(at + 6) : glyph.readInt8(at + 5);
    at += areWords ? 8 : 6;
    const count = flags & 0x0008 ? 1 : flags & 0x0040 ? 2 : flags & 0x0080 ? 4 : 0;
    const scales = Array.from({ length: count }, (_, i) => glyph.readInt16BE(at + i * 2) / 0x4000);
    at += count * 2;
    const [a = 1, b = a, c = 0, d = 1] = scales;
    components.push({ glyph: index, matrix: count === 4 ? [a, b, c, d] : [a, 0, 0, b], dx, dy });
  } while (flags & 0x0020);
  return components;
}

function readSimple(glyph: Buffer): Point[][] {
  const contours = glyph.readInt16BE(0);
  const ends = Array.from({ length: contours }, (_, i) => glyph.readUInt16BE(10 + i * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + contours * 2;
  at += 2 + glyph.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyph.readUInt8(at++);
    const times = flag & 8 ? glyph.readUInt8(at++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  const readAxis = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? glyph.readUInt8(at++) : -glyph.readUInt8(at++);
      else if (!(flag & same)) {
        value += glyph.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(2, 16);
  const ys = readAxis(4, 32);
  const points = flags.map((flag, i) => ({ x: xs[i]!, y: ys[i]!, onCurve: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1));
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => bytes.writeInt16BE(value, i * 2));
  return bytes;
}
