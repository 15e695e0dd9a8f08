import { closingOf, placeClosing } from '#core/document/closing.ts';
import { isOneLine, roleOf, textOf } from '#core/document/elements.ts';
import { layoutMark, layoutSignatories } from '#core/document/masthead.ts';
import type { Role } from '#core/document/roles.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { CELL, LINE } from '#core/units/length.ts';
import type { Twips } from '#core/units/length.ts';
import { paperLength, paperSize } from './paragraph-css.ts';

type DocumentNode = Parameters<typeof textOf>[0];
/** CSS declarations, and variables the page's rules read. */
export type Declarations = Readonly<Record<string, string>>;
interface Placed {
  readonly node: DocumentNode;
  readonly pos: number;
}

/** Elements whose place hangs on their neighbours: the names of several offices and persons, 署名 and 成文日期. */
export const PLACED_ROLES: ReadonlySet<Role> = new Set(['issuerMark', 'documentNumber', 'signatory', 'signature', 'date']);

/**
 * What the neighbours of these elements change about them, by the position of the paragraph: the same places the .docx writer
 * sets (core/document/masthead.ts, closing.ts), said in CSS.
 */
export function placements(doc: DocumentNode, styles: Pick<ResolvedStyles, 'closing' | 'paragraph'>): Map<number, Declarations> {
  const runs: Placed[][] = [];
  let before: Role | null = null;
  doc.forEach((node, pos) => {
    const role = roleOf(node);
    if (role !== null && PLACED_ROLES.has(role)) {
      if (role === before) runs.at(-1)!.push({ node, pos });
      else runs.push([{ node, pos }]);
    }
    before = role;
  });
  const found = new Map<number, Declarations>();
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    const previous = runs[index - 1];
    const role = roleOf(run[0]!.node);
    if (role === 'issuerMark') placeMark(run, styles, found);
    else if (role === 'signatory') placeSignatories(run, follows(previous, run, 'documentNumber') ? previous!.at(-1)! : null, found);
    else if (role === 'signature') placeSignatures(doc, run, follows(run, next, 'date') ? next![0]! : null, styles, found);
    else if (role === 'date' && !follows(previous, run, 'signature')) placeSignatures(doc, [], run[0]!, styles, found);
  }
  return found;
}

/** Whether `below` stands right under `above`; one of the two is of the role. */
function follows(above: readonly Placed[] | undefined, below: readonly Placed[] | undefined, role: Role): boolean {
  const last = above?.at(-1);
  return last !== undefined && below !== undefined && last.pos + last.node.nodeSize === below[0]!.pos && (roleOf(last.node) === role || roleOf(below[0]!.node) === role);
}

function placeMark(run: readonly Placed[], styles: Pick<ResolvedStyles, 'paragraph'>, found: Map<number, Declarations>): void {
  const { size, line, names, word } = layoutMark(run.map(({ node }) => textOf(node)), styles.paragraph.issuerMark.size);
  for (const [index, { pos }] of run.entries()) {
    const { spacing, left } = names[index]!;
    const own: Record<string, string> = { '--mark-size': paperSize(size) };
    if (spacing > 0) own['--mark-spacing'] = paperLength(spacing);
    if (left !== null) {
      const rows = run.length - 1;
      // 文件 covers no name beside it: a click there is the name's.
      Object.assign(own, { 'text-align': 'left', 'text-indent': '0', [index === word ? 'margin-left' : 'padding-left']: paperLength(left), 'line-height': paperLength(index === word ? rows * line : line) });
      if (index === word) own['margin-top'] = paperLength(-rows * line);
      else if (index > 0) own['margin-top'] = '0';
    }
    found.set(pos, own);
  }
}

function placeSignatories(run: readonly Placed[], number: Placed | null, found: Map<number, Declarations>): void {
  const layout = layoutSignatories(run.map(({ node }) => cells(textOf(node)) * CELL), run.every(({ node }) => isOneLine(node)));
  const lastRow = layout.rows - 1;
  if (number) found.set(number.pos, { 'margin-top': paperLength((2 + lastRow) * LINE), 'padding-left': paperLength(CELL), 'text-align': 'left' });
  for (const [index, { pos }] of run.entries()) {
    const { row, left } = layout.names[index]!;
    const isFirstOfRow = index === 0 || layout.names[index - 1]!.row !== row;
    // Beside the number: all names on its line, then each lifted to its own.
    const margin = number || !isFirstOfRow ? -LINE : index === 0 ? 2 * LINE : 0;
    found.set(pos, {
      'margin-left': paperLength(index === 0 ? left - 4 * CELL : left), 'margin-top': paperLength(margin), 'padding-right': '0', 'text-align': 'left',
      ...(number && row < lastRow ? { top: paperLength((row - lastRow) * LINE) } : {}),
    });
  }
}

function placeSignatures(doc: DocumentNode, run: readonly Placed[], date: Placed | null, styles: Pick<ResolvedStyles, 'closing'>, found: Map<number, Declarations>): void {
  const width = ({ node }: Placed): Twips => cells(textOf(node)) * CELL;
  const places = placeClosing(closingOf(doc, styles.closing, (run[0] ?? date)?.pos), run.map(width), date ? width(date) : 0, run.every(({ node }) => isOneLine(node)));
  for (const [index, { pos }] of run.entries()) found.set(pos, declare(places.signatures[index]!));
  if (date) found.set(date.pos, declare(places.date));
}

const declare = ({ before, left, right, align, column }: ReturnType<typeof placeClosing>['date']): Declarations => ({
  'margin-top': paperLength(column > 0 ? -LINE : before), 'margin-left': paperLength(left), 'margin-right': paperLength(right), 'padding-right': '0', 'text-align': align,
});

/** Characters of the body face: Western letters and digits take half of one. */
const cells = (text: string): number => [...text].reduce((sum, character) => sum + (character < '\u{80}' ? 0.5 : 1), 0);
