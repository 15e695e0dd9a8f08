/** JSON that may hold bytes: a Uint8Array travels as { "$bytes": base64 }. The only place that knows. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

export function encodeWire(value: unknown): string {
  // A replacer, and a reviver, make a long document take many times as long.
  if (!holdsBytes(value)) return JSON.stringify(value) ?? 'null';
  return JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? { $bytes: toBase64(member) } : member)) ?? 'null';
}

/** An output another thread has already written for the wire: whoever passes it on never has it as objects, which of a large one take longer to make than to send. */
export interface Packed {
  /** What `encodeWire` makes of the output, in UTF-8. */
  readonly $packed: Uint8Array<ArrayBuffer>;
}

export const isPacked = (output: unknown): output is Packed => typeof output === 'object' && output !== null && '$packed' in output && output.$packed instanceof Uint8Array;

function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  for (const key in value) if (holdsBytes((value as Record<string, unknown>)[key])) return true;
  return false;
}

/** Throws SyntaxError when the text is not JSON or the bytes are not base64. */
export function decodeWire(text: string): unknown {
  if (!text.includes('$bytes')) return JSON.parse(text);
  return JSON.parse(text, (_, member: unknown) => (isTagged(member) ? fromBase64(member.$bytes) : member));
}

const isTagged = (value: unknown): value is { $bytes: string } =>
  typeof value === 'object' && value !== null && typeof (value as { $bytes?: unknown }).$bytes === 'string' && Object.keys(value).length === 1;

/** Browsers of late have it themselves. */
const toBase64 = (bytes: Uint8Array & { toBase64?: () => string }): string => bytes.toBase64?.() ?? writeBase64(bytes);

const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const PIECE = 3 * 4096;

/** By pieces, each a string at once: one letter after the other takes seconds for what a person may drop. */
function writeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    const codes = new Uint8Array(Math.ceil(piece.length / 3) * 4).fill(PADDING);
    for (let i = 0, at = 0; i < piece.length; i += 3, at += 4) {
      const [a, b, c] = [piece[i]!, piece[i + 1], piece[i + 2]];
      codes[at] = CODES[a >> 2]!;
      codes[at + 1] = CODES[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
      if (b !== undefined) codes[at + 2] = CODES[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
      if (c !== undefined) codes[at + 3] = CODES[c & 63]!;
    }
    parts.push(Reflect.apply(String.fromCharCode, null, codes) as string);
  }
  return parts.join('');
}

const PADDING = '='.charCodeAt(0);

function fromBase64(text: string): Uint8Array {
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  if (text.length % 4 !== 0) throw new SyntaxError('bytes are not base64');
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? 255;
    if (value === 255) throw new SyntaxError('bytes are not base64');
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}
