import type { Node } from 'prosemirror-model';

/** A cell placed on the grid of its table; `pos` is relative to the inside of the table node. */
export interface PlacedCell {
  readonly node: Node;
  readonly pos: number;
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface TableMap {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly PlacedCell[];
}

/** Places every cell of a table on its grid. Cells that would overlap or reach past the last row are cut to fit. */
export function mapTable(table: Node): TableMap {
  const taken: boolean[][] = Array.from({ length: table.childCount }, () => []);
  const cells: PlacedCell[] = [];
  let width = 0;
  table.forEach((rowNode, rowOffset, row) => {
    let column = 0;
    rowNode.forEach((node, cellOffset) => {
      while (taken[row]![column]) column++;
      const colspan = Math.max(1, node.attrs.colspan as number);
      const rowspan = Math.min(Math.max(1, node.attrs.rowspan as number), table.childCount - row);
      for (let r = row; r < row + rowspan; r++) for (let c = column; c < column + colspan; c++) taken[r]![c] = true;
      cells.push({ node, pos: rowOffset + 1 + cellOffset, row, column, rowspan, colspan });
      column += colspan;
      width = Math.max(width, column);
    });
  });
  return { width, height: table.childCount, cells };
}
