import type { Node } from 'prosemirror-model';
import { landscapePage } from '../document/divide.ts';
import type { ResolvedStyles } from '../template/styles.ts';
import type { Twips } from '../units/length.ts';
import { baselineIn } from './baseline.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** The most an image may take: the width of the text block (版心) or of its cell, the height of a page of whole lines. */
export interface ImageRoom {
  readonly width: Millipoints;
  readonly height: Millipoints;
  /** In a cell lines are counted, so each takes whole pitches. */
  readonly isCell?: true;
}

/** An image as it is shown; it stands on the baseline of its line. */
export interface LaidImage {
  /** What its bytes are kept under (core/document/image.ts). */
  readonly source: string;
  readonly alt: string;
  readonly width: Millipoints;
  readonly height: Millipoints;
}

/** Of a file that does not say how large an image is. */
const LEAST: Millipoints = 1000;

/** An image as large as it asks to be, or, its sides in the same ratio, as there is room. */
export function fitImage({ attrs }: Node, room: ImageRoom): LaidImage {
  let width = sideOf(attrs.width);
  let height = sideOf(attrs.height);
  if (width > room.width) [width, height] = [room.width, Math.round((height * room.width) / width)];
  if (height > room.height) [width, height] = [Math.round((width * room.height) / height), room.height];
  return { source: String(attrs.source), alt: String(attrs.alt), width: Math.max(LEAST, width), height: Math.max(LEAST, height) };
}

const sideOf = (twips: unknown): Millipoints => (typeof twips === 'number' && Number.isFinite(twips) ? Math.max(LEAST, fromTwips(Math.round(twips))) : LEAST);

/** The highest image of a page on which text is `measure` wide, among lines of a pitch; with Infinity of a page of either direction. */
export function tallestImage(styles: ResolvedStyles, measure: Twips, line: Twips): Millipoints {
  return highestIn(pageHeight(styles, measure), fromTwips(line));
}

/** The same in a cell, its edges and 续表 above the table left out; under a head that is repeated half a page, for the head may take the other half. */
export function tallestInCell(styles: ResolvedStyles, measure: Twips, line: Twips, stroke: Millipoints, hasHead: boolean): Millipoints {
  const pitch = fromTwips(line);
  const height = pageHeight(styles, measure) - stroke;
  return highestIn((hasHead ? height >> 1 : height) - pitch, pitch);
}

function pageHeight({ page }: ResolvedStyles, measure: Twips): Millipoints {
  const { height, top, bottom } = measure > page.width - page.left - page.right ? landscapePage(page) : page;
  return fromTwips(height - top - bottom);
}

const highestIn = (height: Millipoints, pitch: Millipoints): Millipoints => Math.max(LEAST, Math.floor(height / pitch) * pitch - belowBaseline(pitch));

/** What a line keeps below its baseline, and so below an image. */
const belowBaseline = (pitch: Millipoints): Millipoints => pitch - baselineIn(pitch);

/** How high a line is whose highest image stands among words: word processors make it as high as it needs, no whole pitches. */
export const heightAmongWords = (tallest: Millipoints, pitch: Millipoints): Millipoints => Math.max(pitch, tallest + belowBaseline(pitch));

/** How many pitches a line takes whose highest image is so high: whole ones, so that the lines of the page stay on their grid. */
export const pitchesOf = (tallest: Millipoints, pitch: Millipoints): number => Math.max(1, Math.ceil((tallest + belowBaseline(pitch)) / pitch));
