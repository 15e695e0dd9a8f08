import { isInTable, selectedRect } from '@tiptap/pm/tables';
import type { Command } from '@tiptap/pm/state';

/** Makes the selected rows header rows (表头), repeated at the top of each page, or ordinary ones again. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { table, tableStart, top, bottom } = selectedRect(state);
  if (!dispatch) return true;
  const header = !(table.child(top).attrs.header as boolean);
  const { tr } = state;
  let pos = tableStart;
  table.forEach((row, _, index) => {
    if (index >= top && index < bottom) tr.setNodeAttribute(pos, 'header', header);
    pos += row.nodeSize;
  });
  dispatch(tr);
  return true;
};
