import { ALNUM, BREAKS, CELL_WIDE, classOf, HAN, isControl, NO_WIDTH, NOT_FIRST } from './character-class.ts';
import type { LaidImage } from './fit-image.ts';
import { isOwnFont } from './metrics.ts';
import type { FontId, FontMetrics, MetricsPack } from './metrics.ts';
import type { TextLook, TextPiece } from './paragraph-text.ts';
import type { Profile } from './profile.ts';
import { fromHalfPoints, fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** What all characters of a run have in common. */
export interface RunLook {
  readonly font: FontId;
  readonly size: Millipoints;
  readonly color: 'black' | 'red';
  /** The font has no bold cut: the painter makes it bolder. */
  readonly isEmboldened: boolean;
  readonly isUnderlined: boolean;
  /** How far the baseline is raised; negative for a subscript. */
  readonly rise: Millipoints;
  readonly isComputed: boolean;
}

/** The characters of a paragraph, one array a property: a long text makes few objects. */
export interface ShapedText {
  readonly length: number;
  readonly codes: Uint32Array;
  readonly classes: Uint16Array;
  /** Advance of each character, the space before it excluded. */
  readonly advances: Int32Array;
  /** Space before a character where scripts meet. */
  readonly spaces: Int32Array | null;
  /** How far the glyph is moved inside its cell. */
  readonly shifts: Int32Array | null;
  readonly looks: readonly RunLook[];
  readonly lookOf: Uint8Array;
  /** Place in the paragraph's content of each character, and of its end. */
  readonly places: Int32Array;
  /** Lines that must end before a character: its index, and the place of the caret there. */
  /** Images, by the index of the character each stands for (U+FFFC); null where there are none. */
  readonly images: ReadonlyMap<number, LaidImage> | null;
  readonly ends: readonly { readonly index: number; readonly at: number; readonly isTitle: boolean }[];
  /** Marks of footnotes: index, and the words of the note. */
  readonly marks: readonly { readonly index: number; readonly note: string }[];
  /** Characters to be named to the person, by index: those no font has, and controls. */
  readonly unusual: readonly number[];
}

/** Stands for an image among the characters. */
const OBJECT = 0xfffc;

/** Finds font and advance of every character. `size` is the length of the paragraph's content. */
export function shapeText(pieces: readonly TextPiece[], size: number, metrics: MetricsPack, profile: Profile): ShapedText {
  let room = 0;
  for (const piece of pieces) room += 'text' in piece ? piece.text.length : 'image' in piece ? 1 : 0;
  const codes = new Uint32Array(room);
  const classes = new Uint16Array(room);
  const advances = new Int32Array(room);
  const lookOf = new Uint8Array(room);
  const places = new Int32Array(room + 1);
  const spaces = profile.autoSpace > 0 ? new Int32Array(room) : null;
  let shifts: Int32Array | null = null;
  const looks: RunLook[] = [];
  const ends: { index: number; at: number; isTitle: boolean }[] = [];
  const marks: { index: number; note: string }[] = [];
  const unusual: number[] = [];
  let images: Map<number, LaidImage> | null = null;
  let count = 0;

  for (const piece of pieces) {
    if ('image' in piece) {
      const { image, look, at } = piece;
      (images ??= new Map()).set(count, image);
      codes[count] = OBJECT;
      // A line may end on either side of it, but for marks that may not begin or end one.
      classes[count] = BREAKS;
      places[count] = at;
      advances[count] = image.width;
      lookOf[count] = addLook(looks, metrics.bundled[look.face].id, look, fromHalfPoints(look.size), false);
      count++;
      continue;
    }
    if (!('text' in piece)) {
      ends.push({ index: count, at: piece.at, isTitle: piece.end === 'title' });
      continue;
    }
    const { text, look, note } = piece;
    if (note !== undefined) marks.push({ index: count, note });
    const byFont: Partial<Record<FontId, number>> = {};
    const type = look.raised === 0 ? fromHalfPoints(look.size) : Math.round(fromHalfPoints(look.size) * 0.58);
    const spacing = fromTwips(look.spacing);
    let setIn: FontMetrics | null = null;
    let looksAs = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i)!;
      // A mark stays with what it is a note to.
      const kind = note === undefined ? classOf(code) : classOf(code) | NOT_FIRST;
      const { font, advance, isMissing } = findGlyph(metrics, look, code);
      if (font !== setIn) {
        setIn = font;
        looksAs = byFont[font.id] ??= addLook(looks, font.id, look, type, piece.isComputed);
      }
      const index = count++;
      codes[index] = code;
      classes[index] = kind;
      places[index] = piece.at + (piece.isComputed ? 0 : i);
      lookOf[index] = looksAs;
      if (code > 0xffff) i++;
      if ((kind & NO_WIDTH) !== 0) {
        if (isControl(code)) unusual.push(index);
        continue;
      }
      if (isMissing) unusual.push(index);
      if ((kind & CELL_WIDE) !== 0) {
        advances[index] = Math.max(0, type + spacing);
        const own = Math.round((advance * type) / font.unitsPerEm);
        if (own < type && !isMissing) (shifts ??= new Int32Array(room))[index] = shiftOf(kind, type - own);
      } else {
        advances[index] = Math.max(0, Math.round((advance * type) / font.unitsPerEm) + spacing);
      }
      if (spaces && index > 0 && meet(classes[index - 1]!, codes[index - 1]!, kind, code)) spaces[index] = Math.round((type * profile.autoSpace) / 1000) - spacing;
    }
  }
  places[count] = size;
  return { length: count, codes, classes, advances, spaces, shifts, looks, lookOf, places, images, ends, marks, unusual };
}

/** Scripts meet between Han and Latin, digits or numbers in a circle: ①. */
const meet = (a: number, codeA: number, b: number, codeB: number): boolean => ((a & HAN) !== 0 && isLatin(b, codeB)) || (isLatin(a, codeA) && (b & HAN) !== 0);
const isLatin = (kind: number, code: number): boolean => (kind & ALNUM) !== 0 || (code >= 0x2460 && code <= 0x24ff);

/** Opening marks go to the right of their cell, closing ones stay at the left, all others stand in the middle. */
const shiftOf = (kind: number, slack: Millipoints): Millipoints => ((kind & 16) !== 0 ? slack : (kind & 32) !== 0 ? 0 : slack >> 1);

interface Found {
  readonly font: FontMetrics;
  readonly advance: number;
  readonly isMissing: boolean;
}

/** Latin first beside 仿宋, 楷体 and 黑体, then the fonts asked for the face in their order; one em for what none has. */
function findGlyph({ bundled, chains }: MetricsPack, look: TextLook, code: number): Found {
  if (code < 0x2000 && !look.isWhole) {
    const latin = look.bold ? bundled['latin-bold'] : bundled.latin;
    const advance = latin.advanceOf(code);
    if (advance >= 0) return { font: latin, advance, isMissing: false };
  }
  for (const font of chains[look.face]) {
    const advance = font.advanceOf(code);
    if (advance >= 0) return { font, advance, isMissing: false };
  }
  const font = bundled[look.face];
  if (code === 9 || code === 0x3000) return { font, advance: font.unitsPerEm, isMissing: false };
  return { font, advance: code < 0x1100 ? font.unitsPerEm >> 1 : font.unitsPerEm, isMissing: true };
}

function addLook(looks: RunLook[], font: FontId, look: TextLook, size: Millipoints, isComputed: boolean): number {
  // 小标宋 is black already, the person's own as well as ours.
  const isEmboldened = look.bold && font !== 'latin-bold' && font !== 'biao' && !(look.face === 'biao' && isOwnFont(font));
  const rise = look.raised === 0 ? 0 : Math.round(fromHalfPoints(look.size) * (look.raised > 0 ? 0.33 : -0.14));
  const found = looks.findIndex((each) => each.font === font && each.size === size && each.color === look.color && each.isEmboldened === isEmboldened && each.isUnderlined === look.underline && each.rise === rise && each.isComputed === isComputed);
  return found >= 0 ? found : looks.push({ font, size, color: look.color, isEmboldened, isUnderlined: look.underline, rise, isComputed }) - 1;
}
