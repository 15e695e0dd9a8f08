import type PDFDocument from 'pdfkit';
import type { FontId } from '#core/layout/metrics.ts';
import { createSubset } from './face-subset.ts';
import type { Face } from './face.ts';

/** The faces a document may use. */
export type Faces = Readonly<Record<FontId, Face>>;

/** A face inside one PDF file. */
export interface PdfFont {
  /** Its name in the resources of a page, F1, F2 … */
  readonly id: string;
  /** What a page's resources point to. */
  readonly reference: PDFKit.PDFKitReference;
  /** The character's code in content streams, four hexadecimal digits. */
  codeOf(character: number): string;
  /** Its advance in 1/1000 of the size. */
  advanceOf(character: number): number;
}

/** What pdfkit makes of a font; not among its published types. */
interface EmbeddedFont {
  readonly id: string;
  ref(): PDFKit.PDFKitReference;
  encode(text: string, features: readonly string[]): [codes: string[], positions: unknown];
}

/**
 * Hands a face to pdfkit, which takes any object that answers as a fontkit font does. Not fontkit itself: it cannot cut down woff2 and
 * knows one code point a glyph (docs/decisions/011).
 */
export function embedFace(pdf: InstanceType<typeof PDFDocument>, face: Face): PdfFont {
  const subset = createSubset(face);
  const scale = 1000 / face.unitsPerEm;
  pdf.font({
    postscriptName: face.name, unitsPerEm: face.unitsPerEm, ascent: face.ascent, descent: face.descent, xHeight: face.xHeight, capHeight: face.capHeight, lineGap: 0, italicAngle: 0, bbox: face.box,
    post: { isFixedPitch: 0 }, head: { macStyle: { italic: false } }, 'OS/2': { sFamilyClass: 0 },
    createSubset: () => ({ includeGlyph: subset.include, encode: subset.encode }),
    getGlyph: () => ({ advanceWidth: face.advanceOf(0) }),
    layout: (text: string) => {
      const codes = [...text].map((character) => character.codePointAt(0)!);
      return { glyphs: codes.map((code) => ({ id: code, advanceWidth: subset.advanceOf(code), codePoints: [code] })), positions: codes.map(() => ({})), advanceWidth: 0 };
    },
  } as unknown as Buffer);
  const { _font: font } = pdf as unknown as { _font: EmbeddedFont };
  const known = new Map<number, string>();
  return {
    id: font.id,
    reference: font.ref(),
    codeOf(character) {
      const code = known.get(character) ?? font.encode(String.fromCodePoint(character), [])[0][0]!;
      known.set(character, code);
      return code;
    },
    advanceOf: (character) => subset.advanceOf(character) * scale,
  };
}

/** Fonts of a file by face, each embedded when the first page uses it. */
export function createFonts(pdf: InstanceType<typeof PDFDocument>, faces: Faces): (id: FontId) => PdfFont {
  const fonts = new Map<FontId, PdfFont>();
  return (id) => {
    const font = fonts.get(id) ?? embedFace(pdf, faces[id]);
    fonts.set(id, font);
    return font;
  };
}
