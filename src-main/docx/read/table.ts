import type { Element } from '@xmldom/xmldom';
import type { SourceCell, SourceTable } from '#core/intake/source.ts';
import { attribute, child, elements, isOn, numberOf, valueOf } from './dom.ts';

interface OpenCell {
  paragraphs: string[];
  colspan: number;
  rowspan: number;
}

/** A table with its merges; `paragraphsOf` reads the text of a cell, of tables within it too. Rows and cells deleted in a revision are left out. */
export function readTable(table: Element, paragraphsOf: (cell: Element) => string[]): SourceTable {
  const rows: OpenCell[][] = [];
  // By column: the cell that a vertical merge goes on from.
  let above = new Map<number, OpenCell>();
  let headerRows = 0;
  for (const row of unwrapped(table, 'tr')) {
    const properties = child(row, 'trPr');
    if (child(properties, 'del')) continue;
    if (isOn(properties, 'tblHeader') && headerRows === rows.length) headerRows++;
    const cells: OpenCell[] = [];
    const open = new Map<number, OpenCell>();
    let column = numberOf(valueOf(properties, 'gridBefore')) ?? 0;
    for (const cell of unwrapped(row, 'tc')) {
      const facts = child(cell, 'tcPr');
      const colspan = Math.max(1, numberOf(valueOf(facts, 'gridSpan')) ?? 1);
      const merge = child(facts, 'vMerge');
      const merged = merge && attribute(merge, 'val') !== 'restart' ? above.get(column) : undefined;
      if (merged?.colspan === colspan) {
        merged.rowspan++;
        open.set(column, merged);
      } else {
        const read: OpenCell = { paragraphs: paragraphsOf(cell), colspan, rowspan: 1 };
        cells.push(read);
        if (merge) open.set(column, read);
      }
      column += colspan;
    }
    above = open;
    rows.push(cells);
  }
  const widths = elements(child(table, 'tblGrid') ?? table, 'gridCol').map((each) => numberOf(attribute(each, 'w')) ?? 0);
  return { kind: 'table', rows: rows as SourceCell[][], headerRows, ...(widths.length > 0 && widths.every((width) => width > 0) ? { widths } : {}) };
}

/** All cells of a table, in reading order. */
export const cellsOf = (table: Element): Element[] => unwrapped(table, 'tr').flatMap((row) => unwrapped(row, 'tc'));

/** Rows or cells, also those in content controls and other wrappers. */
function unwrapped(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((element) => {
    if (element.localName === name) return [element];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'smartTag'].includes(element.localName ?? '') ? unwrapped(element, name) : [];
  });
}
