import type { Placed } from '#core/document/divide.ts';
import type { Node } from 'prosemirror-model';
import { textOf } from '#core/document/elements.ts';
import type { Role } from '#core/document/roles.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import { LINE, SMALL_CELL } from '#core/units/length.ts';
import type { Twips } from '#core/units/length.ts';
import { lineWidth } from '../measure.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { textBox } from './drawing.ts';
import { elementParagraph, placeParagraph } from './paragraph.ts';
import { labelOf, styleOf } from './writing.ts';
import type { Writing } from './writing.ts';

/**
 * The 版记 (GB/T 9704—2012 7.4): a text box whose lower edge is that of the text block, on the last page. The paragraph it is
 * anchored in is as high as its lines: where both do not fit below the text, both go to the next page, in every word processor.
 * A letter has no rules in it (10.1).
 */
export function imprintParagraph(writing: Writing, imprint: readonly Placed[]): Xml {
  const ruled = writing.styles.format !== 'letter';
  const rows = imprintRows(imprint);
  const heights = rows.map((row) => Math.max(...row.map((cell) => cell.reduce((total, placed) => total + linesOf(writing, placed) * LINE, 0))));
  const height = heights.reduce((total, each) => total + each, 0);
  // The rules of a table take room of their own: its lines give it up, so that n lines of 版记 are the last n lines of the page.
  const pitch = LINE - Math.ceil(((rows.length + 1) * RULE_SPACE + END_LINE) / (height / LINE));
  const content = ruled ? [imprintTable(writing, rows, pitch), placeParagraph(END_LINE)] : imprint.map((placed) => line(writing, placed, imprint));
  const box = textBox(writing, '版记', { x: writing.styles.page.left, y: 'text-bottom', width: TEXT_WIDTH, height: height + LINE }, content, 'resting');
  return placeParagraph(height, box);
}

/** What a text box needs after a table: a paragraph, as low as can be. */
const END_LINE: Twips = 2;
const RULE_SPACE: Twips = 20;

/** 主送 that found no room on the first page (7.3.2), and 抄送: no rule parts them. */
const isOffices = (role: Role | null): boolean => role === 'sentTo' || role === 'copyTo';

/** Rows of cells of paragraphs: all 主送 and 抄送 in one row, 印发机关 and 印发日期 side by side. */
function imprintRows(imprint: readonly Placed[]): Placed[][][] {
  const rows: Placed[][][] = [];
  let previous: Role | null = null;
  for (const placed of imprint) {
    const role = placed.node.attrs.role as Role;
    if (isOffices(role) && isOffices(previous)) rows.at(-1)![0]!.push(placed);
    else if (role === 'printDate' && previous === 'printer') rows.at(-1)!.push([placed]);
    else rows.push([[placed]]);
    previous = role;
  }
  return rows;
}

function imprintTable(writing: Writing, rows: readonly Placed[][][], pitch: Twips): Xml {
  const dates = rows.filter((row) => row.length === 2).map((row) => widthOf(writing, row[1]![0]!) + 2 * SMALL_CELL + SPARE);
  const right = dates.length === 0 ? 0 : Math.min(Math.max(...dates), Math.floor(TEXT_WIDTH / 2));
  const columns = right === 0 ? [TEXT_WIDTH] : [TEXT_WIDTH - right, right];
  return xml('w:tbl', {},
    xml('w:tblPr', {},
      xml('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }),
      // First and last rule 0.35 mm, those between 0.25 mm (7.4.1).
      xml('w:tblBorders', {}, border('top', 8), border('bottom', 8), border('insideH', 6)),
      xml('w:tblLayout', { 'w:type': 'fixed' }),
      xml('w:tblCellMar', {}, ['top', 'left', 'bottom', 'right'].map((side) => xml(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' })))),
    xml('w:tblGrid', {}, columns.map((width) => xml('w:gridCol', { 'w:w': width }))),
    rows.map((row) => xml('w:tr', {}, xml('w:trPr', {}, xml('w:cantSplit')), row.map((cell, index) => xml('w:tc', {},
      xml('w:tcPr', {}, xml('w:tcW', { 'w:w': row.length === 1 ? TEXT_WIDTH : columns[index]!, 'w:type': 'dxa' }), row.length === 1 && columns.length === 2 ? value('w:gridSpan', 2) : null),
      cell.map((placed) => line(writing, placed, cell, pitch)))))));
}

/** LibreOffice spaces digits from Han characters, whatever the file says; the date must not break for it. */
const SPARE: Twips = 600;

const border = (side: string, size: number): Xml => xml(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': '000000' });

/** Further 抄送 paragraphs have no label of their own and begin under the first one's text. */
function line(writing: Writing, placed: Placed, beside: readonly Placed[], pitch?: Twips): Xml {
  const continued = isOffices(placed.node.attrs.role as Role) && labelOf(writing, placed.pos) === '' && beside[0] !== placed;
  return elementParagraph(writing, placed, { line: pitch, ...(continued ? { left: styleOf(writing, placed.node).left, firstLine: 0 } : {}) });
}

const widthOf = (writing: Writing, { node, pos }: Placed): Twips => {
  const { size, spacing } = styleOf(writing, node);
  return lineWidth(labelOf(writing, pos) + textOf(node), size, spacing);
};

/** Lines a paragraph will take, on the safe side: a line may end two characters early. */
function linesOf(writing: Writing, placed: Placed): number {
  const { left, right, firstLine } = styleOf(writing, placed.node);
  const measure = TEXT_WIDTH - left - right;
  const width = widthOf(writing, placed) + firstLine;
  return width <= measure - 40 ? 1 : Math.max(1, Math.ceil(width / (measure - 2 * SMALL_CELL)) + breaksIn(placed.node));
}

const breaksIn = (node: Node): number => {
  let breaks = 0;
  node.forEach((child) => {
    if (child.type.name === 'lineBreak') breaks++;
  });
  return breaks;
};
