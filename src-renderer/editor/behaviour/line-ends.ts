import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import { classOf, NOT_FIRST, NOT_LAST } from '#core/layout/character-class.ts';

/** A computed text is one box in the browser, beside which it would part a line whatever stands there. */
const LEAF = '\uFFFC';
/** 020-38200174, 2021-2025: as many characters as stand on a line anywhere. */
const NUMBER = /\d{1,20}(?:-\d{1,20}){1,4}/g;
/** http://www.…/zwgk/: a stroke before a letter. */
const STROKE = /\/(?=[A-Za-z\u00c0-\u024f])/g;

/**
 * Where the lines of a paragraph end on the page (core/layout/break-lines.ts) and not by the rules of the browser, or the other way round: a number is not
 * parted at its hyphens, an address is at its strokes, no line ends with （ before a computed text, and none
 * begins with ） behind a reference.
 */
export function lineEnds(para: Node): Decoration[] {
  const text = para.textBetween(0, para.content.size, '', LEAF);
  const found: Decoration[] = [];
  if (text.includes('-')) for (const { index, 0: number } of text.matchAll(NUMBER)) found.push(keep(index, index + number.length));
  if (text.includes('/')) for (const { index } of text.matchAll(STROKE)) found.push(Decoration.inline(index, index + 1, { class: 'may-end' }));
  for (let at = text.indexOf(LEAF); at >= 0; at = text.indexOf(LEAF, at + 1)) {
    if (is(text, at - 1, NOT_LAST)) found.push(keep(at - 1, at));
    // An element around both would be drawn anew while an input method writes between them, and spoil its words; a class is written into the one there is.
    if (is(text, at + 1, NOT_FIRST) && para.nodeAt(at)!.type.name === 'reference') found.push(Decoration.node(at, at + 1, { class: 'holds-next' }), Decoration.inline(at + 1, at + 2, { class: 'is-held' }));
  }
  return found;
}

const keep = (from: number, to: number): Decoration => Decoration.inline(from, to, { class: 'is-kept' });

const is = (text: string, at: number, bits: number): boolean => at >= 0 && at < text.length && (classOf(text.charCodeAt(at)) & bits) !== 0;
