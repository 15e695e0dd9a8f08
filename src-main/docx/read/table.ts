import type { Element } from './parse-xml.ts';
import type { RowChange } from '#core/document/revisions.ts';
import type { SourceCell, SourceTable } from '#core/intake/source.ts';
import type { Account } from './account.ts';
import { attribute, child, elements, isOn, numberOf, valueOf } from './dom.ts';
import { LIMITS, tooMuch } from './limits.ts';

type Content = Pick<SourceCell, 'paragraphs' | 'details'>;

interface OpenCell extends Content {
  colspan: number;
  rowspan: number;
}

/** What a file says beyond this of one cell or gap is broken. */
const WIDEST = 200;

/** A table with its merges and what revisions say of its rows; `contentOf` reads the text of a cell, of tables within it too. */
export function readTable(table: Element, contentOf: (cell: Element) => Content, account: Account): SourceTable {
  const rows: OpenCell[][] = [];
  // By column: the cell that a vertical merge goes on from.
  let above = new Map<number, OpenCell>();
  let headerRows = 0;
  const changes: (RowChange | null)[] = [];
  for (const row of unwrapped(table, 'tr')) {
    const properties = child(row, 'trPr');
    if (isOn(properties, 'tblHeader') && headerRows === rows.length) headerRows++;
    const cells: OpenCell[] = [];
    const open = new Map<number, OpenCell>();
    // A row may leave out cells at its ends: a table of ours has empty ones there.
    const blank = (name: string): OpenCell[] => Array.from({ length: Math.min(WIDEST, Math.max(0, numberOf(valueOf(properties, name)) ?? 0)) }, () => ({ paragraphs: [], colspan: 1, rowspan: 1 }));
    cells.push(...blank('gridBefore'));
    let column = cells.length;
    for (const cell of unwrapped(row, 'tc')) {
      const facts = child(cell, 'tcPr');
      if (['cellIns', 'cellDel', 'cellMerge'].some((name) => child(facts, name))) account.note('cellChange');
      const colspan = Math.min(WIDEST, Math.max(1, numberOf(valueOf(facts, 'gridSpan')) ?? 1));
      const merge = child(facts, 'vMerge');
      const merged = merge && attribute(merge, 'val') !== 'restart' ? above.get(column) : undefined;
      if (merged?.colspan === colspan) {
        merged.rowspan++;
        open.set(column, merged);
      } else {
        const read: OpenCell = { ...contentOf(cell), colspan, rowspan: 1 };
        cells.push(read);
        if (merge) open.set(column, read);
      }
      if ((column += colspan) > LIMITS.columns) throw tooMuch();
    }
    above = open;
    cells.push(...blank('gridAfter'));
    account.cells(cells.length);
    // A row without cells is nothing; a broken file may have one.
    if (cells.length === 0 && column === 0) continue;
    changes.push(rowChange(properties, account));
    rows.push(cells);
  }
  const widths = elements(child(table, 'tblGrid') ?? table, 'gridCol').map((each) => numberOf(attribute(each, 'w')) ?? 0);
  if (['tblPrChange', 'tblGridChange'].some((name) => child(table, 'tblPr', name) ?? child(table, 'tblGrid', name))) account.note('layoutChange');
  return { kind: 'table', rows, headerRows, ...(changes.some((change) => change !== null) ? { rowChanges: changes } : {}), ...(widths.length > 0 && widths.every((width) => width > 0) ? { widths } : {}) };
}

function rowChange(properties: Element | undefined, account: Account): RowChange | null {
  const inserted = child(properties, 'ins');
  const deleted = child(properties, 'del');
  if (!inserted && !deleted) return null;
  return { ...(inserted ? { ins: account.rev('ins', inserted) } : {}), ...(deleted ? { del: account.rev('del', deleted) } : {}) };
}

/** All cells of a table, in reading order. */
export const cellsOf = (table: Element): Element[] => unwrapped(table, 'tr').flatMap((row) => unwrapped(row, 'tc'));

/** Rows or cells, also those in content controls and other wrappers. */
function unwrapped(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((element) => {
    if (element.localName === name) return [element];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'smartTag'].includes(element.localName) ? unwrapped(element, name) : [];
  });
}
