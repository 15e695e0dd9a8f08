/** A simple glyph taken apart; coordinates in font units. */
export interface Outline {
  /** The last point of each contour. */
  readonly ends: readonly number[];
  readonly xs: Int16Array;
  readonly ys: Int16Array;
  readonly onCurve: Uint8Array;
  /** Its bounding box as the font writes it; null where it is that of its points. */
  readonly box: Buffer | null;
  readonly instructions: Buffer;
}

/** A simple glyph as the `glyf` table of a TrueType font holds it. */
export function encodeOutline({ ends, xs, ys, onCurve, box, instructions }: Outline): Buffer {
  const head = Buffer.alloc(10 + ends.length * 2 + 2);
  head.writeInt16BE(ends.length, 0);
  if (box) box.copy(head, 2);
  else [least(xs), least(ys), most(xs), most(ys)].forEach((value, index) => head.writeInt16BE(value, 2 + index * 2));
  ends.forEach((end, index) => head.writeUInt16BE(end, 10 + index * 2));
  head.writeUInt16BE(instructions.length, 10 + ends.length * 2);
  const across = steps(xs);
  const along = steps(ys);
  const flags = Buffer.alloc(xs.length);
  for (let i = 0; i < flags.length; i++) flags[i] = onCurve[i]! | (across.flags[i]! << 1) | (along.flags[i]! << 2);
  return Buffer.concat([head, instructions, flags, across.bytes, along.bytes]);
}

/** Steps from point to point: none, one byte or two. Bit 0 says that it is short, bit 3 that it is positive, or where not short, the same. */
function steps(values: Int16Array): { readonly flags: Uint8Array; readonly bytes: Buffer } {
  const flags = new Uint8Array(values.length);
  const bytes = Buffer.alloc(values.length * 2);
  let at = 0;
  let before = 0;
  values.forEach((value, index) => {
    const step = value - before;
    before = value;
    if (step === 0) {
      flags[index] = 8;
    } else if (Math.abs(step) < 256) {
      flags[index] = step > 0 ? 9 : 1;
      at = bytes.writeUInt8(Math.abs(step), at);
    } else {
      at = bytes.writeInt16BE(step, at);
    }
  });
  return { flags, bytes: bytes.subarray(0, at) };
}

const least = (values: Int16Array): number => values.reduce((a, b) => Math.min(a, b), 32767);
const most = (values: Int16Array): number => values.reduce((a, b) => Math.max(a, b), -32768);
