/** A Chinese character and its full-width marks take one em: they are cast so. */
const FULL_WIDTH = 1;
/** A digit of Times, and a small letter on average; what stands in columns of half-width characters (Unicode UAX 11). */
const HALF_WIDTH = 0.5;
/** A capital of Times: 0.56 to 0.94, as most are between 0.67 and 0.78. */
const CAPITAL_WIDTH = 0.75;
/** . , : ; ' ! | of Times: 0.18 to 0.33. */
const MARK_WIDTH = 0.25;

const MARKS: ReadonlySet<number> = new Set([...".,:;'!|"].map((each) => each.codePointAt(0)!));
/** From here on characters are full-width. */
const WIDE = 0x2000;
/** · and ×, which Chinese text sets full-width. */
const WIDE_MARKS: ReadonlySet<number> = new Set([0xb7, 0xd7]);

/** How a text comes out in print, in em: Latin set in Times. An estimate to share out room by; lines are broken by the metrics of fonts (core/layout). */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= WIDE || WIDE_MARKS.has(code)) width += isSecondHalf(code) ? 0 : FULL_WIDTH;
    else if (MARKS.has(code)) width += MARK_WIDTH;
    else width += code >= 0x41 && code <= 0x5a ? CAPITAL_WIDTH : HALF_WIDTH;
  }
  return width;
}

/** How a text stands in a plain-text file, in em: everything Latin takes half of a Chinese character, as in a terminal. */
export function typedWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < WIDE) width += HALF_WIDTH;
    else if (!isSecondHalf(code)) width += FULL_WIDTH;
  }
  return width;
}

/** Of a pair; it was counted with the first. */
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
