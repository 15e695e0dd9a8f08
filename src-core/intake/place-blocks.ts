import type { Mark } from 'prosemirror-model';
import { schema } from '../document/schema.ts';
import { SOFT_BREAK } from './build/soft-break.ts';
import type { Piece } from './lines.ts';
import type { SourceBlock, SourceDetail, SourceMark, SourceReference, SourceShape } from './source.ts';
import { spell } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** A paragraph of a Word file at its place in the imagined text of all of them: [start, end). */
export interface PlacedLine {
  readonly start: number;
  readonly end: number;
  readonly detail: SourceDetail & SourceShape;
}

/** A reference at its place: [start, end). */
export interface PlacedReference {
  readonly start: number;
  readonly end: number;
  readonly reference: SourceReference;
}

/** What the paragraphs of a Word file carry beside their text. */
export interface Carried {
  /** Marks of the characters, by offset. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  /** References by each offset they cover. */
  readonly references: ReadonlyMap<number, PlacedReference>;
  /** In the order of the file. */
  readonly lines: readonly PlacedLine[];
  /** Paragraphs of cells: an empty one has no character to be found by. */
  readonly ofCell: ReadonlyMap<Spelled, PlacedLine>;
  /** Paragraphs with nothing but deleted text or pictures. */
  readonly deleted: readonly PlacedLine[];
}

export const NOTHING_CARRIED: Carried = { marks: new Map(), references: new Map(), lines: [], ofCell: new Map(), deleted: [] };

export const markFrom = ({ mark, attrs }: SourceMark): Mark => schema.marks[mark].create(attrs);

/** A picture behind blanks that go stands where they stood. */
function withImagesInside(line: PlacedLine, end: number): PlacedLine {
  const { deleted } = line.detail;
  if (!deleted?.some((each) => 'image' in each && each.at > end)) return line;
  return { ...line, detail: { ...line.detail, deleted: deleted.map((each) => ('image' in each ? { ...each, at: Math.min(each.at, end) } : each)) } };
}

/** Gives the paragraphs of a Word file places in one imagined text, so that what they carry and the account find their characters. */
export function placeBlocks(blocks: readonly SourceBlock[]): { pieces: Piece[]; carried: Carried; source: string } {
  const texts: string[] = [];
  const pieces: Piece[] = [];
  const marks = new Map<number, Mark[]>();
  const references = new Map<number, PlacedReference>();
  const lines: PlacedLine[] = [];
  const ofCell = new Map<Spelled, PlacedLine>();
  const deleted: PlacedLine[] = [];
  let offset = 0;
  let gap = false;
  const place = (length: number, detail: PlacedLine['detail']): PlacedLine => {
    const start = offset;
    offset += length + 1;
    for (const format of detail.formats ?? []) {
      const mark = markFrom(format);
      for (let i = format.span[0]; i < format.span[1]; i++) marks.set(start + i, [...(marks.get(start + i) ?? []), mark]);
    }
    for (const { span, ...reference } of detail.references ?? []) {
      const placed = { start: start + span[0], end: start + span[1], reference };
      for (let i = placed.start; i < placed.end; i++) references.set(i, placed);
    }
    return { start, end: offset - 1, detail };
  };
  for (const source of blocks) {
    if (source.kind === 'table') {
      const rows = source.rows.map((row) => row.map((cell) => ({
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        paragraphs: cell.paragraphs.map((text, index) => {
          texts.push(text.replaceAll('\n', ' '));
          const line = place(text.length, cell.details?.[index] ?? {});
          const spelled = spell(text.replaceAll('\n', SOFT_BREAK), line.start);
          lines.push(line);
          ofCell.set(spelled, line);
          return spelled;
        }),
      })));
      pieces.push({ kind: 'table', rows, headerRows: source.headerRows, ...(source.widths ? { widths: source.widths } : {}), ...(source.rowChanges ? { rowChanges: source.rowChanges } : {}), ...(source.isContinued ? { isContinued: true } : {}) });
      continue;
    }
    texts.push(source.text.replaceAll('\n', ' '));
    const line = place(source.text.length, source);
    const text = source.text.replaceAll('\n', SOFT_BREAK);
    const trimmed = text.trim();
    if (trimmed === '') {
      if (source.deleted) deleted.push(line);
      gap = true;
      continue;
    }
    lines.push(withImagesInside(line, text.trimEnd().length));
    const lead = text.length - text.trimStart().length;
    pieces.push({ kind: 'line', ...spell(trimmed, line.start + lead), gap, page: false, indent: lead, tabs: 0, marked: false, source });
    gap = false;
  }
  return { pieces, carried: { marks, references, lines, ofCell, deleted }, source: texts.join('\n') };
}
