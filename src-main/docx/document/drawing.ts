import type { Twips } from '#core/units/length.ts';
import { emuFromTwips } from '../units.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { run } from './runs.ts';
import type { Writing } from './writing.ts';

/** Where a drawing stands: from the edge of the page, or at the bottom of the text block. All in twips. */
export interface Position {
  readonly x: Twips;
  readonly y: Twips | 'text-bottom';
  readonly width: Twips;
  readonly height: Twips;
}

/**
 * A box of paragraphs without frame or inner margins, at a fixed place; the text of the page does not give way to it. The text
 * of a resting box lies on its lower edge, that of a turned one runs from top to bottom.
 */
export function textBox(writing: Writing, name: string, position: Position, content: readonly Xml[], form: 'standing' | 'resting' | 'turned' = 'standing'): Xml {
  return anchored(writing, name, position,
    xml('wps:cNvSpPr', { txBox: 1 }),
    shape(position, 'rect', xml('a:noFill'), xml('a:ln', {}, xml('a:noFill'))),
    xml('wps:txbx', {}, xml('w:txbxContent', {}, content)),
    xml('wps:bodyPr', { rot: 0, vert: form === 'turned' ? 'vert' : 'horz', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: form === 'resting' ? 'b' : 't', anchorCtr: 0 }, xml('a:noAutofit')));
}

/** A horizontal rule; `weight` in points, `y` its middle. */
export function rule(writing: Writing, name: string, place: { readonly x: Twips; readonly y: Twips; readonly width: Twips }, weight: number, color: string): Xml {
  const position = { ...place, height: 0 };
  return anchored(writing, name, position,
    xml('wps:cNvCnPr'),
    shape(position, 'line', xml('a:ln', { w: Math.round(weight * 12_700) }, xml('a:solidFill', {}, xml('a:srgbClr', { val: color })), xml('a:round'))),
    xml('wps:bodyPr'));
}

const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

function anchored(writing: Writing, name: string, position: Position, ...parts: Xml[]): Xml {
  const id = writing.nextId();
  const anchor = xml('wp:anchor', { distT: 0, distB: 0, distL: 0, distR: 0, simplePos: 0, relativeHeight: 251_658_240 + id, behindDoc: 0, locked: 0, layoutInCell: 1, allowOverlap: 1 },
    xml('wp:simplePos', { x: 0, y: 0 }),
    xml('wp:positionH', { relativeFrom: 'page' }, xml('wp:posOffset', {}, String(emuFromTwips(position.x)))),
    position.y === 'text-bottom'
      ? xml('wp:positionV', { relativeFrom: 'margin' }, xml('wp:align', {}, 'bottom'))
      : xml('wp:positionV', { relativeFrom: 'page' }, xml('wp:posOffset', {}, String(emuFromTwips(position.y)))),
    extent('wp:extent', position),
    xml('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    xml('wp:wrapNone'),
    xml('wp:docPr', { id, name }),
    xml('wp:cNvGraphicFramePr'),
    xml('a:graphic', {}, xml('a:graphicData', { uri: SHAPE }, xml('wps:wsp', {}, parts))));
  return run({}, [xml('mc:AlternateContent', {}, xml('mc:Choice', { Requires: 'wps' }, xml('w:drawing', {}, anchor)))]);
}

const shape = (position: Position, form: string, ...look: Xml[]): Xml =>
  xml('wps:spPr', {}, xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), extent('a:ext', position)), xml('a:prstGeom', { prst: form }, xml('a:avLst')), look);

const extent = (name: string, { width, height }: Position): Xml => xml(name, { cx: emuFromTwips(width), cy: emuFromTwips(height) });
