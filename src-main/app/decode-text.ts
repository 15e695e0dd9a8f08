import { detect } from 'chardet';
import iconv from 'iconv-lite';

/** A text and the name of the encoding it was written in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
}

/**
 * Reads the bytes of a text file: byte order mark, else strict UTF-8, else UTF-16 without a mark, else the Chinese encodings
 * (GB18030 covers GBK and GB2312; Big5 only when the bytes say so clearly). Undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = readMarked(bytes);
  if (marked) return isText(marked.text) ? marked : undefined;
  const wide = guessWide(bytes);
  if (wide !== undefined) {
    const text = iconv.decode(bytes, wide);
    return isText(text) ? { text, encoding: wide } : undefined;
  }
  if (bytes.includes(0)) return undefined;
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return isText(utf8) ? { text: utf8, encoding: 'utf-8' } : undefined;
  const encoding = detect(bytes.subarray(0, 64 * 1024)) === 'Big5' && strayShare(iconv.decode(bytes, 'big5')) === 0 ? 'big5' : 'gb18030';
  const text = iconv.decode(bytes, encoding);
  return isText(text) ? { text, encoding } : undefined;
}

function readMarked(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  if (a === 0xff && b === 0xfe) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  return undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark: line ends, blanks and digits leave zeros on one side, and Han high bytes (4E–9F) on the same one. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 8192);
  const high = { even: 0, odd: 0 };
  let zeros = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros++;
    if (byte === 0 || byte === 0x30 || byte === 0xff || byte === 0x20 || (byte >= 0x4e && byte <= 0x9f)) high[index % 2 === 0 ? 'even' : 'odd']++;
  }
  if (zeros === 0) return undefined;
  const pairs = sample.length / 2;
  if (high.odd > pairs * 0.95) return 'utf-16le';
  return high.even > pairs * 0.95 ? 'utf-16be' : undefined;
}

/** True unless more than one character in a hundred is a control character or unreadable. */
const isText = (text: string): boolean => strayShare(text) < 0.01;

 
const STRAY = /[\u0000-\u0008\u000e-\u001b\u007f\ufffd]/g;

const strayShare = (text: string): number => (text === '' ? 0 : [...text.slice(0, 200_000).matchAll(STRAY)].length / Math.min(text.length, 200_000));
