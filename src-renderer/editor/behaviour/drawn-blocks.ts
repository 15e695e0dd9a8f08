import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { breakTitle } from '#core/document/break-title.ts';
import { isImageParagraph } from '#core/document/image.ts';
import { goesOn, leadLength } from '#core/document/elements.ts';
import { hasComputedWords } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import type { Role } from '#core/document/roles.ts';
import { isNumberHead, readNumber } from '#core/document/table/row-numbers.ts';
import { lineEnds } from './line-ends.ts';
import { stretchOut } from './stretch-out.ts';
import type { Was } from './stretch-out.ts';
import { NestedDecorations, NOTHING_INSIDE } from './nested-decorations.ts';
import type { DrawnChild } from './nested-decorations.ts';

/** A computed text as it is shown. */
export interface Shown {
  readonly text: string;
  /** Of a reference: its target has gone. */
  readonly isBroken?: boolean;
}

const NOTHING: Shown = { text: '' };

/** Inline nodes that show a computed text, and where a numbering keeps it, by position: one line for each kind. */
const INLINE: Readonly<Record<string, (numbering: Numbering) => ReadonlyMap<number, Shown>>> = {
  marker: ({ markers }) => markers,
  reference: ({ references }) => references,
  footnote: ({ footnotes }) => footnotes,
};

export const isComputed = (node: Node): boolean => Object.hasOwn(INLINE, node.type.name);

/** A block with its computed texts as it is drawn. */
export interface Drawn extends DrawnChild {
  /** Of the paragraph, then of its inline nodes (INLINE), in the order of the paper, through all paragraphs of a table. */
  readonly texts: readonly Shown[];
  /** Attributes the block itself carries; null for a paragraph without a number, and for a table. */
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly inside: DecorationSet;
  readonly numbers: Numbers;
}

interface NumberColumn {
  readonly column: number;
  /** Columns of the whole table. */
  readonly width: number;
}

/** Of typed numbers in a 序号 column, which stand in the middle as on paper: to a row where the column is, to a cell and its paragraph that it is such a number. */
type Numbers = NumberColumn | true | null;

/** The computed texts of a block standing at a position, as `Drawn.texts` has them. */
export function textsOf(block: Node, pos: number, numbering: Numbering, texts: Shown[] = []): Shown[] {
  if (!block.isTextblock) {
    block.forEach((child, offset) => void textsOf(child, pos + 1 + offset, numbering, texts));
    return texts;
  }
  texts.push(numbering.paragraphs.get(pos) ?? NOTHING);
  if (block.childCount > 1 || block.firstChild?.isAtom) {
    block.forEach((child, offset) => {
      if (isComputed(child)) texts.push(INLINE[child.type.name]!(numbering).get(pos + 1 + offset) ?? NOTHING);
    });
  }
  return texts;
}

/** Whether a block that stands at a position now has the texts it is drawn with. Asked of every block at every change of a number, so it makes nothing where it can. */
export function keepsTexts({ texts }: Drawn, block: Node, pos: number, numbering: Numbering): boolean {
  if (block.isTextblock && texts.length === 1) return (numbering.paragraphs.get(pos)?.text ?? '') === texts[0]!.text;
  return (!block.isTextblock && !hasComputedWords(block)) || same(texts, textsOf(block, pos, numbering));
}

const drawn = new WeakMap<Node, Drawn>();

/** Draws a block; in a cell, which may be narrower than a number, lines end by the rules of the browser. What has neither changed nor got other numbers is the same object as before, so that ProseMirror leaves it alone. */
export function drawBlock(block: Node, texts: readonly Shown[], isInCell = false, was?: Was, numbers: Numbers = null): Drawn {
  const before = drawn.get(block);
  if (before && sameNumbers(before.numbers, numbers) && same(before.texts, texts)) return before;
  const made: Drawn = block.isTextblock
    ? { texts, numbers, attributes: ownAttributes(block, texts[0]!, numbers), inside: DecorationSet.create(block, [...inlineLabels(block, texts), ...stretches(block), ...(isInCell ? [] : lineEnds(block)), ...stretchOut(block, was)]) }
    : { texts, numbers, attributes: null, inside: drawChildren(block, childrenOf(block, texts, numbers)) };
  drawn.set(block, made);
  return made;
}

/** What the element of a paragraph carries. */
function ownAttributes(para: Node, label: Shown, numbers: Numbers): Drawn['attributes'] {
  const own = label.text === '' ? null : attributesOf(label);
  if (goesOn(para)) return { ...own, class: 'goes-on' };
  return own ?? (isImageParagraph(para) ? { class: 'p-picture' } : numbers === true ? { class: 'p-number' } : null);
}

/** The decorations of a node whose children are drawn so. */
export function drawChildren(parent: Node, children: readonly Drawn[]): DecorationSet {
  const isBare = children.every(({ attributes, inside }) => attributes === null && (inside === DecorationSet.empty || inside === NOTHING_INSIDE));
  return isBare ? NOTHING_INSIDE : new NestedDecorations(parent, children);
}

/** Deals the texts of a block out to its children, and in a table who stands in the 序号 column. */
function childrenOf(block: Node, texts: readonly Shown[], numbers: Numbers): Drawn[] {
  let at = 0;
  const told = block.type.name === 'table' ? numberColumn(block) : numbers;
  const only = told !== null && told !== true && block.type.name === 'tableRow' ? numberCell(block, told) : null;
  return block.children.map((child, index) => {
    const part = texts.slice(at, (at += placesIn(child)));
    return drawBlock(child, part, true, undefined, only === null ? told : only === index && isNumber(child) ? true : null);
  });
}

const columnsOf = (cells: readonly Node[]): number => cells.reduce((sum, cell) => sum + (cell.attrs.colspan as number), 0);
const isNumber = (cell: Node): boolean => cell.childCount === 1 && readNumber(cell.textContent) !== null;

/** The column headed 序号, by the first row, which has all columns. */
function numberColumn({ firstChild: head }: Node): Numbers {
  if (head!.attrs.header !== true) return null;
  const index = head!.children.findIndex(({ attrs, textContent }) => attrs.colspan === 1 && isNumberHead(textContent));
  return index < 0 ? null : { column: columnsOf(head!.children.slice(0, index)), width: columnsOf(head!.children) };
}

/** Index of the cell of a row that begins a column; −1 where cells of rows above take up places of the row. */
function numberCell(row: Node, { column, width }: NumberColumn): number {
  if (columnsOf(row.children) !== width) return -1;
  let at = 0;
  return row.children.findIndex((cell) => (at += cell.attrs.colspan as number) - (cell.attrs.colspan as number) === column);
}

const rooms = new WeakMap<Node, number>();

/** How many computed texts a block has room for; counted once for each, or a key in a table would count through all its rows. */
function placesIn(block: Node): number {
  let places = rooms.get(block);
  if (places !== undefined) return places;
  places = block.isTextblock ? 1 : 0;
  for (const child of block.children) places += block.isTextblock ? Number(isComputed(child)) : placesIn(child);
  rooms.set(block, places);
  return places;
}

const sameNumbers = (a: Numbers, b: Numbers): boolean => a === b || (a !== null && b !== null && a !== true && b !== true && a.column === b.column && a.width === b.width);

const same = (a: readonly Shown[], b: readonly Shown[]): boolean =>
  a === b || (a.length === b.length && a.every(({ text, isBroken }, index) => text === b[index]!.text && isBroken === b[index]!.isBroken));

function inlineLabels(para: Node, texts: readonly Shown[]): Decoration[] {
  if (texts.length === 1) return [];
  const labels: Decoration[] = [];
  let next = 1;
  para.forEach((child, offset) => {
    if (isComputed(child)) labels.push(Decoration.node(offset, offset + child.nodeSize, attributesOf(texts[next++]!)));
  });
  return labels;
}

const attributesOf = ({ text, isBroken }: Shown): Record<string, string> => ({ 'data-label': text, ...(isBroken === undefined ? {} : isBroken ? broken(text) : WHOLE) });

/** Both hints of a reference stand here: ProseMirror takes a decoration's attribute away and does not give back one the node had itself. */
const WHOLE = { title: '按住 Ctrl 点击，转到所指之处；双击改' };
const broken = (text: string): Record<string, string> => ({ class: 'broken', title: `“${text}”指的那一处已不在文中，点击另选` });

/** Elements whose lines are chosen for sense and shape (7.3.1), unless a person has broken them. */
const TITLES: ReadonlySet<Role> = new Set(['title', 'annex', 'embedded']);

/** Stretches of a paragraph set apart: the lead of a run-in heading that goes on in the type of the text (page.css), the lines of a title. */
function stretches(para: Node): Decoration[] {
  const { size } = para.content;
  if (para.attrs.runIn === true) {
    return goesOn(para) ? [Decoration.inline(0, leadLength(para), { class: 'run-in-lead' })] : [];
  }
  const isPlain = size > 0 && size === para.textContent.length;
  if (!isPlain || !TITLES.has(para.attrs.role as Role)) return [];
  const lines = breakTitle(para.textContent);
  if (lines.length < 2) return [];
  let from = 0;
  return lines.map((line) => Decoration.inline(from, (from += line.length), { class: 'title-line', nodeName: 'span' }));
}
