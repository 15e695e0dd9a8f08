import type { Font } from 'fontkit';

/** A face of a font file, opened by fontkit. Tables are read when first needed: any of its members throws where the file is damaged. */
export type Face = Font;

/** The glyph of a code point; 0 where the face has none. */
export const glyphOf = (face: Face, code: number): number => (face.hasGlyphForCodePoint(code) ? face.glyphForCodePoint(code).id : 0);

/** The advance of a glyph in units of the face. fontkit's own `advanceWidth` would read the outline, too, which nobody asked for. */
export function advanceOf({ hmtx: { metrics } }: Face, glyph: number): number {
  // Glyphs past the last full record share its width.
  return metrics.get(Math.min(glyph, metrics.length - 1))?.advance ?? 0;
}
