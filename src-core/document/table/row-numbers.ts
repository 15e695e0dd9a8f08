import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { readChineseNumeral } from '../../units/chinese-number.ts';
import { isRowNumberStyle, markerLabel } from '../numbering.ts';
import type { RowNumberStyle } from '../numbering.ts';
import { cellText, heightOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';

/** True for the marker that stands for the computed number of a row. */
export const isRowNumber = (node: Node): boolean => node.type.name === 'marker' && isRowNumberStyle(node.attrs.style);

/** True for a column whose head says that it numbers the rows. */
export const isNumberHead = (text: string): boolean => /^(?:序\s*号|编\s*号|序|No\.?)$/i.test(text.trim());

const holdsNumber = ({ content }: GridCell): boolean => content.firstChild?.firstChild != null && isRowNumber(content.firstChild.firstChild);

/** The style in which a column is numbered; null when it is not. */
export function columnNumberStyle(grid: Grid, column: number): RowNumberStyle | null {
  for (const line of grid.slots) {
    const cell = line[column]!;
    if (holdsNumber(cell)) return cell.content.firstChild!.firstChild!.attrs.style as RowNumberStyle;
  }
  return null;
}

/**
 * A column numbered by the document (序号), or no longer. Typed numbers give way to the computed one; other words (合计, —) stay
 * and their row is not counted; a cell that spans other columns too is a heading of the table, not a row. Off: what was computed stays as typed text.
 */
export function numberColumn(grid: Grid, column: number, style: RowNumberStyle | null): Grid {
  let count = 0;
  const changed = new Map<GridCell, GridCell>();
  const slots = grid.slots.map((line, row) => {
    const cell = line[column]!;
    const spansColumns = line[column - 1] === cell || line[column + 1] === cell;
    const isAgain = grid.slots[row - 1]?.[column] === cell;
    if (spansColumns || grid.rows[row]!.attrs.header === true) return line;
    if (!isAgain) {
      const numbered = holdsNumber(cell);
      if (numbered) count++;
      if (style === null ? numbered : numbered || readNumber(cellText(cell)) !== null || cellText(cell) === '') changed.set(cell, withNumber(cell, style, count));
    }
    const made = changed.get(cell);
    return made ? line.with(column, made) : line;
  });
  return { ...grid, slots };
}

function withNumber(cell: GridCell, style: RowNumberStyle | null, count: number): GridCell {
  const para = cell.content.firstChild!;
  const { schema } = para.type;
  const old = para.firstChild;
  const rest = old && isRowNumber(old) ? para.content.cut(1) : Fragment.empty;
  if (style === null) {
    const typed = schema.text(markerLabel(old!.attrs.style as RowNumberStyle, count));
    return { ...cell, source: null, content: cell.content.replaceChild(0, para.copy(Fragment.from(typed).append(rest))) };
  }
  const marker = schema.nodes.marker!.create({ style });
  return { ...cell, source: null, content: cell.content.replaceChild(0, para.copy(Fragment.from(marker).append(rest))) };
}

/** A number as it stands in a 序号 column: 3, 3., ３、, 三, （三）; null for other text. */
export function readNumber(text: string): { readonly number: number; readonly style: RowNumberStyle } | null {
  const bare = text.normalize('NFKC').replace(/^[(]|[)]$|[.、,]$/g, '').trim();
  if (/^\d{1,4}$/.test(bare)) return { number: Number(bare), style: 'row' };
  const value = /^[一二三四五六七八九十百]{1,5}$/.test(bare) ? readChineseNumeral(bare) : undefined;
  return value === undefined ? null : { number: value, style: 'rowChinese' };
}

/**
 * The first column headed 序号 whose cells are typed exactly as they would be computed: its column and style. Anything else,
 * a gap, a number twice, brackets, stays as typed: nothing may look different for having been recognised.
 */
export function findTypedNumbers(grid: Grid): { readonly column: number; readonly style: RowNumberStyle } | null {
  const headers = grid.rows.findIndex((row) => row.attrs.header !== true);
  if (headers < 1) return null;
  const column = grid.slots[headers - 1]!.findIndex((cell, at) => isNumberHead(cellText(cell)) && grid.slots[headers - 1]![at + 1] !== cell);
  if (column < 0) return null;
  let style: RowNumberStyle | null = null;
  let count = 0;
  for (let row = headers; row < heightOf(grid); row++) {
    const line = grid.slots[row]!;
    const cell = line[column]!;
    if (grid.slots[row - 1]?.[column] === cell || line[column + 1] === cell || line[column - 1] === cell) continue;
    const text = cellText(cell, '\n');
    const read = readNumber(text);
    // 合计 and the like are not counted; an empty cell is, so it would get a number it has not.
    if (read === null && text !== '') continue;
    if (read === null || (style !== null && read.style !== style) || read.number !== count + 1 || markerLabel(read.style, read.number) !== text) return null;
    style = read.style;
    count++;
  }
  return style === null || count < 2 ? null : { column, style };
}
