import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node, NodeType, Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { readGrid, writeGrid } from '#core/document/table/grid.ts';
import { findPlace, freshAttributes, placeCaret } from '../paragraphs.ts';
import { cleanHtml, isOwnHtml, tidyText, tooManyCells } from '../clipboard/clean-html.ts';
import { MOST_CELLS } from '../clipboard/clean-table.ts';
import { pasteIntoTable, pasteTable } from '../clipboard/paste-table.ts';
import { adoptTable, tableOfText } from '../clipboard/pasted-table.ts';
import { nodeOfTable } from '../clipboard/table-node.ts';
import { repairPaste } from '../clipboard/repair-paste.ts';
import { readSpreadsheetText } from '../clipboard/spreadsheet-text.ts';
import { settleReferences } from '../clipboard/settle-references.ts';
import { recogniseLabels } from '../clipboard/recognise-labels.ts';
import { withNotice } from '../notice.ts';
import { isInTable } from '../tables/edit-table.ts';
import { LabelSerializer, selectionText } from '../clipboard/copied-labels.ts';

/** Copy with the computed labels written out, paste cut down to what a document can hold. */
export function clipboard(schema: Schema): Plugin {
  const serializer = LabelSerializer.of(schema);
  let isOwn = false;
  let notice: string | null = null;
  /** A table that is all of a paste, already read; between transformPastedHTML and transformPasted. */
  let table: Node | null = null;
  /** The lines of a paste as they came, between clipboardTextParser and handlePaste; null for anything but text. */
  let raw: string | null = null;
  return new Plugin({
    view: (view) => {
      serializer.view = view;
      return {};
    },
    props: {
      clipboardTextSerializer: (_, { state }) => selectionText(state),
      clipboardSerializer: serializer,
      transformPastedHTML: (html) => {
        isOwn = isOwnHtml(html);
        raw = null;
        const clean = cleanHtml(html, isOwn);
        ({ notice } = clean);
        table = clean.table && nodeOfTable(schema, clean.table);
        return clean.html;
      },
      clipboardTextParser: (text, $context, isPlain) => {
        isOwn = false;
        table = null;
        notice = null;
        raw = null;
        const rows = isPlain ? null : readSpreadsheetText(text);
        if (rows && (rows.length > 1 || $context.depth > 1)) {
          const cells = rows.length * rows[0]!.length;
          if (cells <= MOST_CELLS) return new Slice(Fragment.from(tableOfText($context.doc.type.schema, rows)), 0, 0);
          notice = tooManyCells(cells);
          return Slice.empty;
        }
        raw = text;
        return sliceOfLines(schema, text.split(/\r\n?|[\n\v\f\u{85}\u{2028}\u{2029}]/u));
      },
      transformPasted: (slice, { state }) => {
        const whole = table;
        table = null;
        return whole ? new Slice(Fragment.from(adoptTable(whole)), 0, 0) : fit(slice, state, isOwn);
      },
      // The paper's own way of putting down what is dropped; what is to be told is told after it.
      handleDrop: (view) => {
        const told = notice;
        notice = null;
        if (told !== null) setTimeout(() => view.isDestroyed || view.dispatch(withNotice(view.state.tr, told)));
        return false;
      },
      handlePaste: (view, _, slice) => {
        const { state } = view;
        const told = notice;
        notice = null;
        if (told !== null && slice.size === 0) {
          view.dispatch(withNotice(state.tr, told));
          return true;
        }
        const text = isInTable(state) ? null : raw;
        raw = null;
        const tr = pasteIntoTable(state, slice) ?? pasteTable(state, slice) ?? (text === null ? pasteBlocks(state, slice) : pasteLines(state, slice));
        if (tr && text !== null) void repairPaste(view, tr.doc, text, (lines) => pasteLines(state, fit(sliceOfLines(schema, lines), state, false)));
        if (tr) view.dispatch((told === null ? tr : withNotice(tr, told)).scrollIntoView().setMeta('paste', true));
        else if (told !== null) setTimeout(() => view.isDestroyed || view.dispatch(withNotice(view.state.tr, told)));
        return tr !== null;
      },
    },
  });
}

const pasteLines = (state: EditorState, slice: Slice): Transaction => pasteBlocks(state, slice) ?? state.tr.replaceSelection(slice);

/** A paragraph for each line that says something, open at both ends: running on in the paragraphs it comes between. */
function sliceOfLines(schema: Schema, lines: readonly string[]): Slice {
  const { para } = schema.nodes as { para: NodeType };
  const said = lines.map(tidyText).filter((line) => line !== '');
  return new Slice(Fragment.from(said.map((line) => para.create(freshAttributes(), schema.text(line)))), 1, 1);
}

/** What comes from elsewhere keeps its words and its structure, never its slots, comments or tracked changes; cells hold body text only. */
export function fit(slice: Slice, state: EditorState, isOwn: boolean): Slice {
  const inTable = isInTable(state);
  const clean = mapBlocks(settleReferences(withTables(slice, isOwn), state.doc), (node, inCell) =>
    node.type.create(inTable || inCell ? freshAttributes() : { ...node.attrs, slot: null, commentIds: null, tc: null, extra: null }, withoutForeignMarks(node.content), node.marks));
  const single = clean.childCount <= 1;
  const isEmptyTarget = findPlace(state.selection.$from)?.node.content.size === 0;
  const content = isOwn || inTable || (single && !isEmptyTarget) ? clean : recogniseLabels(clean);
  // Whole tables stand closed: cells of one are a table of their own.
  const isTable = content.childCount === 1 && content.firstChild!.type.name === 'table';
  return isTable ? new Slice(content, 0, 0) : new Slice(content, slice.openStart, slice.openEnd);
}

/** Tables as a document has them: whole grids always, and from elsewhere with header, 序号 and widths made out. */
function withTables({ content }: Slice, isOwn: boolean): Fragment {
  const nodes: Node[] = [];
  const first = content.firstChild;
  if (first?.type.name === 'tableRow') return Fragment.from(writeGrid(readGrid(first.type.schema.nodes.table!.create(null, content))));
  content.forEach((node) => nodes.push(node.type.name !== 'table' ? node : isOwn ? writeGrid(readGrid(node)) : adoptTable(node)));
  return Fragment.from(nodes);
}

const OF_ANOTHER_DOCUMENT = new Set(['ins', 'del', 'fmt', 'comment', 'foreign']);

const withoutForeignMarks = (content: Fragment): Fragment => {
  if (content.content.every((node) => node.marks.length === 0)) return content;
  const nodes: Node[] = [];
  content.forEach((node) => nodes.push(node.mark(node.marks.filter((mark) => !OF_ANOTHER_DOCUMENT.has(mark.type.name)))));
  return Fragment.from(nodes);
};

function mapBlocks(content: Fragment, change: (node: Node, inCell: boolean) => Node, inCell = false): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name === 'para') nodes.push(change(node, inCell));
    else if (node.isInline) nodes.push(node);
    else nodes.push(node.copy(mapBlocks(node.content, change, node.type.name === 'tableCell')));
  });
  return Fragment.from(nodes);
}

/** Several blocks, or an element with a role of its own, take the place of an empty paragraph, or stand between two halves of the one at hand. */
function pasteBlocks(state: EditorState, slice: Slice): Transaction | null {
  const place = findPlace(state.selection.$from);
  if (!place || place.inTable || !isRow(slice.content)) return null;
  const first = slice.content.firstChild!;
  const last = slice.content.lastChild!;
  const isPlain = (node: Node): boolean => node.type.name === 'para' && node.attrs.role === 'body';
  const { tr } = state;
  if (place.node.content.size === 0 && place.node.attrs.role === 'body' && state.selection.empty && (slice.content.childCount > 1 || !isPlain(first))) {
    const needsLine = last.type.name !== 'para' && place.index === place.parent.childCount - 1;
    const content = needsLine ? slice.content.append(Fragment.from(place.node.type.create())) : slice.content;
    tr.replaceWith(place.pos, place.pos + place.node.nodeSize, content);
    placeCaret(tr, place.pos + slice.content.size, 'end');
    return tr;
  }
  if (slice.content.childCount < 2 || (isPlain(first) && isPlain(last))) return null;
  const openStart = isPlain(first) ? slice.openStart : 0;
  const openEnd = isPlain(last) ? slice.openEnd : 0;
  return tr.replaceSelection(new Slice(slice.content, openStart, openEnd));
}

/** Whole blocks only: a slice of cells or of loose text is not for us. */
function isRow(content: Fragment): boolean {
  let row = content.childCount > 0;
  content.forEach((node) => (row &&= node.type.name === 'para' || node.type.name === 'table'));
  return row;
}
