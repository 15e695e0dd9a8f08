import { columnWidths } from '#core/document/table/column-widths.ts';
import type { Placed } from '#core/document/divide.ts';
import type { Node } from 'prosemirror-model';
import { isNumberCell, numberColumns } from '#core/document/table/number-cells.ts';
import { mapTable } from '#core/document/table-map.ts';
import type { PlacedCell } from '#core/document/table-map.ts';
import type { Twips } from '#core/units/length.ts';
import { tallestInCell } from '#core/layout/fit-image.ts';
import { CELL_MARGIN, STROKE } from '#core/layout/table-item.ts';
import { fromTwips } from '#core/layout/unit.ts';
import { CONTINUED_TABLE_STYLE, PARAGRAPH_STYLE_NAMES, TABLE_STYLE } from '../styles/style-names.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { paragraphProperties } from '../properties.ts';
import type { ParagraphProperties } from '../properties.ts';
import { imageSpacing } from './images.ts';
import { paragraph } from './paragraph.ts';
import { paragraphChange, rowChanges } from './revisions.ts';
import { paragraphRuns } from './runs.ts';
import type { Writing } from './writing.ts';

/** A table of fixed widths within `measure`; header rows repeat on every page and no row is split over two (8), unless it is higher than one. */
export function tableElement(writing: Writing, { node, pos }: Placed, measure: Twips): Xml {
  const map = mapTable(node);
  const width = Math.max(1, map.width);
  const widths = columnWidths(map.cells, width, measure);
  const numbers = numberColumns(node, map.cells);
  const rows: Xml[] = [];
  const { tableCell: usual } = writing.styles.paragraph;
  const height = tallestInCell(writing.styles, measure, usual.line, STROKE, node.firstChild?.attrs.header === true && node.lastChild?.attrs.header !== true);
  node.forEach((rowNode, offset, row) => rows.push(tableRow({ ...writing, room: { width: 0, height } }, rowNode, pos + 1, pos + 1 + offset, row, map.cells, widths, numbers)));
  return xml('w:tbl', {},
    xml('w:tblPr', {},
      value('w:tblStyle', (node.attrs.continued === true ? CONTINUED_TABLE_STYLE : TABLE_STYLE).id),
      xml('w:tblW', { 'w:w': sum(widths), 'w:type': 'dxa' }),
      value('w:jc', 'center'),
      xml('w:tblLayout', { 'w:type': 'fixed' })),
    xml('w:tblGrid', {}, widths.map((column) => xml('w:gridCol', { 'w:w': column }))),
    rows);
}

function tableRow(writing: Writing, rowNode: Node, tableStart: number, pos: number, row: number, cells: readonly PlacedCell[], widths: readonly Twips[], numbers: ReadonlySet<number>): Xml {
  const header = rowNode.attrs.header as boolean;
  const here: Xml[] = [];
  let column = 0;
  const filled = Math.max(1, ...cells.filter((each) => each.row <= row && row < each.row + each.rowspan).map((each) => each.column + each.colspan));
  while (column < filled) {
    const cell = cells.find((each) => each.column === column && each.row <= row && row < each.row + each.rowspan);
    const span = cell?.colspan ?? 1;
    here.push(tableCell(writing, cell, tableStart, row, header, sum(widths.slice(column, column + span)), numbers));
    column += span;
  }
  return xml('w:tr', {}, xml('w:trPr', {}, filled < widths.length ? value('w:gridAfter', widths.length - filled) : null, writing.loose.has(pos) ? null : xml('w:cantSplit'), header ? xml('w:tblHeader') : null, rowChanges(writing, rowNode)), here);
}

/** A cell, the continuation of one above (vMerge), or an empty one: Word wants at least one in a row. */
function tableCell(writing: Writing, cell: PlacedCell | undefined, tableStart: number, row: number, header: boolean, width: Twips, numbers: ReadonlySet<number>): Xml {
  const continues = cell !== undefined && cell.row < row;
  const style = PARAGRAPH_STYLE_NAMES[header ? 'tableHead' : 'tableCell'].id;
  const paragraphs: Xml[] = [];
  const look = writing.styles.paragraph[header ? 'tableHead' : 'tableCell'];
  const room = { width: Math.max(0, fromTwips(width - look.left - look.right) - 2 * CELL_MARGIN), height: writing.room?.height ?? 0 };
  const usual = cell && !header && numbers.has(cell.column) && isNumberCell(cell) ? 'center' : undefined;
  if (cell && !continues) {
    cell.node.forEach((para, offset) => {
      const image = imageSpacing(writing, para, tableStart + cell.pos + 1 + offset, look, room);
      const properties = (attrs: Readonly<Record<string, unknown>>): ParagraphProperties => ({ style, ...image, align: (attrs.align ?? cell.node.attrs.align ?? image.align ?? usual) as 'left' | undefined });
      const changes = paragraphChange(writing, para, (attrs) => paragraphProperties(properties(attrs)));
      paragraphs.push(paragraph({ ...properties(para.attrs), ...changes }, paragraphRuns({ ...writing, room }, para, tableStart + cell.pos + 1 + offset)));
    });
  }
  return xml('w:tc', {},
    xml('w:tcPr', {},
      xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      cell && cell.colspan > 1 ? value('w:gridSpan', cell.colspan) : null,
      cell && cell.rowspan > 1 ? (continues ? xml('w:vMerge') : value('w:vMerge', 'restart')) : null,
      value('w:vAlign', 'center')),
    paragraphs.length > 0 ? paragraphs : paragraph({ style }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
