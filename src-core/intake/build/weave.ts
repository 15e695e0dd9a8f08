import { Mark } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { schema } from '../../document/schema.ts';
import { markFrom } from '../place-blocks.ts';
import type { Carried, PlacedLine, PlacedReference } from '../place-blocks.ts';
import { readItem } from '../recognise/enumerations.ts';
import type { DeletedEnd, DeletedText, PlacedImage, SourceAnchors, SourceFootnote, SourceReference, Span } from '../source.ts';
import { firstOffset, lastOffset, offsetAt, spansOf } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { SOFT_BREAK } from './soft-break.ts';

/** Inline nodes, and the places where a deleted paragraph end stands. */
export type Woven = Node | DeletedEnd;

/**
 * Puts what the paragraphs of a Word file carry back among the text that was recognised: formats, insertions and comments lie on the
 * characters; what is deleted stands before the character it stood before.
 */
export interface Weaver {
  text(text: Spelled): Woven[];
  marksAt(offset: number): readonly Mark[];
  /** What is deleted at the end of a paragraph made of this text; called once its text is woven. */
  tail(text: Spelled): Woven[];
  /** The changed end of the paragraph: of the last line it was made of. */
  endOf(text: Spelled): Pick<PlacedLine['detail'], 'tc' | 'commentIds' | 'align'>;
  /** What the first line it was made of is pointed to by. */
  startOf(text: Spelled): SourceAnchors | undefined;
  /** True where a reference stands at a place of the source: nothing else is to be recognised there. */
  refersAt(offset: number): boolean;
  /** Lines with deletions that found no place, with what is left of them. */
  rest(): { readonly line: PlacedLine; readonly woven: Woven[] }[];
  readonly kept: readonly Span[];
}

export function createWeaver(carried: Carried): Weaver {
  const kept: Span[] = [];
  const next = new Map<PlacedLine, number>();
  const lineAt = (offset: number): PlacedLine | undefined => {
    let low = 0;
    let high = carried.lines.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const line = carried.lines[middle]!;
      if (offset < line.start) high = middle - 1;
      else if (offset > line.end) low = middle + 1;
      else return line;
    }
    return undefined;
  };
  const take = (line: PlacedLine | undefined, upTo: number): Woven[] => {
    const deleted = line?.detail.deleted;
    if (!line || !deleted) return [];
    const woven: Woven[] = [];
    let index = next.get(line) ?? 0;
    for (; index < deleted.length && line.start + deleted[index]!.at <= upTo; index++) woven.push(...wovenOf(deleted[index]!));
    next.set(line, index);
    return woven;
  };
  const lastLine = (text: Spelled): PlacedLine | undefined => carried.ofCell.get(text) ?? lineAt(lastOffset(text));
  const isPlain = carried.marks.size === 0 && carried.references.size === 0 && carried.lines.every(({ detail }) => detail.deleted === undefined);

  return {
    kept,
    refersAt: (offset) => carried.references.has(offset),
    marksAt: (offset) => carried.marks.get(offset) ?? Mark.none,
    text(text) {
      for (const span of spansOf(text)) kept.push(span);
      if (isPlain && !text.text.includes(SOFT_BREAK)) return text.text === '' ? [] : [schema.text(text.text)];
      const woven: Woven[] = [];
      let run = '';
      let marks: readonly Mark[] = Mark.none;
      const flush = (): void => {
        if (run !== '') woven.push(schema.text(run, marks));
        run = '';
      };
      let line: PlacedLine | undefined;
      for (let i = 0; i < text.text.length; i++) {
        const offset = offsetAt(text, i);
        if (offset >= 0) {
          if (!line || offset < line.start || offset > line.end) line = lineAt(offset);
          const before = take(line, offset);
          if (before.length > 0) {
            flush();
            woven.push(...before);
          }
          // A character the intake put in looks like the one before it.
          const here = carried.marks.get(offset) ?? Mark.none;
          if (!sameMarks(here, marks)) flush();
          marks = here;
        }
        const placed = offset >= 0 ? carried.references.get(offset) : undefined;
        if (placed && isWhole(placed, text, i)) {
          flush();
          const end = i + placed.end - placed.start;
          woven.push(referenceFrom(placed.reference, text.text.slice(i, end), marks));
          i = end - 1;
        } else if (text.text[i] === SOFT_BREAK) {
          flush();
          woven.push(schema.nodes.lineBreak.create(null, null, marks));
        } else run += text.text[i];
      }
      flush();
      return woven;
    },
    tail(text) {
      const last = lastOffset(text);
      return take(lastLine(text), last < 0 ? Infinity : last + 1);
    },
    startOf: (text) => lineAt(firstOffset(text))?.detail,
    endOf: (text) => lastLine(text)?.detail ?? {},
    rest: () => [...carried.lines, ...carried.deleted].flatMap((line) => {
      const woven = take(line, Infinity);
      return woven.length > 0 ? [{ line, woven }] : [];
    }),
  };
}

/** All of a reference, and nothing else, stands at `index` of the text. */
function isWhole({ start, end }: PlacedReference, text: Spelled, index: number): boolean {
  for (let offset = start; offset < end; offset++) if (offsetAt(text, index + offset - start) !== offset) return false;
  return true;
}

/** What the file says stays beside it until the whole document can be read (settle-references.ts). */
const referenceFrom = ({ target, form, written }: SourceReference, said: string, marks: readonly Mark[]): Node =>
  schema.nodes.reference.create({ target, form: form ?? 'full', extra: { said, form, written } }, null, marks);

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean => a === b || (a.length === b.length && a.every((mark, index) => mark.eq(b[index]!)));

function wovenOf(deleted: DeletedText | DeletedEnd | SourceFootnote | PlacedImage): Woven[] {
  if ('footnote' in deleted) return [schema.nodes.footnote.create({ text: deleted.footnote }, null, deleted.marks.map(markFrom))];
  if ('image' in deleted) return [schema.nodes.image.create({ ...deleted.image }, null, deleted.marks.map(markFrom))];
  if (!('text' in deleted)) return [deleted];
  const marks = deleted.marks.map(markFrom);
  if (deleted.reference) return [referenceFrom(deleted.reference, deleted.text, marks)];
  const item = deleted.isMarker ? readItem(deleted.text) : undefined;
  if (item) return [schema.nodes.marker.create({ style: item.style }, null, marks)];
  return deleted.text.split(/(\n)/).filter((piece) => piece !== '').map((piece) => (piece === '\n' ? schema.nodes.lineBreak.create(null, null, marks) : schema.text(piece, marks)));
}
