import type { Node } from 'prosemirror-model';
import { schema } from '../../document/schema.ts';
import { readGrid } from '../../document/table/grid.ts';
import { lowestWidths, standWell } from '../../document/table/lowest-widths.ts';
import type { ColumnText } from '../../document/table/lowest-widths.ts';
import { findTypedNumbers, isNumberHead, readNumber } from '../../document/table/row-numbers.ts';
import { UPRIGHT_MEASURE } from '../../document/table/widths.ts';
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
export const fittedWidths = (grid: Grid, measure: Twips): Twips[] => lowestWidths(columnTexts(grid), columnCount(grid), measure);

/** Many columns with much to say want a page set across; a list of names, posts and numbers stands upright, as does what has stood so in a Word file. */
export function isWideTable(grid: Grid): boolean {
  if (grid.widths || columnCount(grid) < MANY_COLUMNS) return false;
  const cells = columnTexts(grid);
  return !standWell(cells, lowestWidths(cells, columnCount(grid), UPRIGHT_MEASURE));
}

const MANY_COLUMNS = 5;

const columnCount = (grid: Grid): number => columnsOf(grid).reduce((most, columns, row) => Math.max(most, (columns.at(-1) ?? -1) + (grid.rows[row]!.at(-1)?.colspan ?? 1)), 0);

function columnTexts(grid: Grid): ColumnText[] {
  const columns = columnsOf(grid);
  return grid.rows.flatMap((cells, row) => cells.flatMap(({ paragraphs, colspan, rowspan }, index): ColumnText[] =>
    (colspan === 1 ? [{ row, column: columns[row]![index]!, rows: rowspan, texts: paragraphs.map(({ text }) => text) }] : [])));
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
