import type { Placed } from '../document/divide.ts';
import { isOneLine, textOf } from '../document/elements.ts';
import { layoutMark, layoutSignatories, mastheadParts } from '../document/masthead.ts';
import type { MarkLayout, MastheadParts } from '../document/masthead.ts';
import { TEXT_WIDTH } from '../template/styles.ts';
import type { ParagraphStyle, StyleKey } from '../template/styles.ts';
import { CELL, LINE } from '../units/length.ts';
import type { Twips } from '../units/length.ts';
import { spaceAbove, spaceBelow } from './baseline.ts';
import { formOf, labelOf, paragraphItem } from './paragraph-item.ts';
import type { Composing, FixedHead, ParagraphItem } from './items.ts';
import type { Local } from './paragraph-item.ts';
import type { RuleFrame } from './frames.ts';
import { widthOfWords } from './lay-paragraph.ts';
import { heightOfLines } from './line-heights.ts';
import { fromHalfPoints, fromMillimetres, fromTwips, twipsOf } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** The 版头: what stands at fixed places, and what runs above the title as the text does. */
export interface Masthead {
  readonly head: FixedHead;
  readonly items: readonly ParagraphItem[];
}

export const NO_HEAD: FixedHead = { items: [], rules: [], start: 0 };

/** The 版头 in the form of the document's format. */
export function composeMasthead(composing: Composing, masthead: readonly Placed[]): Masthead {
  if (masthead.length === 0) return { head: NO_HEAD, items: [] };
  const parts = mastheadParts(masthead, composing.styles.format);
  const composed = composing.styles.format === 'letter' && parts.issuerMark.length > 0 ? letterHead(composing, parts) : documentHead(composing, parts);
  // What is too long for its fixed place runs with the text: nothing of it may leave the page.
  return fits(composed.head) ? composed : { head: NO_HEAD, items: [...composed.head.items.map(({ item }) => item), ...documentHead(composing, { ...parts, issuerMark: [] }).items] };
}

/** No element at a fixed place is longer than a line, and they leave room for text. */
const fits = ({ items, start }: FixedHead): boolean => items.length <= MOST_FIXED && items.every(({ item }) => item.laid.lines.length === 1 && !item.laid.text.images) && start < HIGHEST;
const MOST_FIXED = 4;
const HIGHEST = fromMillimetres(110);

/** From the lower edge of 发文字号 or of a letter's 发文机关标志 to the rule (7.2.7, 10.1). */
const RULE_DISTANCE = fromMillimetres(4);
/** The standard fixes no weight: 1.5 pt. */
const RULE_WEIGHT: Millipoints = 1500;
const LINE_PITCH = fromTwips(LINE);

/** 文件格式 (7.2), 命令格式 (10.2) and 纪要格式 (10.3): in the run of the text, 文件 beside several names (7.2.4). */
function documentHead(composing: Composing, parts: MastheadParts): Masthead {
  const { styles } = composing;
  const mark = markOf(composing, parts.issuerMark);
  const size = fromHalfPoints(mark.size);
  const pitch = fromTwips(mark.line);
  const hasRule = styles.format !== 'order';
  // The upper edge of the mark stands so far below the top of the text block, whatever stands above it (7.2.4, 10.2).
  const top = fromMillimetres(styles.format === 'order' ? 20 : 35) - spaceAbove(pitch, size);
  const corner = parts.corner.map((placed) => paragraphItem(composing, placed, TEXT_WIDTH, { isWhole: placed.node.attrs.role !== 'copyNumber' }));
  const results = parts.resultLines.map((placed) => paragraphItem(composing, placed, TEXT_WIDTH));
  const heightAbove = [...corner, ...results].reduce((sum, item) => sum + heightOfLines(item.laid, 0, item.laid.lines.length, item.pitch), 0);
  const endsHead = parts.documentNumber.length + parts.signatory.length === 0;
  const rows = mark.names.length - (mark.word < 0 ? 0 : 1);
  const marks = parts.issuerMark.flatMap((placed, index) => {
    const name = mark.names[index]!;
    const isWord = index === mark.word;
    const local: Local = {
      ...markLocal(composing, placed, mark, index), before: index === 0 ? Math.max(0, twipsOf(top - heightAbove)) : 0,
      ...(name.left === null ? {} : { left: name.left, right: 0, firstLine: 0, align: 'left' as const }),
      ...(endsHead && hasRule && index === rows - 1 ? { rule: { gap: RULE_DISTANCE - spaceBelow(pitch, size), weight: RULE_WEIGHT } } : {}),
      ...(isWord ? { isBeside: true, down: -Math.round(((rows - 1) * pitch) / 2) } : {}),
    };
    return [paragraphItem(composing, placed, TEXT_WIDTH, local)];
  });
  const numberStyle = styles.paragraph.documentNumber;
  const gap = marks.length > 0 ? 2 * LINE_PITCH - spaceBelow(pitch, size) - spaceAbove(fromTwips(numberStyle.line), fromHalfPoints(numberStyle.size)) : 0;
  const numbers = numberLines(composing, parts, twipsOf(gap), marks.length > 0 && hasRule);
  return { head: NO_HEAD, items: [...corner, ...results, ...marks, ...numbers] };
}

/** 发文字号 two lines below the mark; with 签发人 the number stands at the left of the last name's line (7.2.5, 7.2.6). */
function numberLines(composing: Composing, parts: MastheadParts, gap: number, hasRule: boolean): ParagraphItem[] {
  const style = composing.styles.paragraph.documentNumber;
  const below = hasRule ? { gap: RULE_DISTANCE - spaceBelow(fromTwips(style.line), fromHalfPoints(style.size)), weight: RULE_WEIGHT } : null;
  const numbers = parts.documentNumber;
  if (parts.signatory.length === 0) {
    return numbers.map((placed, index) => paragraphItem(composing, placed, TEXT_WIDTH, { before: index === 0 ? gap : 0, rule: index === numbers.length - 1 ? below : null }));
  }
  const nameStyle = { ...composing.styles.paragraph.signatory, face: 'kai' as const };
  const widths = parts.signatory.map((placed) => wordsWidth(composing, placed, nameStyle));
  const layout = layoutSignatories(widths, parts.signatory.every(({ node }) => isOneLine(node)));
  const upper = numbers.slice(0, -1).map((placed) => paragraphItem(composing, placed, TEXT_WIDTH));
  const rows = Array.from({ length: layout.rows }, (_, row): ParagraphItem[] => {
    const isLast = row === layout.rows - 1;
    const place = { before: row === 0 ? gap : 0, rule: isLast ? below : null, right: 0, firstLine: 0, align: 'left' as const };
    const names = parts.signatory.flatMap((placed, index) => {
      const name = layout.names[index]!;
      if (name.row !== row) return [];
      const label = labelOf(composing, placed.pos);
      return [{ placed, left: label === '' ? name.left : Math.max(0, name.left - 4 * CELL) }];
    });
    const number = isLast ? numbers.at(-1) : undefined;
    // A number too long to stand before the names has a line to itself.
    const room = (names[0]?.left ?? TEXT_WIDTH) - CELL;
    const isBeside = number !== undefined && wordsWidth(composing, number, style) <= room;
    return [
      ...(number ? [paragraphItem(composing, number, TEXT_WIDTH, isBeside ? { ...place, left: CELL, right: TEXT_WIDTH - CELL - room } : { ...place, rule: null })] : []),
      ...names.map(({ placed, left }, index) => paragraphItem(composing, placed, TEXT_WIDTH, {
        ...place, style: nameStyle, labelFace: 'fang', left, isBeside: index > 0 || isBeside, rule: !isBeside && index === 0 ? place.rule : null, ...(number && !isBeside ? { before: 0 } : {}),
      })),
    ];
  });
  return [...upper, ...rows.flat()];
}

const wordsWidth = (composing: Composing, { node, pos }: Placed, style: ParagraphStyle): Twips =>
  twipsOf(widthOfWords(composing.setting, node, pos, formOf(composing, style, TEXT_WIDTH, { align: 'left' }), composing.numbering));

/** A thick and a thin red rule, 1 mm from edge to edge; the standard fixes neither weight nor distance. */
const DOUBLE_RULE_HEIGHT = fromTwips(57);

/** 信函格式 (10.1): mark 30 mm below the edge of the page, double rules 170 mm long, number flush right under the upper one. */
function letterHead(composing: Composing, parts: MastheadParts): Masthead {
  const { page, paragraph } = composing.styles;
  const mark = markOf(composing, parts.issuerMark);
  const size = fromHalfPoints(mark.size);
  const pitch = fromTwips(mark.line);
  const top = fromMillimetres(30);
  const ruleTop = top + (parts.issuerMark.length - 1) * pitch + size + RULE_DISTANCE;
  const names = parts.issuerMark.map((placed, index) => ({ item: paragraphItem(composing, placed, TEXT_WIDTH, { ...markLocal(composing, placed, mark, index), before: 0 }), y: top - spaceAbove(pitch, size) + index * pitch }));
  // The first element stands 7/8 of a character below the rule.
  const style = paragraph.documentNumber;
  const firstLine = ruleTop + DOUBLE_RULE_HEIGHT + 14_000 - spaceAbove(fromTwips(style.line), fromHalfPoints(style.size));
  const width = fromTwips(page.width);
  const foot = fromTwips(page.height) - fromMillimetres(20) - DOUBLE_RULE_HEIGHT;
  return {
    head: {
      items: [...resultMark(composing, parts.resultMark), ...names.map(({ item, y }) => ({ item, y: y - fromTwips(page.top) }))],
      rules: [...doubleRule(width, ruleTop, 'thick-thin'), ...doubleRule(width, foot, 'thin-thick')],
      start: Math.max(1000, firstLine - fromTwips(page.top)),
    },
    items: letterLines(composing, parts),
  };
}

/** 份号, 密级, 紧急程度 down the left edge; 发文字号 flush right on the first of these lines, beside what leaves room for it. */
function letterLines(composing: Composing, parts: MastheadParts): ParagraphItem[] {
  const rows = Math.max(parts.corner.length, parts.documentNumber.length);
  const width = (placed: Placed): Twips => wordsWidth(composing, placed, composing.styles.paragraph[placed.node.attrs.role as StyleKey]);
  const lines = Array.from({ length: rows }, (_, index) => {
    const left = parts.corner[index];
    const right = parts.documentNumber[index];
    const isBeside = left !== undefined && right !== undefined && width(left) + width(right) <= TEXT_WIDTH - CELL;
    return [
      ...(left ? [paragraphItem(composing, left, TEXT_WIDTH, { isWhole: left.node.attrs.role !== 'copyNumber' })] : []),
      ...(right ? [paragraphItem(composing, right, TEXT_WIDTH, { isBeside })] : []),
    ];
  });
  const nameStyle = { ...composing.styles.paragraph.signatory, face: 'kai' as const };
  return [...lines.flat(), ...parts.resultLines.map((placed) => paragraphItem(composing, placed, TEXT_WIDTH)), ...parts.signatory.map((placed) => paragraphItem(composing, placed, TEXT_WIDTH, { style: nameStyle, labelFace: 'fang' }))];
}

function doubleRule(pageWidth: Millipoints, top: Millipoints, order: 'thick-thin' | 'thin-thick'): RuleFrame[] {
  const width = fromMillimetres(170);
  const x = (pageWidth - width) >> 1;
  const [first, second] = order === 'thick-thin' ? [1500, 750] as const : [750, 1500] as const;
  return [{ x, y: top, width, height: first, color: 'red', kind: 'letter' }, { x, y: top + DOUBLE_RULE_HEIGHT - second, width, height: second, color: 'red', kind: 'letter' }];
}

/** 办理结果 (A, B …) in the upper right corner of the first page, as the offices of the people's congresses ask. */
function resultMark(composing: Composing, mark: Placed | null): FixedHead['items'] {
  if (!mark) return [];
  const item = paragraphItem(composing, mark, TEXT_WIDTH, { left: Math.round(TEXT_WIDTH / 2), right: 0, firstLine: 0 });
  return [{ item, y: fromMillimetres(18) - fromTwips(composing.styles.page.top) }];
}

const markOf = ({ styles }: Composing, marks: readonly Placed[]): MarkLayout => layoutMark(marks.map(({ node }) => textOf(node)), styles.paragraph.issuerMark.size);

/** Only plain words are spread: what a reference says, and blanks, were not reckoned with. */
const markLocal = ({ styles }: Composing, { node }: Placed, mark: MarkLayout, index: number): Local => ({
  style: { ...styles.paragraph.issuerMark, size: mark.size }, line: mark.line, keepsWithNext: true,
  spread: node.childCount === 1 && node.firstChild!.isText && !/\s/.test(node.textContent) ? mark.names[index]!.spacing : 0,
});
