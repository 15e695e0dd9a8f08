import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { findPlace } from '../paragraphs.ts';
import { measureAt } from '../tables/measure.ts';

/** Puts a table below the paragraph at hand (in its place when it is an empty body paragraph); the first row is a header row. */
export const insertTable = (rows: number, columns: number): Command => (state, dispatch) => {
  const place = findPlace(state.selection.$from);
  if (!place || place.inTable) return false;
  if (!dispatch) return true;
  const { para, table, tableRow, tableCell } = state.schema.nodes as Required<typeof state.schema.nodes>;
  const width = Math.floor(measureAt(state.doc, place.index) / columns);
  const row = (_: unknown, index: number) =>
    tableRow!.create({ header: index === 0 }, Array.from({ length: columns }, () => tableCell!.create({ colwidth: [width] }, para!.create())));
  const made = table!.create(null, Array.from({ length: rows }, row));
  const { tr } = state;
  const replaces = place.node.attrs.role === 'body' && place.node.content.size === 0 && place.node.attrs.slot === null;
  const at = replaces ? place.pos : place.pos + place.node.nodeSize;
  const isLast = place.index === place.parent.childCount - 1;
  // There is always a line to write on below a table.
  const content = isLast ? [made, para!.create()] : [made];
  if (replaces) tr.replaceWith(place.pos, place.pos + place.node.nodeSize, content);
  else tr.insert(at, content);
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3)));
  dispatch(tr.scrollIntoView());
  return true;
};
