import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';

/** A paragraph before its words changed, and where places in it have gone. */
export interface Was {
  readonly para: Node;
  readonly map: (at: number) => number;
}

/**
 * A paragraph longer than two stretches is drawn in stretches: the browser sets a whole stretch of text anew at each key, of 200,000 characters for a second. Shorter
 * ones cost more than they spare: for each ProseMirror copies the text from there to the end of the paragraph, to walk over it.
 */
const STRETCH = 2500;
const LONG = 2 * STRETCH;

/** Where the stretches of a long paragraph end, by paragraph. */
const ends = new WeakMap<Node, readonly number[]>();

/**
 * Parts a long paragraph into stretches for the browser, by a character between them that is an element of its own: nothing is seen of it, and what is written in
 * stands in bare text, which ProseMirror need not draw again. Those of the paragraph as it was before a change stay, moved along, so that only
 * the stretch that was written in is drawn again.
 */
export function stretchOut(para: Node, before?: Was): Decoration[] {
  const { size } = para.content;
  if (size <= LONG) return [];
  const kept = (before && ends.get(before.para)?.map(before.map)) ?? [];
  const found: number[] = [];
  let from = 0;
  for (const end of [...kept, size]) {
    // One that has been emptied is gone, one that has grown is parted.
    if (end <= from || end > size) continue;
    while (end - from > 2 * STRETCH) found.push((from = afterCharacter(para, from + STRETCH)));
    if (end < size) found.push((from = end));
  }
  ends.set(para, found);
  return found.map((end) => Decoration.inline(end, afterCharacter(para, end + 1), { class: 'stretch' }));
}

/** A place that does not part the two halves of a character beyond U+FFFF. */
function afterCharacter(para: Node, at: number): number {
  return at < para.content.size && /[\udc00-\udfff]/.test(para.textBetween(at, at + 1)) ? at + 1 : at;
}
