import type { Placed } from '#core/document/divide.ts';
import { styleKey } from '#core/template/styles.ts';
import type { Twips } from '#core/units/length.ts';
import { paragraphProperties } from '../properties.ts';
import type { ParagraphProperties } from '../properties.ts';
import { PARAGRAPH_STYLE_NAMES, PLACE_STYLE, RUN_IN_STYLE_NAMES } from '../styles/style-names.ts';
import { xml } from '../xml.ts';
import type { Xml, XmlChild } from '../xml.ts';
import { imageSpacing } from './images.ts';
import { paragraphChange } from './revisions.ts';
import { paragraphRuns } from './runs.ts';
import { styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** A paragraph in the style of its element, with what its place in the document changes about it. */
export function elementParagraph(writing: Writing, { node, pos }: Placed, local: ParagraphProperties = {}, content: XmlChild = paragraphRuns(writing, node, pos)): Xml {
  const image = imageSpacing(writing, node, pos, styleOf(writing, node));
  const properties = (attrs: Readonly<Record<string, unknown>>): ParagraphProperties => ({ style: styleId(attrs), ...local, ...image, align: (attrs.align as ParagraphProperties['align'] | null) ?? image.align ?? local.align });
  return paragraph({ ...properties(node.attrs), ...paragraphChange(writing, node, (attrs) => paragraphProperties(properties(attrs))) }, content);
}

export const paragraph = (properties: ParagraphProperties, ...content: XmlChild[]): Xml => xml('w:p', {}, paragraphProperties(properties), ...content);

/** LibreOffice makes no line lower. */
export const LEAST_LINE: Twips = 2;

/** An empty paragraph of exact height, for drawings to be anchored in or to end what must end with a paragraph. */
export const placeParagraph = (line: number, ...content: XmlChild[]): Xml => paragraph({ style: PLACE_STYLE.id, line: Math.max(LEAST_LINE, Math.round(line)) }, ...content);

function styleId(attrs: Readonly<Record<string, unknown>>): string {
  const { role, level, runIn } = attrs as { role: string; level: number; runIn: boolean };
  const runInStyle = role === 'heading' && runIn ? RUN_IN_STYLE_NAMES[level - 1] : undefined;
  return (runInStyle ?? PARAGRAPH_STYLE_NAMES[styleKey(role, level)]).id;
}
