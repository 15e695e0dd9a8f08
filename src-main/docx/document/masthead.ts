import type { Placed } from '#core/document/divide.ts';
import { isOneLine, textOf } from '#core/document/elements.ts';
import { layoutMark, layoutSignatories, mastheadParts } from '#core/document/masthead.ts';
import type { MarkLayout, MastheadParts } from '#core/document/masthead.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import type { StyleKey } from '#core/template/styles.ts';
import { CELL, LINE, twipsFromMillimetres } from '#core/units/length.ts';
import type { HalfPoints, Twips } from '#core/units/length.ts';
import { spaceAboveGlyphs, spaceBelowGlyphs, lineWidth } from '../measure.ts';
import { RUN_STYLES } from '../styles/style-names.ts';
import { RED } from '../styles/styles-part.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { rule, textBox } from './drawing.ts';
import { elementParagraph, placeParagraph } from './paragraph.ts';
import { labelRun, paragraphRuns, run, textRun, textRuns } from './runs.ts';
import { labelOf } from './writing.ts';
import type { Writing } from './writing.ts';

/** The 版头: what stands above the title of the first page, in the form of the document's format. */
export function mastheadParagraphs(writing: Writing, masthead: readonly Placed[]): Xml[] {
  if (masthead.length === 0) return [];
  const parts = mastheadParts(masthead, writing.styles.format);
  return writing.styles.format === 'letter' && parts.issuerMark.length > 0 ? letterHead(writing, parts) : documentHead(writing, parts);
}

const RULE_WEIGHT = 1.5;
/** From the lower edge of 发文字号 or of a letter's 发文机关标志 to the rule: 4 mm (7.2.7, 10.1). */
const RULE_DISTANCE: Twips = twipsFromMillimetres(4);

/**
 * The common form (文件格式, 7.2), with the place of the mark for orders (10.2): everything in the run of the text, so that it
 * moves as people edit above it; only 文件 beside several names stands in a box.
 */
function documentHead(writing: Writing, parts: MastheadParts): Xml[] {
  const corner = parts.corner.map((placed) => elementParagraph(writing, placed));
  const results = parts.resultLines.map((placed) => elementParagraph(writing, placed));
  const mark = markOf(writing, parts.issuerMark);
  // The upper edge of the mark stands so far below the top of the text block, whatever stands above it (7.2.4, 10.2).
  const top = twipsFromMillimetres(writing.styles.format === 'order' ? 20 : 35) - spaceAboveGlyphs(mark.line, mark.size);
  const endsHead = parts.documentNumber.length + parts.signatory.length === 0;
  const names = parts.issuerMark.filter((_, index) => index !== mark.word);
  const marks = names.map((placed, index) => elementParagraph(writing, placed, {
    before: index === 0 ? Math.max(0, top - (corner.length + results.length) * LINE) : 0,
    line: mark.line,
    ...(mark.names[index]!.left === null ? {} : { left: mark.names[index]!.left, firstLine: 0, align: 'left' as const }),
    ...(endsHead && index === names.length - 1 ? { ruleBelow: redRule(writing, mark.line, mark.size) } : {}),
  }, markRuns(writing, placed, mark, index)));
  const numbers = numberLines(writing, parts, marks.length > 0 ? mark : null);
  const beside = mark.word < 0 ? [] : [markWordBox(writing, parts.issuerMark[mark.word]!, mark, Math.max(top, (corner.length + results.length) * LINE))];
  return [...corner, ...results, ...marks, ...beside, ...numbers];
}

/** 文件 at the right of several names, in the middle of their height (7.2.4). Read back, it follows them. */
function markWordBox(writing: Writing, placed: Placed, mark: MarkLayout, top: Twips): Xml {
  const { page } = writing.styles;
  const rows = mark.names.length - 1;
  const position = { x: page.left + mark.names[mark.word]!.left!, y: page.top + top, width: 2 * mark.size * 10 + 40, height: rows * mark.line };
  const word = elementParagraph(writing, placed, { before: Math.round(((rows - 1) * mark.line) / 2), line: mark.line, left: 0, right: 0, align: 'left' }, markRuns(writing, placed, mark, mark.word));
  return placeParagraph(2, textBox(writing, '文件', position, [word]));
}

/** 发文字号 two lines below the mark; with 签发人 the number stands at the left of the last name's line (7.2.5, 7.2.6). */
function numberLines(writing: Writing, parts: MastheadParts, mark: MarkLayout | null): Xml[] {
  const style = writing.styles.paragraph.documentNumber;
  const gap = mark ? 2 * LINE - spaceBelowGlyphs(mark.line, mark.size) - spaceAboveGlyphs(style.line, style.size) : 0;
  const ruleBelow = mark ? redRule(writing, style.line, style.size) : undefined;
  if (parts.signatory.length === 0) {
    return parts.documentNumber.map((placed, index) =>
      elementParagraph(writing, placed, { before: index === 0 ? gap : 0, ruleBelow: index === parts.documentNumber.length - 1 ? ruleBelow : undefined }));
  }
  const layout = layoutSignatories(parts.signatory.map(({ node }) => lineWidth(textOf(node), style.size, style.spacing)), parts.signatory.every(({ node }) => isOneLine(node)));
  const number = parts.documentNumber.at(-1);
  const upper = parts.documentNumber.slice(0, -1).map((placed) => elementParagraph(writing, placed));
  return [...upper, ...Array.from({ length: layout.rows }, (_, row) => {
    const here = parts.signatory.map((placed, index) => ({ placed, ...layout.names[index]! })).filter((each) => each.row === row);
    const withNumber = row === layout.rows - 1 && number !== undefined;
    const local = {
      tabs: here.map(({ left }, column) => ({ align: 'left' as const, at: row === 0 && column === 0 ? left - 4 * CELL : left })),
      // Not an indent of the paragraph: its rule spans the whole width.
      left: 0, right: 0, firstLine: withNumber ? CELL : 0, align: 'left' as const,
      before: row === 0 ? gap : 0, ruleBelow: row === layout.rows - 1 ? ruleBelow : undefined,
    };
    const content = here.flatMap(({ placed }) => [tabRun(), ...signatoryRuns(writing, placed)]);
    return withNumber ? elementParagraph(writing, number, local, [...paragraphRuns(writing, number.node, number.pos), ...content]) : elementParagraph(writing, here[0]!.placed, local, content);
  })];
}

function signatoryRuns(writing: Writing, { node, pos }: Placed): Xml[] {
  const label = labelOf(writing, pos);
  return [...(label === '' ? [] : [labelRun(label)]), ...textRuns(writing, node, pos, { style: RUN_STYLES.signatoryName.id })];
}

/** 信函格式 (10.1): mark 30 mm below the edge of the page, double rules 170 mm long, number flush right under the upper one. */
function letterHead(writing: Writing, parts: MastheadParts): Xml[] {
  const { page } = writing.styles;
  const mark = markOf(writing, parts.issuerMark);
  const top = twipsFromMillimetres(30);
  const ruleTop = top + (parts.issuerMark.length - 1) * mark.line + mark.size * 10 + RULE_DISTANCE;
  const drawings = [
    ...resultMarkBox(writing, parts.resultMark),
    textBox(writing, '发文机关标志', { x: page.left, y: top - spaceAboveGlyphs(mark.line, mark.size), width: TEXT_WIDTH, height: parts.issuerMark.length * mark.line },
      parts.issuerMark.map((placed, index) => elementParagraph(writing, placed, { line: mark.line }, markRuns(writing, placed, mark, index)))),
    ...doubleRule(writing, '首条双线', ruleTop, 'thick-thin'),
    // The lower rule stands 20 mm above the edge of the page, on the first page only.
    ...doubleRule(writing, '末条双线', page.height - twipsFromMillimetres(20) - DOUBLE_RULE_HEIGHT, 'thin-thick'),
  ];
  // The first element stands 7/8 of a character below the rule.
  const style = writing.styles.paragraph.documentNumber;
  const firstLine = ruleTop + DOUBLE_RULE_HEIGHT + 280 - spaceAboveGlyphs(style.line, style.size);
  return [placeParagraph(Math.max(20, firstLine - page.top), drawings), ...letterLines(writing, parts)];
}

/** 份号, 密级, 紧急程度 down the left edge; 发文字号 flush right on the first of these lines, beside what leaves room for it. */
function letterLines(writing: Writing, parts: MastheadParts): Xml[] {
  const rows = Math.max(parts.corner.length, parts.documentNumber.length);
  const lines = Array.from({ length: rows }, (_, index) => {
    const left = parts.corner[index];
    const right = parts.documentNumber[index];
    if (!left || !right || widthOf(writing, left) + widthOf(writing, right) > TEXT_WIDTH - CELL) return [left, right].flatMap((placed) => (placed ? [elementParagraph(writing, placed)] : []));
    return [elementParagraph(writing, left, { tabs: [{ align: 'right', at: TEXT_WIDTH }] },
      [...paragraphRuns(writing, left.node, left.pos), tabRun(), ...textRuns(writing, right.node, right.pos, { style: RUN_STYLES.numberBeside.id })])];
  });
  return [...lines.flat(), ...parts.resultLines.map((placed) => elementParagraph(writing, placed)), ...parts.signatory.map((placed) => elementParagraph(writing, placed, {}, signatoryRuns(writing, placed)))];
}

function widthOf({ styles }: Writing, { node }: Placed): Twips {
  const { size, spacing } = styles.paragraph[node.attrs.role as StyleKey];
  return lineWidth(textOf(node), size, spacing);
}

/** 办理结果 (A, B …) in the upper right corner of the first page, as the offices of the people's congresses ask. */
function resultMarkBox(writing: Writing, mark: Placed | null): Xml[] {
  if (!mark) return [];
  const place = { x: writing.styles.page.left + TEXT_WIDTH / 2, y: twipsFromMillimetres(18), width: TEXT_WIDTH / 2, height: LINE };
  return [textBox(writing, '办理结果', place, [elementParagraph(writing, mark)])];
}

const markOf = (writing: Writing, marks: readonly Placed[]): MarkLayout => layoutMark(marks.map(({ node }) => textOf(node)), writing.styles.paragraph.issuerMark.size);

/** The last character is not spread: the air behind it would push the name out of its middle. */
function markRuns(writing: Writing, { node, pos }: Placed, { size, names }: MarkLayout, index: number): Xml[] {
  const { spacing } = names[index]!;
  const isPlain = node.childCount === 1 && node.firstChild!.isText && node.firstChild!.marks.length === 0;
  if (spacing === 0 || !isPlain) return textRuns(writing, node, pos, { size });
  const characters = [...textOf(node)];
  return [textRun(characters.slice(0, -1).join(''), { size, spacing }), textRun(characters.at(-1)!, { size })];
}

/** An order has no rule (10.2). */
const redRule = ({ styles }: Writing, line: Twips, size: HalfPoints): { weight: number; space: number; color: string } | undefined => (styles.format === 'order' ? undefined : {
  weight: RULE_WEIGHT * 8, space: Math.round((RULE_DISTANCE - spaceBelowGlyphs(line, size)) / 20), color: RED,
});

/** A thick and a thin red rule, 1 mm from edge to edge; the standard fixes neither weight nor distance. */
const DOUBLE_RULE_HEIGHT: Twips = 57;
const DOUBLE_RULE_WIDTH: Twips = twipsFromMillimetres(170);

function doubleRule(writing: Writing, name: string, top: Twips, order: 'thick-thin' | 'thin-thick'): Xml[] {
  const x = Math.round((writing.styles.page.width - DOUBLE_RULE_WIDTH) / 2);
  const line = (weight: number, y: Twips): Xml => rule(writing, name, { x, y, width: DOUBLE_RULE_WIDTH }, weight, RED);
  const [first, second] = order === 'thick-thin' ? [1.5, 0.75] : [0.75, 1.5];
  return [line(first!, Math.round(top + first! * 10)), line(second!, Math.round(top + DOUBLE_RULE_HEIGHT - second! * 10))];
}

const tabRun = (): Xml => run({}, [xml('w:tab')]);
