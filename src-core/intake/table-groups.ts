import type { Ledger } from './ledger.ts';
import { cellText } from './lines.ts';
import type { Cell, Grid } from './lines.ts';

/**
 * The first columns of a task table name groups: cells left empty below such a name belong to it (rowspan), and a name printed
 * again after a page break is the same group. Only columns from the left, only below a name, never the last column.
 */
export function groupCells(grid: Grid, ledger: Ledger): Grid {
  const spans = new Map<Cell, number>();
  const gone = new Set<Cell>();
  const anchors: (Cell | undefined)[] = [];
  const width = grid.rows[grid.headerRows]?.length ?? 0;
  for (const row of grid.rows.slice(grid.headerRows)) {
    let grouped = true;
    for (let column = 0; column < width - 1; column++) {
      const cell = row[column]!;
      const anchor = anchors[column];
      if (grouped && anchor !== undefined && continues(cell, anchor, column)) {
        for (const part of cell.paragraphs) ledger.note('dropped-duplicate', part);
        spans.set(anchor, (spans.get(anchor) ?? 1) + 1);
        gone.add(cell);
      } else {
        grouped = false;
        anchors[column] = cellText(cell) === '' ? undefined : cell;
      }
    }
  }
  if (gone.size === 0) return grid;
  const rows = grid.rows.map((row) => row.filter((cell) => !gone.has(cell)).map((cell) => ({ ...cell, rowspan: spans.get(cell) ?? 1 })));
  return { ...grid, rows };
}

const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}|\d{1,3})$/;

/** A first column names a group again only by its ordinal; the columns after it by any text, once the first has. */
function continues(cell: Cell, anchor: Cell, column: number): boolean {
  const text = cellText(cell);
  return text === '' || (text === cellText(anchor) && (column > 0 || ORDINAL.test(text)));
}
