import type PDFDocument from 'pdfkit';
import type { CellFrame, PageFrame } from '#core/layout/frames.ts';
import type { Bookmark } from './bookmarks.ts';
import type { PaintedPart } from './paint-page.ts';

/** What pdfkit's published types leave out. */
interface Content {
  push(more: Content): void;
}
interface StructureElement {
  readonly dictionary: { readonly data: { A?: object } };
  add(child: StructureElement): StructureElement;
  end(): void;
}
interface TaggedFile {
  struct(tag: string, options: object, children?: readonly (StructureElement | Content)[]): StructureElement;
  addStructure(element: StructureElement): void;
  addContent(content: string): void;
  markStructureContent(tag: string): Content;
  endMarkedContent(): void;
  getStructParentTree(): { limits: boolean };
}

/** A paragraph: its tag, and what stands of it on each of its pages. */
interface Block {
  readonly tag: string;
  readonly content: Content;
}

/** A cell and the paragraphs in it, by position. */
interface Cell {
  readonly frame: CellFrame;
  readonly blocks: Map<number, Block>;
}

/** What a tagged file is written through: first every page, then the tree of what stands on them. */
export interface Tags {
  write(frame: PageFrame, parts: readonly PaintedPart[]): void;
  finish(): void;
}

/**
 * Tags a file (ISO 32000-1 14.8): headings by level under the title, paragraphs, footnotes, tables with their rows and cells, in the order of the
 * document. All else is artifact: rules, the lines of tables, folios, heads of tables repeated, the places of seals.
 */
export function createTags(document: InstanceType<typeof PDFDocument>, bookmarks: readonly Bookmark[]): Tags {
  const pdf = document as unknown as TaggedFile;
  const headings = new Map(bookmarks.filter(({ isRunIn }) => !isRunIn).map(({ pos, level }) => [pos, `H${level + 1}`]));
  const blocks = new Map<number, Block>();
  const tables = new Map<number, Map<number, Cell>>();
  // The root of a tree has no limits (7.9.7).
  pdf.getStructParentTree().limits = false;

  const cellAt = (frames: readonly CellFrame[], paragraph: number): Cell | null => {
    const frame = frames.find(({ from, to }) => paragraph > from && paragraph < to);
    if (!frame) return null;
    const start = frame.from - frame.offset;
    let cells = tables.get(start);
    if (!cells) tables.set(start, (cells = new Map()));
    let cell = cells.get(frame.from);
    if (!cell) cells.set(frame.from, (cell = { frame, blocks: new Map() }));
    return cell;
  };

  return {
    write(frame, parts) {
      const cells = frame.cells.filter(({ isRepeated }) => !isRepeated);
      // Those without a word stand in their row too.
      for (const { from } of cells) cellAt(cells, from + 1);
      for (const { paragraph, isNote, content } of parts) {
        if (paragraph === null) {
          pdf.addContent(`/Artifact BMC\n${content}\nEMC`);
          continue;
        }
        // A note stands beside the table its mark stands in.
        const known = (isNote ? null : cellAt(cells, paragraph))?.blocks ?? blocks;
        const block = known.get(paragraph);
        const tag = block?.tag ?? headings.get(paragraph) ?? (isNote ? 'Note' : 'P');
        const marked = pdf.markStructureContent(tag);
        pdf.addContent(content);
        pdf.endMarkedContent();
        if (block) block.content.push(marked);
        else known.set(paragraph, { tag, content: marked });
      }
    },
    finish() {
      const root = pdf.struct('Document', {});
      pdf.addStructure(root);
      const found = [
        ...[...blocks].map(([pos, block]) => ({ pos, element: () => blockElement(pdf, block) })),
        ...[...tables].map(([pos, cells]) => ({ pos, element: () => tableElement(pdf, [...cells.values()]) })),
      ];
      for (const { element } of found.sort((a, b) => a.pos - b.pos)) root.add(element());
      root.end();
    },
  };
}

const blockElement = (pdf: TaggedFile, { tag, content }: Block): StructureElement => pdf.struct(tag, {}, [content]);

function tableElement(pdf: TaggedFile, cells: readonly Cell[]): StructureElement {
  const rows = Map.groupBy([...cells].sort((a, b) => a.frame.from - b.frame.from), ({ frame }) => frame.row);
  return pdf.struct('Table', {}, [...rows].sort(([a], [b]) => a - b).map(([, row]) => pdf.struct('TR', {}, row.map((cell) => cellElement(pdf, cell)))));
}

/** A cell of one paragraph is that paragraph: half the objects of a long table. */
function cellElement(pdf: TaggedFile, { frame: { isHead, rowspan, colspan }, blocks }: Cell): StructureElement {
  const paragraphs = [...blocks].sort(([a], [b]) => a - b).map(([, block]) => block);
  const children = paragraphs.length === 1 ? [paragraphs[0]!.content] : paragraphs.map((block) => blockElement(pdf, block));
  const element = pdf.struct(isHead ? 'TH' : 'TD', isHead ? { scope: 'Column' } : {}, children);
  const { data } = element.dictionary;
  if (rowspan > 1 || colspan > 1) data.A = { O: 'Table', ...data.A, ...(rowspan > 1 && { RowSpan: rowspan }), ...(colspan > 1 && { ColSpan: colspan }) };
  return element;
}
