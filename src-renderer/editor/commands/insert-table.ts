import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { roleOf } from '#core/document/elements.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { findPlace } from '../paragraphs.ts';
import { measureAt } from '../tables/measure.ts';

/** What belongs together above the text and below it, a table never among it. */
const ABOVE: readonly Role[] = ['title', 'titleNote', 'addressee'];
const BELOW: readonly Role[] = ['attachmentNote', 'signature', 'date', 'note'];

/** The index of the block a new table comes before: below the paragraph at `index`, but past all of a 版头 with title and 主送, and ahead of 附件说明, 落款 and 版记. */
function tableIndex(doc: Node, index: number): number {
  const isAmong = (at: number, roles: readonly Role[], part: 'masthead' | 'imprint'): boolean => {
    const role = at >= 0 && at < doc.childCount ? roleOf(doc.child(at)) : null;
    return role !== null && (roles.includes(role) || ROLES[role].part === part);
  };
  if (isAmong(index, BELOW, 'imprint')) {
    let before = index;
    while (isAmong(before - 1, BELOW, 'imprint')) before--;
    return before;
  }
  let last = index;
  if (isAmong(last, ABOVE, 'masthead')) while (isAmong(last + 1, ABOVE, 'masthead')) last++;
  return last + 1;
}

/** Puts a table below the paragraph at hand (in its place when it is an empty body paragraph), never into a 版头 or a 落款; the first row is a header row. */
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
  const index = replaces ? place.index : tableIndex(state.doc, place.index);
  const at = state.doc.children.slice(0, index).reduce((size, block) => size + block.nodeSize, 0);
  const isLast = replaces ? place.index === place.parent.childCount - 1 : index === place.parent.childCount;
  // There is always a line to write on below a table.
  const content = isLast ? [made, para!.create()] : [made];
  if (replaces) tr.replaceWith(place.pos, place.pos + place.node.nodeSize, content);
  else tr.insert(at, content);
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3)));
  dispatch(tr.scrollIntoView());
  return true;
};
