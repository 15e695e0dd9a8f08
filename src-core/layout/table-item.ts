import { textOf } from '../document/elements.ts';
import { isImageParagraph } from '../document/image.ts';
import { columnWidths } from '../document/table/column-widths.ts';
import { CELL_SIDE } from '../document/table/lowest-widths.ts';
import type { Placed } from '../document/divide.ts';
import type { Node } from 'prosemirror-model';
import { isNumberCell, numberColumns } from '../document/table/number-cells.ts';
import { hasComputedWords } from '../document/numbering.ts';
import { mapTable } from '../document/table-map.ts';
import type { ParagraphStyle, ResolvedStyles } from '../template/styles.ts';
import type { Twips } from '../units/length.ts';
import type { Composing, LaidCell, LaidRow, LaidTable, TableItem } from './items.ts';
import { tallestInCell } from './fit-image.ts';
import { layParagraph } from './lay-paragraph.ts';
import type { LaidParagraph } from './lay-paragraph.ts';
import { heightOfLines } from './line-heights.ts';
import { formOf, noteFormOf } from './paragraph-item.ts';
import { NOTE_GAP, notePitch } from './page-notes.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** Air left and right of a cell's text, and the weight of the table's lines, as in our .docx. */
export const CELL_MARGIN = fromTwips(CELL_SIDE);
export const STROKE: Millipoints = 500;

interface CachedTable {
  readonly styles: ResolvedStyles['paragraph'];
  readonly measure: Twips;
  readonly table: LaidTable;
}

const cache = new WeakMap<object, WeakMap<Node, CachedTable>>();

/** A table, and the line above it where it goes on; `above` is the block before it, which may be its caption (表题). */
export function tableItem(composing: Composing, { node, pos }: Placed, measure: Twips, above: Node | undefined): TableItem {
  const table = laidTable(composing, node, pos, measure);
  return { kind: 'table', pos, table, continued: node.attrs.continued === true ? layContinued(composing, table, above) : null };
}

/** 表1 or 表2-1 at the beginning of a caption. */
const CAPTION = /^表\s*([0-9]+(?:[-－.．][0-9]+)*|[一二三四五六七八九十]+)(?![0-9一二三四五六七八九十个张格])/;

/** 续表, with the number of its caption, at the right edge of the table. */
function layContinued(composing: Composing, { columns }: LaidTable, above: Node | undefined): LaidParagraph {
  const number = above?.type.name === 'para' ? (CAPTION.exec(textOf(above).trim())?.[1] ?? '') : '';
  const form = { ...formOf(composing, composing.styles.paragraph.tableCell, 0, { label: `续表${number}`, align: 'right', firstLine: 0 }), mayHang: false, measure: columns.reduce((sum, width) => sum + width, 0) };
  return layParagraph(composing.setting, null, 0, form, composing.numbering);
}

/** Lays a table; one whose words are all its own is laid once. */
function laidTable(composing: Composing, node: Node, pos: number, measure: Twips): LaidTable {
  const { setting, styles } = composing;
  let tables = cache.get(setting);
  if (!tables) cache.set(setting, (tables = new WeakMap()));
  const kept = tables.get(node);
  if (kept && kept.measure === measure && kept.styles === styles.paragraph) return kept.table;
  const table = layTable(composing, node, pos, measure);
  if (!hasComputedWords(node)) tables.set(node, { styles: styles.paragraph, measure, table });
  return table;
}

function layTable(composing: Composing, node: Node, pos: number, measure: Twips): LaidTable {
  const map = mapTable(node);
  const columns = columnWidths(map.cells, Math.max(1, map.width), measure).map(fromTwips);
  const edges = columns.reduce<Millipoints[]>((all, width) => [...all, all.at(-1)! + width], [0]);
  const { tableCell, tableHead } = composing.styles.paragraph;
  const pitch = fromTwips(tableCell.line);
  const notes = noteFormOf(composing, measure);
  const heads = headRows(node);
  const numbers = numberColumns(node, map.cells);
  const mostHeight = tallestInCell(composing.styles, measure, tableCell.line, STROKE, heads > 0);
  const cells = map.cells.map((cell): LaidCell => {
    const isHead = node.child(cell.row).attrs.header as boolean;
    const style = isHead ? tableHead : tableCell;
    const x = edges[cell.column]!;
    const width = edges[cell.column + cell.colspan]! - x;
    const paragraphs: { pos: number; laid: LaidParagraph; align: ParagraphStyle['align'] }[] = [];
    let lines = 0;
    cell.node.forEach((para, offset) => {
      const align = (para.attrs.align ?? cell.node.attrs.align ?? ((numbers.has(cell.column) && isNumberCell(cell)) || isImageParagraph(para) ? 'center' : style.align)) as ParagraphStyle['align'];
      const at = cell.pos + 1 + offset;
      const cellMeasure = Math.max(0, width - 2 * CELL_MARGIN - fromTwips(style.left + style.right));
      const form = { ...formOf(composing, style, 0, { align }), mayHang: false, notes, measure: cellMeasure, images: { width: cellMeasure, height: mostHeight, isCell: true as const } };
      const laid = layParagraph(composing.setting, para, pos + 1 + at, form, composing.numbering);
      lines += heightOfLines(laid, 0, laid.lines.length, pitch) / pitch;
      paragraphs.push({ pos: at, laid, align });
    });
    return { pos: cell.pos, size: cell.node.nodeSize, row: cell.row, rowspan: cell.rowspan, colspan: cell.colspan, x, width, isHead, lines, paragraphs };
  });
  const total = edges.at(-1)!;
  return { columns, rows: rowsOf(cells, node, pitch), cells, heads, pitch, x: (fromTwips(measure) - total) >> 1 };
}

/** Rows marked as head at the top; a table of nothing else repeats none. */
function headRows(table: Node): number {
  let heads = 0;
  while (heads < table.childCount && table.child(heads).attrs.header === true) heads++;
  return heads === table.childCount ? 0 : heads;
}

/** Every row is a number of lines and a stroke, so that parted over pages it holds as many lines as whole. A row is as high as its highest cell; a cell over several rows makes the last of them higher where it must. */
function rowsOf(cells: readonly LaidCell[], table: Node, pitch: Millipoints): LaidRow[] {
  const count = table.childCount;
  const heights = new Array<number>(count).fill(pitch + STROKE);
  const byRow: LaidCell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) {
    byRow[cell.row]!.push(cell);
    if (cell.rowspan === 1) heights[cell.row] = Math.max(heights[cell.row]!, cell.lines * pitch + STROKE);
  }
  for (const cell of cells) {
    if (cell.rowspan === 1) continue;
    let height = 0;
    for (let row = cell.row; row < cell.row + cell.rowspan; row++) height += heights[row]!;
    heights[cell.row + cell.rowspan - 1]! += Math.max(0, cell.lines * pitch + cell.rowspan * STROKE - height);
  }
  const starts: number[] = [];
  table.forEach((_row, offset) => starts.push(offset));
  return heights.map((height, row) => ({ pos: starts[row]!, height, notesHeight: notesIn(byRow[row]!), cells: byRow[row]! }));
}

function notesIn(cells: readonly LaidCell[]): Millipoints {
  let height = 0;
  for (const { paragraphs } of cells) for (const { laid } of paragraphs) for (const note of laid.notes) height += note.laid.lines.length * notePitch(note.laid);
  return height > 0 ? height + NOTE_GAP : 0;
}
