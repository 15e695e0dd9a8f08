import type { Node } from 'prosemirror-model';
import type { PlacedCell } from '../table-map.ts';
import { isNumberHead, isRowNumber, readNumber } from './row-numbers.ts';

/** The columns whose head says that they number the rows (序号). */
export function numberColumns(table: Node, cells: readonly PlacedCell[]): ReadonlySet<number> {
  return new Set(cells.filter(({ node, row, colspan }) => colspan === 1 && table.child(row).attrs.header === true && isNumberHead(node.textContent)).map(({ column }) => column));
}

/** True for a cell that holds nothing but a number: in a column of numbers it stands in the middle, unless a person has said otherwise. */
export const isNumberCell = ({ node }: PlacedCell): boolean =>
  node.childCount === 1 && (node.textContent === '' ? node.firstChild!.childCount === 1 && isRowNumber(node.firstChild!.firstChild!) : readNumber(node.textContent) !== null);
