import type { SourceAnchors, SourceLine } from '#core/intake/source.ts';
import { RUN_STYLES } from '../styles/style-names.ts';
import type { Piece } from './inline.ts';
import { wholeLinks } from './whole-links.ts';

type Format = NonNullable<SourceLine['formats']>[number];

/** Pieces as one line, neighbouring formats of a kind joined, what is deleted kept beside the text. Line breaks are \n. */
export function lineOf(pieces: readonly Piece[], hint: Omit<SourceLine, 'kind' | 'text' | 'formats' | 'deleted'>): SourceLine {
  let text = '';
  const formats: Format[] = [];
  const references: NonNullable<SourceLine['references']>[number][] = [];
  const deleted: NonNullable<SourceLine['deleted']>[number][] = [];
  // Indexes of the formats that reach to where the text ends: only they can go on.
  let ending: number[] = [];
  // Each paragraph of a line that holds deleted ends is pointed to by itself.
  let anchors: SourceAnchors = {};
  for (const { text: own, marks, style, struck, end, link, anchor, annex, note, image } of wholeLinks(pieces)) {
    anchors = { ...(anchor ? { anchor } : {}), ...(annex ? { annex } : {}), ...anchors };
    const start = text.length;
    if (end) {
      deleted.push({ at: start, end: end.shape, tc: end.tc, ...(end.commentIds.length > 0 ? { commentIds: end.commentIds } : {}), ...anchors });
      anchors = {};
      continue;
    }
    if (note !== undefined) {
      deleted.push({ at: start, footnote: note, marks });
      continue;
    }
    if (image) {
      deleted.push({ at: start, image, marks });
      continue;
    }
    if (struck) {
      deleted.push({ at: start, text: own, marks, ...(style === RUN_STYLES.marker.name ? { isMarker: true } : {}), ...(link ? { reference: link } : {}) });
      continue;
    }
    text += own;
    if (link) references.push({ ...link, span: [start, text.length] });
    const next: number[] = [];
    for (const { mark, attrs } of marks) {
      const last = ending.findLast((index) => formats[index]!.mark === mark && isSame(formats[index]!.attrs, attrs));
      if (last !== undefined) formats[last] = { ...formats[last]!, span: [formats[last]!.span[0], text.length] };
      else formats.push({ mark, ...(attrs ? { attrs } : {}), span: [start, text.length] });
      next.push(last ?? formats.length - 1);
    }
    if (own !== '') ending = next;
  }
  // Blanks at the end of a line are no part of it: a note behind them stands at the last word.
  const last = text.trimEnd().length;
  for (let index = deleted.length - 1; index >= 0 && 'footnote' in deleted[index]!; index--) deleted[index] = { ...deleted[index]!, at: Math.min(deleted[index]!.at, last) };
  return { kind: 'line', text, ...hint, ...anchors, ...(formats.length > 0 ? { formats } : {}), ...(references.length > 0 ? { references } : {}), ...(deleted.length > 0 ? { deleted } : {}) };
}

const isSame = (a: Format['attrs'], b: Format['attrs']): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
