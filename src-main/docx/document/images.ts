import type { Node } from 'prosemirror-model';
import { isImageParagraph, imageWords } from '#core/document/image.ts';
import { baselineIn } from '#core/layout/baseline.ts';
import { fitImage, pitchesOf, tallestImage } from '#core/layout/fit-image.ts';
import type { ImageRoom } from '#core/layout/fit-image.ts';
import { fromTwips, twipsOf } from '#core/layout/unit.ts';
import type { ParagraphStyle } from '#core/template/styles.ts';
import type { ParagraphProperties } from '../properties.ts';
import { emuFromTwips } from '../units.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { labelOf, styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** A picture of the file: its part, and the relationship of the document that leads to it. */
export interface MediaPart {
  readonly id: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The pictures that are asked for, each once. */
export function createMedia(images: ReadonlyMap<string, Uint8Array>): { readonly idOf: (source: string) => string | undefined; readonly parts: () => readonly MediaPart[] } {
  const parts = new Map<string, MediaPart>();
  return {
    idOf(source) {
      const bytes = images.get(source);
      if (!bytes) return undefined;
      const known = parts.get(source);
      if (known) return known.id;
      const number = parts.size + 1;
      const part = { id: `rIdImage${number}`, file: `media/image${number}.${bytes[0] === 0x89 ? 'png' : 'jpg'}`, bytes };
      parts.set(source, part);
      return part.id;
    },
    parts: () => [...parts.values()],
  };
}

const isAlone = (writing: Writing, para: Node, pos: number): boolean => isImageParagraph(para) && labelOf(writing, pos) === '';

/** The room an image has in a paragraph of the text, as layout gives it. */
function roomIn(writing: Writing, para: Node, pos: number): ImageRoom {
  const style = styleOf(writing, para);
  const indent = isAlone(writing, para, pos) ? 0 : Math.max(0, style.firstLine);
  return { width: fromTwips(Math.max(0, writing.measure - style.left - style.right - indent)), height: tallestImage(writing.styles, writing.measure, style.line) };
}

/**
 * What an image changes about its paragraph. A line of exact height would cut it off: the lines are at least a pitch high, and a
 * picture by itself takes whole pitches, so that what follows stays on the grid (5.2.3).
 */
export function imageSpacing(writing: Writing, para: Node, pos: number, style: ParagraphStyle, room: ImageRoom = roomIn(writing, para, pos)): ParagraphProperties {
  const heights = para.children.filter(({ type }) => type.name === 'image').map((image) => fitImage(image, room).height);
  if (heights.length === 0) return {};
  const pitch = fromTwips(style.line);
  const place: ParagraphProperties = isAlone(writing, para, pos) ? { align: 'center', ...(style.firstLine !== 0 && { firstLine: 0 }) } : {};
  if (Math.max(...heights) <= baselineIn(pitch)) return place;
  return { ...place, line: para.childCount === 1 && labelOf(writing, pos) === '' ? style.line * pitchesOf(heights[0]!, pitch) : style.line, isLineLeast: true };
}

/** An image as a drawing in the line; words in its place where its bytes are missing. */
export function imageRun(writing: Writing, image: Node, para: Node, pos: number, write: (content: readonly Xml[]) => Xml): Xml {
  const id = writing.media.idOf(String(image.attrs.source));
  if (id === undefined) return write([xml('w:t', { 'xml:space': 'preserve' }, imageWords(image))]);
  const { width, height, alt } = fitImage(image, writing.room ?? roomIn(writing, para, pos));
  const extent = { cx: emuFromTwips(twipsOf(width)), cy: emuFromTwips(twipsOf(height)) };
  const number = writing.nextId();
  return write([xml('w:drawing', {}, xml('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 },
    xml('wp:extent', extent),
    xml('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    xml('wp:docPr', { id: number, name: `图片 ${number}`, descr: alt === '' ? undefined : alt }),
    xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noChangeAspect: 1 })),
    xml('a:graphic', {}, xml('a:graphicData', { uri: PICTURE }, xml('pic:pic', {},
      xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id: number, name: `图片 ${number}` }), xml('pic:cNvPicPr')),
      xml('pic:blipFill', {}, xml('a:blip', { 'r:embed': id }), xml('a:stretch', {}, xml('a:fillRect'))),
      xml('pic:spPr', {}, xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), xml('a:ext', extent)), xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst'))))))))]);
}

const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

