import type { Element } from './parse-xml.ts';
import type { SourceBlock, SourceCell, SourceLine } from '#core/intake/source.ts';
import { CONTINUED_TABLE_STYLE, PLACE_STYLE } from '../styles/style-names.ts';
import type { Account } from './account.ts';
import { child, elements, isOn, valueOf } from './dom.ts';
import { PAGE_BREAK } from './inline.ts';
import type { Inline, InlineReader, Piece } from './inline.ts';
import { lineOf } from './line.ts';
import type { ListLabels } from './list-labels.ts';
import { ownLines, ownStyle } from './own-lines.ts';
import { splitAtBreaks } from './split-at-breaks.ts';
import { readPlain } from './plain.ts';
import { readParagraphChange } from './paragraph-change.ts';
import { landscapes } from './section.ts';
import { alignOf, KEEPS_ALIGN, shapeOf } from './shape.ts';
import { readNumberingLink } from './style-sheet.ts';
import type { StyleSheet } from './style-sheet.ts';
import { cellsOf, readTable } from './table.ts';

/** Reads what stands in a body, a header, a note: paragraphs and tables, text boxes beside the paragraph they are anchored in. */
export type ReadBlocks = (container: Element) => SourceBlock[];

/** What reading needs of the file. */
export interface Reading {
  readonly styles: StyleSheet;
  readonly labels: ListLabels;
  readonly inline: InlineReader;
  readonly account: Account;
  /** The words of a footnote or endnote, read when the text that refers to it has been; undefined where they stand already. */
  note(key: string): string | undefined;
}

export function createReader({ styles, labels, inline, account, note }: Reading): ReadBlocks {
  const linesOf = (paragraph: Element, all: readonly Piece[], facts: Pick<SourceLine, 'tc' | 'commentIds' | 'landscape'>): SourceLine[] => {
    const properties = child(paragraph, 'pPr');
    const pieces = all.filter(({ text }) => text !== PAGE_BREAK);
    const style = styles.paragraph(valueOf(properties, 'pStyle'));
    const { landscape, ...change } = facts;
    const own = ownStyle(style.name);
    if (own === 'none') return [];
    if (own) {
      const align = alignOf(valueOf(properties, 'jc'));
      const lines = ownLines(own, pieces);
      const ownAlign = isPicture(own.role, pieces) && align === 'center' ? undefined : align;
      return lines.map((line, index) => ({ ...line, ...(index === lines.length - 1 ? change : {}), ...(ownAlign && KEEPS_ALIGN.has(own.role) ? { align: ownAlign } : {}), ...(landscape && own.role === 'annex' ? { landscape } : {}) }));
    }
    const link = readNumberingLink(properties) ?? style.numbering;
    const label = link && !isOn(child(properties, 'rPr'), 'vanish') ? labels(link) : '';
    const shape = shapeOf(properties, styles);
    const pages = splitAtPages(all);
    const flowed = pages.length === 1 && shape.role === undefined && shape.align !== 'center' ? splitAtBreaks(pages[0]!) : undefined;
    const parts = flowed ?? pages;
    const hint = { ...(flowed ? {} : { whole: true }), ...shape, ...(shape.role === undefined ? {} : { hinted: true as const }) };
    return parts.map((part, index) => lineOf(index === 0 && label !== '' ? [{ text: label, style: '', marks: [] }, ...part] : part, { ...hint, ...(index === parts.length - 1 ? change : {}), ...(landscape ? { landscape } : {}) }));
  };

  /** Reading a note is reading paragraphs: it waits until its own has been read. */
  const withNotes = (pieces: readonly Piece[]): readonly Piece[] => (!pieces.some(({ noteKey }) => noteKey !== undefined) ? pieces : pieces.flatMap((piece) => {
    if (piece.noteKey === undefined) return [piece];
    const words = note(piece.noteKey);
    return words === undefined ? [] : [{ ...piece, note: words }];
  }));

  const styleName = (paragraph: Element): string => styles.paragraph(valueOf(child(paragraph, 'pPr'), 'pStyle')).name;

  const readBlocks = (container: Element, within: 'body' | 'cell' | 'box'): SourceBlock[] => {
    const blocks: SourceBlock[] = [];
    const placed = inOrder(container);
    const landscape = landscapes(container, placed);
    // A deleted paragraph end joins its paragraph with the next.
    let carried: Carried | null = null;
    placed.forEach((element, index) => {
      if (element.localName === 'tbl') {
        // A table within a cell or a text box is only there to place text.
        if (within !== 'body') {
          if (within === 'cell') account.note('nestedTable');
          for (const cell of cellsOf(element)) append(blocks, readBlocks(cell, within));
        } else if (holdsDocument(element, placed)) {
          for (const cell of cellsOf(element)) append(blocks, readBlocks(cell, 'body'));
        } else {
          const table = readTable(element, (cell) => readCell(readBlocks(cell, 'cell')), account);
          const isContinued = styles.nameOf(valueOf(child(element, 'tblPr'), 'tblStyle')) === CONTINUED_TABLE_STYLE.name;
          if (table.rows.length > 0) blocks.push(isContinued ? { ...table, isContinued } : table);
        }
        return;
      }
      if (element.localName === 'altChunk') {
        account.note('insertedFile');
        return;
      }
      if (element.localName !== 'p') {
        inline.mark(element);
        return;
      }
      const read = inline.read(element);
      if (carried) join(carried, read);
      const here: Inline = carried ?? read;
      const next = nextBlock(placed, index);
      // 附件1 above the title of an annex is no text: what joins it joins the title.
      if (carried && next?.localName === 'p' && ownStyle(styleName(element)) === 'none') return;
      const change = readParagraphChange(child(element, 'pPr'), styles, account);
      // A paragraph that only holds a place on the page is nothing to join.
      if (change.del && next?.localName === 'p' && styleName(next) !== PLACE_STYLE.name) {
        carried ??= { pieces: [...read.pieces], boxes: [...read.boxes], commentIds: [...read.commentIds] };
        carried.pieces.push({ text: '', style: '', marks: [], end: { shape: shapeOf(child(element, 'pPr'), styles), tc: change, commentIds: carried.commentIds } });
        carried.commentIds = [];
        return;
      }
      carried = null;
      const facts = { ...(Object.keys(change).length > 0 ? { tc: change } : {}), ...(here.commentIds.length > 0 ? { commentIds: here.commentIds } : {}), ...(landscape[index] ? { landscape: true } : {}) };
      const lines = linesOf(element, withNotes(here.pieces), facts);
      // A picture alone in its paragraph is told of by the words below it, its caption.
      const words = lines.map((line) => line.text).join('').trim();
      if (words !== '') account.place(words);
      const boxes = here.boxes.flatMap((box) => readBlocks(box, 'box'));
      // Boxes at the head of a document hold its masthead, those at its end the 版记.
      append(blocks, index < placed.length / 2 ? [...boxes, ...lines] : [...lines, ...boxes]);
    });
    return blocks;
  };
  return (container) => readBlocks(container, 'body');
}

/** 附件1 behind a page break begins a line, though Word has it in the paragraph of the date. */
function splitAtPages(pieces: readonly Piece[]): (readonly Piece[])[] {
  const pages: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === PAGE_BREAK) pages.push([]);
    else pages.at(-1)!.push(piece);
  }
  // A break before or behind all text parts nothing.
  const kept = pages.filter((page) => page.some(({ text, struck, end }) => end !== undefined || struck || text.trim() !== ''));
  return kept.length > 1 && kept.length === pages.filter((page) => page.length > 0).length ? kept : [pages.flat()];
}

const FEWEST_OF_DOCUMENT = 5;
const MOST_BESIDE = 20;

/** One column of cells that holds nearly all there is: programs of offices lay out a whole document so. */
function holdsDocument(table: Element, placed: readonly Element[]): boolean {
  if (placed.length > MOST_BESIDE || elements(table, 'tr').some((row) => elements(row, 'tc').length !== 1)) return false;
  if (cellsOf(table).reduce((sum, cell) => sum + elements(cell, 'p').length, 0) < FEWEST_OF_DOCUMENT) return false;
  const lengthOf = (element: Element): number => readPlain(element).trim().length;
  const beside = placed.reduce((sum, each) => sum + (each === table ? 0 : lengthOf(each)), 0);
  return lengthOf(table) > beside * 3;
}

/** A picture by itself stands in the middle without being told. */
const isPicture = (role: string, pieces: readonly Piece[]): boolean => role === 'body' && pieces.length > 0 && pieces.every(({ image }) => image !== undefined);

/** `push` takes its items as arguments, of which a hundred thousand are too many. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}

function nextBlock(placed: readonly Element[], index: number): Element | undefined {
  for (let i = index + 1; i < placed.length; i++) if (placed[i]!.localName === 'p' || placed[i]!.localName === 'tbl') return placed[i];
  return undefined;
}

/** What paragraphs whose ends are deleted hold together. */
interface Carried {
  readonly pieces: Piece[];
  readonly boxes: Element[];
  commentIds: string[];
}

function join(before: Carried, after: Inline): void {
  append(before.pieces, after.pieces);
  append(before.boxes, after.boxes);
  append(before.commentIds, after.commentIds);
}

/** The paragraphs of a cell; roles mean nothing there. */
function readCell(blocks: readonly SourceBlock[]): Pick<SourceCell, 'paragraphs' | 'details'> {
  const lines = blocks.filter((block) => block.kind === 'line');
  const details = lines.map(({ formats, references, deleted, tc, commentIds, align }) => ({
    ...(formats ? { formats } : {}), ...(references ? { references } : {}), ...(deleted ? { deleted } : {}), ...(tc ? { tc } : {}), ...(commentIds ? { commentIds } : {}), ...(align ? { align } : {}),
  }));
  return { paragraphs: lines.map(({ text }) => text), ...(details.some((detail) => Object.keys(detail).length > 0) ? { details } : {}) };
}

/** Paragraphs, tables, ends of bookmarks and of comments' ranges in order, those in content controls and revisions too. */
function inOrder(container: Element): Element[] {
  return elements(container).flatMap((element) => {
    if (PLACED.has(element.localName)) return [element];
    return WRAPPERS.has(element.localName) ? inOrder(element) : [];
  });
}

const PLACED = new Set(['p', 'tbl', 'altChunk', 'commentRangeStart', 'commentRangeEnd', 'bookmarkStart', 'bookmarkEnd']);
const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'del', 'moveTo', 'moveFrom', 'smartTag', 'AlternateContent', 'Choice']);
