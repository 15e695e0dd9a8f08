import type PDFDocument from 'pdfkit';
import type { FontId } from '#core/layout/metrics.ts';
import { advanceOf, glyphOf } from '../fonts/face.ts';
import type { Face } from '../fonts/face.ts';
import type { Faces } from '../fonts/face-shelf.ts';

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

/** What stands in the place of a character that no face has. */
const IDEOGRAPHIC_SPACE = 0x3000;

/**
 * Hands a face to pdfkit as the fontkit font it is, in two things changed: no shaping, for layout has chosen the glyphs, and in the subset
 * every code point has a glyph of its own even where the face draws two alike, so that what is copied from the file is what was written
 * (docs/decisions/011).
 */
function embedFace(pdf: InstanceType<typeof PDFDocument>, face: Face, name: string): PdfFont {
  const blank = glyphOf(face, IDEOGRAPHIC_SPACE);
  const glyphFor = (code: number): number => glyphOf(face, code) || blank;
  const scale = 1000 / face.unitsPerEm;
  pdf.font(Object.create(face, {
    postscriptName: { value: name },
    layout: {
      value: (text: string) => {
        const glyphs = [...text].map((character) => character.codePointAt(0)!).map((code) => ({ id: code, advanceWidth: advanceOf(face, glyphFor(code)), codePoints: [code] }));
        return { glyphs, positions: glyphs.map(() => ({})), advanceWidth: 0 };
      },
    },
    createSubset: { value: () => subsetByCharacter(face, glyphFor) },
  }) as Buffer);
  const { _font: font } = pdf as unknown as { _font: EmbeddedFont };
  const known = new Map<number, { readonly code: string; readonly advance: number }>();
  const lookUp = (character: number): { readonly code: string; readonly advance: number } => {
    let found = known.get(character);
    if (!found) known.set(character, (found = { code: font.encode(String.fromCodePoint(character), [])[0][0]!, advance: advanceOf(face, glyphFor(character)) * scale }));
    return found;
  };
  return { id: font.id, reference: font.ref(), codeOf: (character) => lookUp(character).code, advanceOf: (character) => lookUp(character).advance };
}

/** fontkit's subset, asked by code point instead of by glyph. */
function subsetByCharacter(face: Face, glyphFor: (code: number) => number): { includeGlyph(code: number): number; encode(): Uint8Array; readonly cff?: unknown } {
  const subset = face.createSubset();
  const places = new Map<number, number>();
  return {
    ...(subset.cff !== undefined && { cff: subset.cff }),
    includeGlyph(code) {
      const place = places.get(code) ?? subset.glyphs.push(glyphFor(code)) - 1;
      places.set(code, place);
      return place;
    },
    encode: () => subset.encode(),
  };
}

/** Fonts of a file by face, each embedded when the first page uses it. */
export function createFonts(pdf: InstanceType<typeof PDFDocument>, faces: Faces): (id: FontId) => PdfFont {
  const fonts = new Map<FontId, PdfFont>();
  const names = new Set<string>();
  return (id) => {
    const known = fonts.get(id);
    if (known) return known;
    const face = faces.get(id)!;
    const font = embedFace(pdf, face, nameFor(face.postscriptName, names));
    fonts.set(id, font);
    return font;
  };
}

/** A PDF takes ASCII names without its own marks, which old fonts of offices do not always have; and pdfkit takes two fonts of one name for one. */
function nameFor(postscriptName: string | null, taken: Set<string>): string {
  const plain = (postscriptName ?? '').replace(/[^!-~]|[[\](){}<>/%#]/g, '') || 'Font';
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}-${count}`;
  taken.add(name);
  return name;
}
