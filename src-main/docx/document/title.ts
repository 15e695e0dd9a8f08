import type { Placed } from '#core/document/divide.ts';
import { breakTitle, widthOf } from '#core/document/break-title.ts';
import { textOf } from '#core/document/elements.ts';
import { isStruck } from '#core/document/revisions.ts';
import type { Twips } from '#core/units/length.ts';
import type { Xml } from '../xml.ts';
import { textRuns } from './runs.ts';
import { styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** Longer than any title: what a text without structure leaves in its first paragraph is not shaped. */
const LONGEST_TITLE = 100;

/** A title's lines in the shapes of 7.3.1, unless a person has ended its lines. */
export function titleRuns(writing: Writing, { node, pos }: Placed, measure: Twips): Xml[] {
  let plain = true;
  node.forEach((child) => {
    plain &&= child.isText && !isStruck(child);
  });
  const text = textOf(node);
  if (!plain || widthOf(text) > LONGEST_TITLE) return textRuns(writing, node, pos);
  const perLine = Math.floor(measure / (styleOf(writing, node).size * 10));
  let at = 0;
  const breaks = breakTitle(text, perLine).slice(0, -1).map((line) => (at += line.length));
  return textRuns(writing, node, pos, {}, breaks);
}
