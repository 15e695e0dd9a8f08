import type { Node } from '@tiptap/pm/model';
import { divideDocument, landscapePage, stretchesOf } from '#core/document/divide.ts';
import { columnWidths } from '#core/document/table/column-widths.ts';
import { mapTable } from '#core/document/table-map.ts';
import { paragraphStyleOf, resolveStyles, TEXT_WIDTH } from '#core/template/styles.ts';
import type { Twips } from '#core/units/length.ts';

/** Air left and right in a cell, as layout has it. */
const CELL_AIR = 170;

/** How wide a paragraph of nothing but pictures is at a place, in twips: the text block (版心), upright or landscape. */
export function measureAt(doc: Node, pos: number): Twips {
  const start = doc.resolve(pos).before(1);
  const isLandscape = stretchesOf(divideDocument(doc).main).some((stretch) => stretch.isLandscape && stretch.blocks.some((block) => block.pos === start));
  const page = landscapePage(resolveStyles(null).page);
  return isLandscape ? page.width - page.left - page.right : TEXT_WIDTH;
}

/** The widest image at a place, in twips: the text block or the cell it stands in, a first-line indent left out. */
export function roomAt(doc: Node, pos: number): Twips {
  const $pos = doc.resolve(pos);
  const styles = resolveStyles(null);
  const measure = measureAt(doc, pos);
  const table = $pos.node(1);
  if (table.type.name === 'table' && $pos.depth >= 3) {
    const { cells, width } = mapTable(table);
    const widths = columnWidths(cells, Math.max(1, width), measure);
    const cell = cells.find((each) => each.pos === $pos.before(3) - $pos.before(1) - 1);
    return cell ? Math.max(1, widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, each) => sum + each, 0) - CELL_AIR) : measure;
  }
  const para = $pos.parent;
  const isAlone = para.children.every((child) => child.type.name === 'image');
  const style = paragraphStyleOf(styles, para.attrs);
  return measure - (isAlone ? 0 : Math.max(0, style.firstLine)) - style.left - style.right;
}
