import type { Command, EditorState } from '@tiptap/pm/state';
import { CELL } from '#core/units/length.ts';
import { closeRect } from '#core/document/table/grid.ts';
import type { Grid } from '#core/document/table/grid.ts';
import { mergeCells, splitCells } from '#core/document/table/merge.ts';
import { done } from '#core/document/table/refusal.ts';
import type { TableEdit } from '#core/document/table/refusal.ts';
import { columnNumberStyle, findTypedNumbers, numberColumn, readNumber } from '#core/document/table/row-numbers.ts';
import { cellText } from '#core/document/table/grid.ts';
import { deleteColumns, deleteRows, insertColumns, insertRows, moveColumns, moveRows } from '#core/document/table/rows-and-columns.ts';
import { sortRows } from '#core/document/table/sort.ts';
import { distributeColumns, fitColumns, moveBorder } from '#core/document/table/widths.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { TABLE_REFUSAL_WORDS } from '#core/wording/table-refusals.ts';
import { withNotice } from '../notice.ts';
import { editTable, tableAt } from './edit-table.ts';
import type { Edited, TableAt } from './edit-table.ts';
import { partOf } from './measure.ts';

const kept = (grid: Grid, row?: number, column?: number): TableEdit<Edited> => done({ grid, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) });
const onward = (edit: TableEdit<Grid>, row?: number, column?: number): TableEdit<Edited> => (edit.ok ? kept(edit.value, row, column) : edit);

/** Rows or columns as many as are selected, as Word and WPS do. */
export const insertAbove = editTable(({ grid, rect }) => kept(insertRows(grid, rect.top, rect.bottom - rect.top), rect.top));
export const insertBelow = editTable(({ grid, rect }) => kept(insertRows(grid, rect.bottom, rect.bottom - rect.top), rect.bottom));
/** One more row at the end of the table, the caret in its first cell: Tab in the last cell. */
export const insertBelowLast = editTable(({ grid }) => kept(insertRows(grid, grid.rows.length, 1), grid.rows.length, 0));
export const insertLeft = editTable(({ grid, rect }) => onward(insertColumns(grid, rect.left, rect.right - rect.left), rect.top, rect.left));
export const insertRight = editTable(({ grid, rect }) => onward(insertColumns(grid, rect.right, rect.right - rect.left), rect.top, rect.right));
export const removeRows = editTable(({ grid, rect }) => {
  const left = deleteRows(grid, rect.top, rect.bottom);
  return done(left && { grid: left });
});
export const removeColumns = editTable(({ grid, rect }) => {
  const left = deleteColumns(grid, rect.left, rect.right);
  return done(left && { grid: left });
});
export const removeTable = editTable(() => done(null));
export const merge = editTable(({ grid, rect }) => onward(mergeCells(grid, rect)));
export const split = editTable(({ grid, rect }) => onward(splitCells(grid, rect)));
export const moveBy = (by: 1 | -1): Command => editTable(({ grid, rect }) => {
  const moved = moveRows(grid, rect, by);
  return moved.ok ? done({ grid: moved.value.grid, row: moved.value.top, isMoved: true }) : moved;
});
export const moveColumnBy = (by: 1 | -1): Command => editTable(({ grid, rect }) => {
  const moved = moveColumns(grid, rect, by);
  return moved.ok ? done({ grid: moved.value.grid, column: moved.value.left, isMoved: true }) : moved;
});
export const sortBy = (by: 1 | -1): Command => editTable(({ grid, rect }) => onward(sortRows(grid, rect.left, by)));
export const distribute = editTable(({ grid, rect, measure }) => {
  const all = rect.right - rect.left < 2;
  return kept(distributeColumns(grid, all ? 0 : rect.left, all ? grid.widths.length : rect.right, measure));
});
export const fit = editTable(({ grid, measure }) => kept(fitColumns(grid, measure)));
export const widen = (by: 1 | -1): Command => editTable(({ grid, rect, measure }) => {
  const isLast = rect.right === grid.widths.length;
  return kept(moveBorder(grid, isLast ? rect.left - 1 : rect.right - 1, (isLast ? -by : by) * (CELL / 2), measure));
});

/** The rows selected become header rows (表头), repeated on every page, or ordinary ones again. */
export const toggleHeaderRows = editTable(({ grid, rect: wanted }) => {
  const rect = closeRect(grid, { ...wanted, left: 0, right: grid.widths.length });
  const header = grid.rows[rect.top]!.attrs.header !== true;
  return kept({ ...grid, rows: grid.rows.map((row, index) => (index < rect.top || index >= rect.bottom ? row : { attrs: { ...row.attrs, header }, source: null })) });
});

/** Whether 续表 stands above the table on every further page (not in Word, which has nothing of the kind). */
export const toggleContinued: Command = (state, dispatch) => {
  const at = tableAt(state);
  if (!at) return false;
  const continued = at.node.attrs.continued !== true;
  const tr = state.tr.setNodeAttribute(at.pos, 'continued', continued);
  dispatch?.(continued ? withNotice(tr, '表格转到下一面时，上方标“续表”。Word 没有这项功能：导出的 Word 文件里不标，用本程序再打开时还在。') : tr);
  return true;
};

/** The column at hand numbered by itself, or its numbers turned into typed text. */
export const toggleNumbers = editTable(({ grid, rect }) => {
  const style = columnNumberStyle(grid, rect.left);
  return kept(numberColumn(grid, rect.left, style === null ? typedStyle(grid, rect.left) : null));
});

/** A column in which 一、二 are typed is numbered in Chinese numerals. */
function typedStyle(grid: Grid, column: number): 'row' | 'rowChinese' {
  const typed = findTypedNumbers(grid);
  if (typed?.column === column) return typed.style;
  for (const line of grid.slots) if (readNumber(cellText(line[column]!))?.style === 'rowChinese') return 'rowChinese';
  return 'row';
}

/** The 附件 at hand onto landscape pages, or back. The main text keeps to upright ones, which is said. */
export const toggleLandscape: Command = (state, dispatch) => {
  const index = state.selection.$head.index(0);
  const part = partOf(state.doc, index);
  const isAnnex = part?.node.attrs.role === 'annex';
  if (!dispatch) return isAnnex;
  if (!isAnnex) {
    dispatch(withNotice(state.tr.setMeta('addToHistory', false), TABLE_REFUSAL_WORDS['landscape-elsewhere']));
    return true;
  }
  let pos = 0;
  for (let at = 0; at < part.index; at++) pos += state.doc.child(at).nodeSize;
  dispatch(state.tr.setNodeAttribute(pos, 'landscape', part.node.attrs.landscape !== true).scrollIntoView());
  return true;
};

/** A command as menus show it. */
export interface TableAction {
  readonly name: string | ((at: TableAt | null, state: EditorState) => string);
  readonly command: Command;
  readonly keys?: string;
}

const isNumbered = (at: TableAt | null): boolean => at !== null && columnNumberStyle(at.grid, at.rect.left) !== null;

/** What can be done inside a table, in groups. */
export const TABLE_ACTIONS: readonly (readonly TableAction[])[] = [
  [{ name: '在上方插入行', command: insertAbove }, { name: '在下方插入行', command: insertBelow }, { name: '在左侧插入列', command: insertLeft }, { name: '在右侧插入列', command: insertRight }],
  [{ name: '上移一行', command: moveBy(-1), keys: 'Alt Shift ↑' }, { name: '下移一行', command: moveBy(1), keys: 'Alt Shift ↓' }, { name: '左移一列', command: moveColumnBy(-1), keys: 'Alt Shift ←' }, { name: '右移一列', command: moveColumnBy(1), keys: 'Alt Shift →' }],
  [{ name: '按本列升序', command: sortBy(1) }, { name: '按本列降序', command: sortBy(-1) }, { name: (at) => (isNumbered(at) ? '序号改为手打' : '本列自动编序号'), command: toggleNumbers }],
  [{ name: '合并单元格', command: merge }, { name: '拆分单元格', command: split }, { name: (at) => (at?.grid.rows[at.rect.top]?.attrs.header === true ? '取消表头行' : '设为表头行'), command: toggleHeaderRows }, { name: (at) => (at?.node.attrs.continued === true ? '转页不标“续表”' : '转页标“续表”'), command: toggleContinued }],
  [{ name: '平均分布各列', command: distribute }, { name: '按内容调列宽', command: fit }, { name: '本列加宽半字', command: widen(1) }, { name: '本列收窄半字', command: widen(-1) }],
  [{ name: (_, state) => (isLandscape(state) ? '本附件改回竖排页' : '本附件改为横排页'), command: toggleLandscape, keys: keyLabel('landscape') }],
  [{ name: '删除行', command: removeRows }, { name: '删除列', command: removeColumns }, { name: '删除表格', command: removeTable }],
];

export const isLandscape = (state: EditorState): boolean => partOf(state.doc, state.selection.$head.index(0))?.node.attrs.landscape === true;

