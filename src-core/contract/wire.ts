/** JSON that may hold bytes: a Uint8Array travels as { "$bytes": base64 }. The only place that knows. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

export function encodeWire(value: unknown): string {
  // A replacer, and a reviver, make a long document take many times as long.
  if (!holdsBytes(value)) return JSON.stringify(value) ?? 'null';
  return JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? { $bytes: toBase64(member) } : member)) ?? 'null';
}

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

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i]!;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    text += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    text += b === undefined ? '=' : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    text += c === undefined ? '=' : ALPHABET[c & 63]!;
    if (text.length > 8192) {
      parts.push(text);
      text = '';
    }
  }
  return parts.join('') + text;
}

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
