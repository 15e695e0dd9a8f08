import type { Placed } from '#core/document/divide.ts';
import type { Node } from 'prosemirror-model';
import { closingOf, placeClosing } from '#core/document/closing.ts';
import type { ClosingPlace } from '#core/document/closing.ts';
import { isOneLine, textOf } from '#core/document/elements.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import type { Twips } from '#core/units/length.ts';
import { lineWidth } from '../measure.ts';
import type { ParagraphProperties } from '../properties.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { elementParagraph } from './paragraph.ts';
import { run, textRuns } from './runs.ts';
import { styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** The 署名 that follow one another, and the date below them. */
export interface ClosingGroup {
  readonly signatures: readonly Placed[];
  readonly date: Placed | null;
}

/**
 * The line that begins with this 署名 (GB/T 9704—2012 7.3.5): of a joint document under seals it holds up to three, set by tabs;
 * nothing for one that stands on the line of another.
 */
export function signatureParagraphs(writing: Writing, group: ClosingGroup, index: number): Xml[] {
  const { signatures } = placesOf(writing, group);
  const place = signatures[index]!;
  if (place.column > 0) return [];
  let end = index + 1;
  while (end < signatures.length && signatures[end]!.column > 0) end++;
  const placed = group.signatures[index]!;
  if (end === index + 1) return [elementParagraph(writing, placed, { before: place.before, ...indents(place) })];
  const row = signatures.slice(index, end);
  const tabs = row.map(({ left, right }) => ({ align: 'center' as const, at: Math.round((left + TEXT_WIDTH - right) / 2) }));
  const content = row.flatMap((_, column) => {
    const { node, pos } = group.signatures[index + column]!;
    return [run({}, [xml('w:tab')]), ...textRuns(writing, node, pos)];
  });
  return [elementParagraph(writing, placed, { before: place.before, tabs, left: 0, right: 0, align: 'left' }, content)];
}

/** What its 署名 and the kind of 落款 change about the 成文日期. */
export function dateLayout(writing: Writing, group: ClosingGroup): ParagraphProperties {
  const place = placesOf(writing, group).date;
  const style = writing.styles.paragraph.date;
  const asStyled = place.align === style.align && place.left === style.left && place.right === style.right;
  return asStyled ? { before: place.before } : { before: place.before, ...indents(place) };
}

const indents = ({ left, right, align }: ClosingPlace): ParagraphProperties => ({ align, left, right });

function placesOf(writing: Writing, { signatures, date }: ClosingGroup): ReturnType<typeof placeClosing> {
  const width = (node: Node): Twips => lineWidth(textOf(node), styleOf(writing, node).size, styleOf(writing, node).spacing);
  return placeClosing(closingOf(writing.doc, writing.styles.closing, (signatures[0] ?? date)?.pos), signatures.map(({ node }) => width(node)), date ? width(date.node) : 0, signatures.every(({ node }) => isOneLine(node)));
}
