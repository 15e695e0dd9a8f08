import type { Node } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { cellPositions, placeOf, readGrid, writeGrid } from '#core/document/table/grid.ts';
import type { Grid, GridCell, Rect } from '#core/document/table/grid.ts';
import type { TableEdit } from '#core/document/table/refusal.ts';
import { replaceTable } from '#core/document/table/replace-table.ts';
import { TABLE_REFUSAL_WORDS } from '#core/wording/table-refusals.ts';
import type { Twips } from '#core/units/length.ts';
import { withNotice } from '../notice.ts';
import { withWholeTable } from './table-editing.ts';
import { measureAt } from './measure.ts';

/** The table the selection is in. */
export interface TableAt {
  readonly node: Node;
  /** Position before the table. */
  readonly pos: number;
  readonly grid: Grid;
  /** The slots selected: one cell for a caret. */
  readonly rect: Rect;
  readonly measure: Twips;
}

const grids = new WeakMap<Node, Grid>();

/** Tables are immutable, so each is laid out once. */
export function gridOf(table: Node): Grid {
  let grid = grids.get(table);
  if (!grid) grids.set(table, (grid = readGrid(table)));
  return grid;
}

export const isInTable = ({ selection: { $head } }: EditorState): boolean => $head.depth > 1 && $head.node(1).type.name === 'table';

/** Null outside a table. */
export function tableAt(state: EditorState): TableAt | null {
  const { selection } = state;
  const $head = selection.$head;
  if ($head.depth < 1 || $head.node(1).type.name !== 'table') return null;
  const node = $head.node(1);
  const pos = $head.before(1);
  const grid = gridOf(node);
  const cells = selection instanceof CellSelection ? [selection.$anchorCell.pos, selection.$headCell.pos] : [$head.depth >= 3 ? $head.before(3) : $head.pos];
  const rects = cells.map((at) => rectAt(grid, node, at - pos - 1)).filter((rect) => rect !== undefined);
  if (rects.length === 0) return null;
  const rect = {
    top: Math.min(...rects.map((each) => each.top)), left: Math.min(...rects.map((each) => each.left)),
    bottom: Math.max(...rects.map((each) => each.bottom)), right: Math.max(...rects.map((each) => each.right)),
  };
  return { node, pos, grid, rect, measure: measureAt(state.doc, state.doc.resolve(pos).index()) };
}

/** The slots of the cell that begins at a position inside a table. */
export function rectAt(grid: Grid, table: Node, inside: number): Rect | undefined {
  let row = 0;
  let offset = 0;
  while (row < table.childCount && offset + table.child(row).nodeSize <= inside) offset += table.child(row++).nodeSize;
  if (row >= table.childCount) return undefined;
  let index = 0;
  table.child(row).forEach((_, at) => {
    if (offset + 1 + at < inside) index++;
  });
  const begin = grid.slots[row]!.filter((cell, column) => cell.source !== null && cell !== grid.slots[row]![column - 1] && cell !== grid.slots[row - 1]?.[column]);
  const cell: GridCell | undefined = begin[index];
  return cell && placeOf(grid, cell, row);
}

/** What a command makes of a table: its new grid and the slot the caret goes to, or, `isMoved`, the selected cells with it; null takes the table away. */
export type Edited = { readonly grid: Grid; readonly row?: number; readonly column?: number; readonly isMoved?: boolean } | null;

/** A command out of an edit of the table at the selection: one transaction, one undo. A refusal is told and changes nothing. */
export const editTable = (edit: (at: TableAt) => TableEdit<Edited>): Command => (state, dispatch) => {
  if (!dispatch) return isInTable(state);
  const at = tableAt(state);
  if (!at) return false;
  const result = edit(at);
  if (!result.ok) dispatch(withNotice(state.tr.setMeta('addToHistory', false), TABLE_REFUSAL_WORDS[result.refusal]));
  else dispatch(applyEdit(state, at, result.value).scrollIntoView());
  return true;
};

function applyEdit(state: EditorState, at: TableAt, edited: Edited): Transaction {
  const tr = closeHistory(state.tr);
  if (edited === null) return deleteTable(tr, at);
  if (edited.grid.slots === at.grid.slots) return keepCells(tr, at.pos, edited.grid);
  const offset = state.selection.$head.parentOffset;
  putGrid(tr, at.pos, edited.grid);
  if (!tr.docChanged) return tr;
  const [row, column] = [edited.row ?? at.rect.top, edited.column ?? at.rect.left];
  if (!edited.isMoved || !(state.selection instanceof CellSelection)) putCaret(tr, at.pos, row, column, offset);
  else tr.setSelection(CellSelection.create(tr.doc, cellAt(tr, at.pos, row, column), cellAt(tr, at.pos, row + at.rect.bottom - at.rect.top - 1, column + at.rect.right - at.rect.left - 1)));
  return tr;
}

/** A grid in the place of a table. All rows of a grid have their cells. */
export function putGrid(tr: Transaction, pos: number, grid: Grid): void {
  replaceTable(tr, pos, writeGrid(grid));
  withWholeTable(tr);
}

/** The table of a grid whose cells stand as they did, only wider or narrower: what is selected stays so. */
export function keepCells(tr: Transaction, pos: number, grid: Grid): Transaction {
  const selected: unknown = tr.selection.toJSON();
  putGrid(tr, pos, grid);
  return tr.setSelection(Selection.fromJSON(tr.doc, selected));
}

/** Without the table; where nothing else is left, or only tables, an empty line to write on. */
function deleteTable(tr: Transaction, { pos, node }: TableAt): Transaction {
  const needsLine = tr.doc.childCount === 1;
  if (needsLine) tr.replaceWith(pos, pos + node.nodeSize, tr.doc.type.schema.nodes.para!.create());
  else tr.delete(pos, pos + node.nodeSize);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), 1));
}

/** The caret into the cell that covers a slot, as far in as it was. */
export function putCaret(tr: Transaction, pos: number, row: number, column: number, offset = 0): void {
  const start = cellAt(tr, pos, row, column);
  const first = tr.doc.nodeAt(start)!.firstChild!;
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + 2 + Math.min(offset, first.content.size)), 1));
}

/** Where the cell that covers a slot begins. */
function cellAt(tr: Transaction, pos: number, row: number, column: number): number {
  const grid = gridOf(tr.doc.nodeAt(pos)!);
  const cell = grid.slots[Math.min(Math.max(0, row), grid.slots.length - 1)]!.at(Math.min(Math.max(0, column), grid.widths.length - 1))!;
  return pos + 1 + (cellPositions(grid).get(cell) ?? 0);
}
