import { ByteReader } from './byte-reader.ts';
import { encodeOutline } from './encode-outline.ts';
import type { Outline } from './encode-outline.ts';

/** Outlines of a face, each made when it is asked for. */
export interface Glyphs {
  readonly count: number;
  /** A glyph as the `glyf` table holds it; empty for a blank. Components of a compound glyph keep their numbers. */
  outline(glyph: number): Buffer;
}

/** Bytes a point takes in the glyph stream, by the seven lower bits of its flag (WOFF2 5.2). */
const sizeOfPoint = (flag: number): number => (flag < 84 ? 1 : flag < 120 ? 2 : flag < 124 ? 3 : 4);

/** Streams of the transformed table, in the order they lie in it. */
const STREAMS = ['contours', 'points', 'flags', 'glyphs', 'components', 'boxes', 'instructions'] as const;
type Stream = (typeof STREAMS)[number];
type Streams = Record<Stream, ByteReader>;

/** Reads the transformed `glyf` table of a woff2 file. One walk finds where each glyph begins in every stream; nothing is unpacked yet. */
export function readGlyphs(table: Buffer): Glyphs {
  const header = new ByteReader(table, 4);
  const count = header.u16();
  header.u16();
  const lengths = STREAMS.map(() => header.u32());
  const streams = {} as Streams;
  STREAMS.forEach((name, index) => (streams[name] = new ByteReader(header.take(lengths[index]!))));
  const hasBox = streams.boxes.take(4 * Math.ceil(count / 32));
  const starts = STREAMS.map(() => new Uint32Array(count));
  for (let glyph = 0; glyph < count; glyph++) {
    STREAMS.forEach((name, index) => (starts[index]![glyph] = streams[name].at));
    skipGlyph(streams, isSet(hasBox, glyph));
  }
  return {
    count,
    outline(glyph) {
      STREAMS.forEach((name, index) => (streams[name].at = starts[index]![glyph]!));
      return unpackGlyph(streams, isSet(hasBox, glyph));
    },
  };
}

const isSet = (bitmap: Buffer, glyph: number): boolean => (bitmap[glyph >> 3]! & (0x80 >> (glyph & 7))) !== 0;

const COMPOUND = 0xffff;

function skipGlyph(streams: Streams, hasBox: boolean): void {
  const contours = streams.contours.u16();
  if (hasBox) streams.boxes.at += 8;
  if (contours === 0) return;
  if (contours === COMPOUND) {
    if (takeComponents(streams.components).hasInstructions) streams.instructions.at += streams.glyphs.short255();
    return;
  }
  let points = 0;
  for (let i = 0; i < contours; i++) points += streams.points.short255();
  const flags = streams.flags.take(points);
  for (const flag of flags) streams.glyphs.at += sizeOfPoint(flag & 127);
  streams.instructions.at += streams.glyphs.short255();
}

/** The records of a compound glyph as they are. */
function takeComponents(reader: ByteReader): { bytes: Buffer; hasInstructions: boolean } {
  const start = reader.at;
  let flags: number;
  let hasInstructions = false;
  do {
    flags = reader.u16();
    hasInstructions ||= (flags & 0x100) !== 0;
    reader.at += 2 + ((flags & 1) !== 0 ? 4 : 2) + ((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0);
  } while ((flags & 0x20) !== 0);
  return { bytes: reader.bytes.subarray(start, reader.at), hasInstructions };
}

function unpackGlyph(streams: Streams, hasBox: boolean): Buffer {
  const contours = streams.contours.u16();
  if (contours === 0) return Buffer.alloc(0);
  const box = hasBox ? streams.boxes.take(8) : null;
  if (contours === COMPOUND) {
    const { bytes, hasInstructions } = takeComponents(streams.components);
    const length = hasInstructions ? streams.glyphs.short255() : 0;
    const tail = hasInstructions ? [Buffer.from([length >> 8, length & 255]), streams.instructions.take(length)] : [];
    return Buffer.concat([Buffer.from([0xff, 0xff]), box ?? Buffer.alloc(8), bytes, ...tail]);
  }
  const ends: number[] = [];
  let points = 0;
  for (let i = 0; i < contours; i++) {
    points += streams.points.short255();
    ends.push(points - 1);
  }
  const outline: Outline = { ends, xs: new Int16Array(points), ys: new Int16Array(points), onCurve: new Uint8Array(points), box, instructions: Buffer.alloc(0) };
  readPoints(streams.flags.take(points), streams.glyphs, outline);
  return encodeOutline({ ...outline, instructions: streams.instructions.take(streams.glyphs.short255()) });
}

/** The steps from point to point (WOFF2 5.2, table of triplets). */
function readPoints(flags: Buffer, reader: ByteReader, { xs, ys, onCurve }: Outline): void {
  let x = 0;
  let y = 0;
  flags.forEach((each, index) => {
    const flag = each & 127;
    const [a, b, c, d] = reader.take(sizeOfPoint(flag)) as unknown as [number, number, number, number];
    const across = (flag & 1) !== 0 ? 1 : -1;
    const along = (flag & 2) !== 0 ? 1 : -1;
    if (flag < 10) y += across * (((flag & 14) << 7) + a);
    else if (flag < 20) x += across * ((((flag - 10) & 14) << 7) + a);
    else if (flag < 84) {
      x += across * (1 + ((flag - 20) & 0x30) + (a >> 4));
      y += along * (1 + (((flag - 20) & 0x0c) << 2) + (a & 15));
    } else if (flag < 120) {
      x += across * (1 + (Math.floor((flag - 84) / 12) << 8) + a);
      y += along * (1 + ((((flag - 84) % 12) >> 2) << 8) + b);
    } else if (flag < 124) {
      x += across * ((a << 4) + (b >> 4));
      y += along * (((b & 15) << 8) + c);
    } else {
      x += across * ((a << 8) + b);
      y += along * ((c << 8) + d);
    }
    xs[index] = x;
    ys[index] = y;
    onCurve[index] = each & 128 ? 0 : 1;
  });
}
