import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { numberDocument } from './numbering.ts';
import type { MarkerStyle } from './numbering.ts';

/** A series of inline numbers that count on from one another: 一是…二是…三是…. */
export interface Series {
  readonly style: MarkerStyle;
  /** Positions of its markers, in order. */
  readonly markers: readonly number[];
}

/** Every series of a document, by where it begins. A number that would begin again at one begins a series. */
export function seriesOf(doc: Node): Series[] {
  const all: { style: MarkerStyle; markers: number[] }[] = [];
  const open = new Map<MarkerStyle, { style: MarkerStyle; markers: number[] }>();
  for (const { pos, number } of numberDocument(doc).markers.values()) {
    const style = doc.nodeAt(pos)!.attrs.style as MarkerStyle;
    let series = number === 1 ? undefined : open.get(style);
    if (!series) {
      series = { style, markers: [] };
      all.push(series);
      open.set(style, series);
    }
    series.markers.push(pos);
  }
  return all;
}

/** The series of the marker at a position. */
export const seriesAt = (doc: Node, pos: number): Series | undefined => seriesOf(doc).find(({ markers }) => markers.includes(pos));

/**
 * Writes a whole series in another style: 一是 → 第一， → （一） → （1） → ①. 第一， brings its own comma, the others want none
 * (GB/T 15834—2011), so a comma after a number goes. Its neighbours keep their numbers.
 */
export function restyleSeries(tr: Transform, series: Series, style: MarkerStyle): void {
  const before = numberDocument(tr.doc).markers;
  const offset = tr.mapping.maps.length;
  for (const pos of series.markers) tr.setNodeAttribute(pos, 'style', style);
  // From the last to the first, so that the positions of the others stay what they are.
  for (const pos of [...series.markers].reverse()) {
    const after = tr.doc.resolve(pos + 1).nodeAfter;
    if (after?.isText && after.text!.startsWith('，')) tr.delete(pos + 1, pos + 2);
  }
  const mapping = tr.mapping.slice(offset);
  const wanted = new Map([...before.values()].map(({ pos, number }) => [mapping.map(pos), number] as const));
  beginWhereItBegan(tr, wanted);
}

/** Gives every marker that began a series and would now count on from another its own beginning. */
export function beginWhereItBegan(tr: Transform, wanted: ReadonlyMap<number, number>): void {
  for (;;) {
    const stray = [...numberDocument(tr.doc).markers.values()].find(({ pos, number }) => wanted.get(pos) === 1 && number !== 1);
    if (!stray) return;
    tr.setNodeAttribute(stray.pos, 'restart', true);
  }
}
