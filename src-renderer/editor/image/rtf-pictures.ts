/** Where an RTF text says something that is no picture of its own: the same one again for old programs, bullets of lists. */
const PASSED_OVER = new Set(['nonshppict', 'listpicture', 'pntext']);

/** The bytes of the pictures of an RTF text in the order it shows them; null for one in a form that is not carried (drawings of Windows). */
export function rtfPictures(rtf: string): (Uint8Array<ArrayBuffer> | null)[] {
  const pictures: (Uint8Array<ArrayBuffer> | null)[] = [];
  let depth = 0;
  let passedFrom: number | null = null;
  let picture: { readonly depth: number; isCarried: boolean; hex: string } | null = null;
  // Words, group marks and runs of hexadecimal digits; all else is text, of which a picture has none.
  for (const [token, word] of rtf.matchAll(/\\([a-z]+)-?\d* ?|\\[^a-z]|[{}]|[0-9a-fA-F\s]+/g)) {
    if (token === '{') depth++;
    else if (token === '}') {
      if (picture?.depth === depth) {
        pictures.push(picture.isCarried ? bytesOf(picture.hex) : null);
        picture = null;
      }
      if (passedFrom === depth) passedFrom = null;
      depth--;
    } else if (passedFrom !== null) continue;
    else if (word !== undefined) {
      if (PASSED_OVER.has(word)) passedFrom = depth;
      else if (word === 'pict') picture ??= { depth, isCarried: false, hex: '' };
      else if (picture && (word === 'pngblip' || word === 'jpegblip')) picture.isCarried = true;
    } else if (picture?.depth === depth) picture.hex += token;
  }
  return pictures;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const digits = hex.replace(/[^0-9a-fA-F]/g, '');
  return Uint8Array.from({ length: digits.length >> 1 }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}
