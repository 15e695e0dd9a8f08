import { DOMSerializer } from '@tiptap/pm/model';
import type { Fragment, Node, Schema } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { CellSelection } from '@tiptap/pm/tables';
import type { Numbering } from '#core/document/numbering.ts';
import { cellPositions } from '#core/document/table/grid.ts';
import { imageData } from '../../page/images.ts';
import { numberingOf } from '../behaviour/labels.ts';
import { tableAt } from '../tables/edit-table.ts';
import { dressTables } from './clean-table.ts';
import { writeSpreadsheetText } from './spreadsheet-text.ts';

interface CopiedPara {
  readonly node: Node;
  readonly pos: number;
  /** '' when the paragraph is copied from its middle on. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

function copiedParas(state: EditorState): CopiedPara[] {
  const numbering = numberingOf(state);
  const paras: CopiedPara[] = [];
  for (const { $from, $to } of [...state.selection.ranges].sort((a, b) => a.$from.pos - b.$from.pos)) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type.name !== 'para') return true;
      const from = Math.max($from.pos - pos - 1, 0);
      paras.push({ node, pos, label: from === 0 ? (numbering.paragraphs.get(pos)?.text ?? '') : '', from, to: Math.min($to.pos - pos - 1, node.content.size) });
      return false;
    });
  }
  return paras;
}

/** The selection as people read it: labels included, a paragraph a line; tables as spreadsheets read them, one line a row. */
export function selectionText(state: EditorState): string {
  const numbering = numberingOf(state);
  const paras = copiedParas(state);
  const { selection } = state;
  if (selection instanceof CellSelection) {
    const texts = new Map<number, string[]>();
    for (const para of paras) {
      const cell = state.doc.resolve(para.pos).before(3);
      texts.set(cell, [...(texts.get(cell) ?? []), textOf(para, numbering)]);
    }
    return cellsText(state, texts);
  }
  let text = '';
  let row: Node | null = null;
  let cell: Node | null = null;
  for (const para of paras) {
    const $pos = state.doc.resolve(para.pos);
    const [inRow, inCell] = $pos.depth >= 3 ? [$pos.node(2), $pos.node(3)] : [null, null];
    if (text !== '') text += inRow === null || inRow !== row ? '\n' : inCell === cell ? ' ' : '\t';
    [row, cell] = [inRow, inCell];
    text += para.label + textOf(para, numbering);
  }
  return text;
}

/** Selected cells as rows of equal length: a cell over several slots says its text in the first, so that columns stay under one another. */
function cellsText(state: EditorState, texts: ReadonlyMap<number, readonly string[]>): string {
  const { grid, rect, pos } = tableAt(state)!;
  const places = cellPositions(grid);
  const seen = new Set<unknown>();
  return writeSpreadsheetText(grid.slots.slice(rect.top, rect.bottom).map((line) => line.slice(rect.left, rect.right).map((cell) => {
    if (seen.has(cell)) return '';
    seen.add(cell);
    return (texts.get(pos + 1 + (places.get(cell) ?? 0)) ?? []).join('\n');
  })));
}

function textOf({ node, pos, from, to }: CopiedPara, numbering: Numbering): string {
  let text = '';
  node.nodesBetween(from, to, (child, offset) => {
    if (child.isText) text += child.text!.slice(Math.max(0, from - offset), to - offset);
    else if (child.type.name === 'marker') text += numbering.markers.get(pos + 1 + offset)?.text ?? '';
    else if (child.type.name === 'reference') text += numbering.references.get(pos + 1 + offset)?.text ?? '';
    else if (child.type.name === 'footnote') text += numbering.footnotes.get(pos + 1 + offset)?.text ?? '';
    else if (child.type.name === 'lineBreak') text += '\n';
  });
  return text;
}

/** Writes labels and inline numbers into the copied HTML, for the programs that paste it; our own paste skips them again. */
export class LabelSerializer extends DOMSerializer {
  /** Whose selection is being copied. */
  view: EditorView | null = null;

  static of(schema: Schema): LabelSerializer {
    const { nodes, marks } = DOMSerializer.fromSchema(schema);
    return new LabelSerializer(nodes, marks);
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
    const dom = super.serializeFragment(fragment, options, target);
    if (target === undefined && this.view) {
      this.writeLabels(dom as DocumentFragment);
      wrapRows(dom as DocumentFragment);
      dressTables(dom as DocumentFragment);
      dressPictures(dom as DocumentFragment);
    }
    return dom;
  }

  private writeLabels(dom: DocumentFragment): void {
    const { state } = this.view!;
    const numbering = numberingOf(state);
    const paras = copiedParas(state);
    writeReferences(dom, paras, numbering);
    const drawn = [...dom.querySelectorAll('p[data-role]')];
    // A piece of one paragraph comes without its paragraph; then there is no label to write.
    if (drawn.length !== paras.length) return;
    drawn.forEach((element, index) => {
      const { node, pos, label, from, to } = paras[index]!;
      const markers = element.querySelectorAll('[data-marker]');
      let nth = 0;
      node.nodesBetween(from, to, (child, offset) => {
        if (child.type.name === 'marker') (markers[nth++] ?? element).textContent = numbering.markers.get(pos + 1 + offset)?.text ?? '';
      });
      if (label === '') return;
      const span = element.ownerDocument.createElement('span');
      span.dataset.computed = '';
      span.textContent = label;
      element.prepend(span);
    });
  }
}

/** Every copied reference says its words, also in a piece of one paragraph. */
function writeReferences(dom: DocumentFragment, paras: readonly CopiedPara[], numbering: Numbering): void {
  const drawn = dom.querySelectorAll('[data-reference]');
  const words: string[] = [];
  for (const { node, pos, from, to } of paras) {
    node.nodesBetween(from, to, (child, offset) => {
      if (child.type.name === 'reference') words.push(numbering.references.get(pos + 1 + offset)?.text ?? '');
    });
  }
  drawn.forEach((element, index) => (element.textContent = words[index] ?? ''));
}

/** Pictures for other programs, and for this one on another machine: with their bytes, up to MOST_COPIED of them in all. Our own paste knows them by source. */
function dressPictures(dom: DocumentFragment): void {
  let left = MOST_COPIED;
  for (const image of dom.querySelectorAll<HTMLImageElement>('img[data-image]')) {
    const data = imageData(image.dataset.image!, left);
    if (data === null) continue;
    left -= data.length;
    image.setAttribute('src', data);
    image.setAttribute('width', String(Math.round(Number(image.dataset.width) / 15)));
    image.setAttribute('height', String(Math.round(Number(image.dataset.height) / 15)));
  }
}

const MOST_COPIED = 20 * 1024 * 1024;

/** Selected cells come as bare rows; other programs want the table around them. */
function wrapRows(dom: DocumentFragment): void {
  if (dom.firstElementChild?.nodeName !== 'TR') return;
  const table = dom.ownerDocument.createElement('table');
  table.append(dom.ownerDocument.createElement('tbody'));
  table.firstElementChild!.append(...dom.childNodes);
  dom.append(table);
}
