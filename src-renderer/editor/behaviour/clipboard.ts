import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import { findPlace, freshAttributes, placeCaret } from '../paragraphs.ts';
import { cleanHtml, isOwnHtml, tidyText } from '../clipboard/clean-html.ts';
import { recogniseLabels } from '../clipboard/recognise-labels.ts';
import { LabelSerializer, selectionText } from '../clipboard/copied-labels.ts';

/** Copy with the computed labels written out, paste cut down to what a document can hold. */
export function clipboard(schema: Schema): Plugin {
  const serializer = LabelSerializer.of(schema);
  let isOwn = false;
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
        return cleanHtml(html, isOwn);
      },
      clipboardTextParser: (text, $context) => {
        isOwn = false;
        const para = $context.doc.type.schema.nodes.para!;
        const lines = text.split(/\r\n?|\n/).map(tidyText).filter((line) => line !== '');
        return new Slice(Fragment.from(lines.map((line) => para.create(freshAttributes(), para.schema.text(line)))), 1, 1);
      },
      transformPasted: (slice, { state }) => fit(slice, state, isOwn),
      handlePaste: ({ state, dispatch }, _, slice) => {
        const tr = pasteBlocks(state, slice);
        if (tr) dispatch(tr.scrollIntoView().setMeta('paste', true));
        return tr !== null;
      },
    },
  });
}

/** What comes from elsewhere keeps its words and its structure, never its slots, comments or tracked changes; cells hold body text only. */
export function fit(slice: Slice, state: EditorState, isOwn: boolean): Slice {
  const inTable = isInTable(state);
  const clean = mapBlocks(slice.content, (node, inCell) =>
    node.type.create(inTable || inCell ? freshAttributes() : { ...node.attrs, slot: null, commentIds: null, tc: null, extra: null }, withoutForeignMarks(node.content), node.marks));
  const single = clean.childCount <= 1;
  const isEmptyTarget = findPlace(state.selection.$from)?.node.content.size === 0;
  const content = isOwn || inTable || (single && !isEmptyTarget) ? clean : recogniseLabels(clean);
  return new Slice(content, slice.openStart, slice.openEnd);
}

const OF_ANOTHER_DOCUMENT = new Set(['ins', 'del', 'fmt', 'comment', 'foreign']);

const withoutForeignMarks = (content: Fragment): Fragment => {
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
