import type { Node } from 'prosemirror-model';
import { schema } from '../../document/schema.ts';
import { readGrid } from '../../document/table/grid.ts';
import { lowestWidths } from '../../document/table/lowest-widths.ts';
import type { ColumnText } from '../../document/table/lowest-widths.ts';
import { findTypedNumbers, isNumberHead, readNumber } from '../../document/table/row-numbers.ts';
import type { Twips } from '../../units/length.ts';
import type { Ledger } from '../ledger.ts';
import { cellText } from '../lines.ts';
import type { Grid } from '../lines.ts';
import { offsetAt } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { createNodeMaker } from './node-maker.ts';
import type { MakeNode } from './node-maker.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Weaver, Woven } from './weave.ts';

/** The column headed 序号 whose numbers are typed as they would be computed: they are computed from now on. */
export function numberedColumn(grid: Grid): ReturnType<typeof findTypedNumbers> {
  // Numbers typed beside deleted rows are left as they are: what they should be is open.
  if (grid.rowChanges?.some((change) => change?.del)) return null;
  if (!grid.rows.slice(0, grid.headerRows).some((row) => row.some((cell) => isNumberHead(cellText(cell))))) return null;
  return findTypedNumbers(readGrid(buildTable(grid, { inline: ({ text }) => (text === '' ? [] : [schema.text(text)]), numbered: null, make: createNodeMaker() })));
}

interface TableTask {
  inline(text: Spelled): Woven[];
  readonly make: MakeNode;
  readonly numbered: ReturnType<typeof findTypedNumbers>;
  readonly weaver?: Weaver;
  readonly ledger?: Ledger;
}

/** Where the cells of each row begin: those that reach down from an earlier row shift the others to the right. */
function columnsOf(grid: Grid): number[][] {
  let covered: number[] = [];
  return grid.rows.map((row) => {
    let column = 0;
    const next = covered.map((left) => Math.max(0, left - 1));
    const columns = row.map(({ colspan, rowspan }) => {
      while ((covered[column] ?? 0) > 0) column++;
      for (let c = column; c < column + colspan; c++) next[c] = rowspan - 1;
      column += colspan;
      return column - colspan;
    });
    covered = Array.from(next, (left) => left ?? 0);
    return columns;
  });
}

/** Widths for a table whose source has none. */
export function fittedWidths(grid: Grid, measure: Twips): Twips[] {
  const columns = columnsOf(grid);
  const cells = grid.rows.flatMap((cellsOfRow, row) => cellsOfRow.flatMap(({ paragraphs, colspan, rowspan }, index): ColumnText[] =>
    (colspan === 1 ? [{ row, column: columns[row]![index]!, rows: rowspan, texts: paragraphs.map(({ text }) => text) }] : [])));
  const count = grid.rows.reduce((most, row, index) => Math.max(most, (columns[index]!.at(-1) ?? -1) + (row.at(-1)?.colspan ?? 1)), 0);
  return lowestWidths(cells, count, measure);
}

/** The table of a grid; its cells' texts by `inline`. */
export function buildTable(grid: Grid, { inline, make, numbered, weaver, ledger }: TableTask): Node {
  const columns = columnsOf(grid);
  const rows = grid.rows.map((row, index) => {
    const cells = row.map(({ paragraphs, colspan, rowspan }, at) => {
      const column = columns[index]![at]!;
      const widths = grid.widths?.slice(column, column + colspan);
      const isNumber = numbered !== null && column === numbered.column && colspan === 1 && index >= grid.headerRows && paragraphs.length === 1 && readNumber(paragraphs[0]!.text) !== null;
      if (isNumber) ledger?.note('computed-label', paragraphs[0]!);
      const paras = paragraphs.flatMap((text) => {
        const end = weaver?.endOf(text) ?? {};
        const woven = isNumber ? [schema.nodes.marker.create({ style: numbered.style }, null, weaver?.marksAt(offsetAt(text, 0)))] : inline(text);
        return paragraphsOf(make, { align: end.align ?? null }, woven, end);
      });
      return make(schema.nodes.tableCell, { colspan, rowspan, colwidth: widths?.length === colspan ? widths : null }, paras.length > 0 ? paras : [make(schema.nodes.para, null)]);
    });
    return make(schema.nodes.tableRow, { header: index < grid.headerRows, tc: grid.rowChanges?.[index] ?? null }, cells);
  });
  return schema.nodes.table.create({ continued: grid.isContinued === true }, rows);
}
