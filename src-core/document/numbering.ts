import type { Node } from 'prosemirror-model';
import { isNumberingScheme, runOnLevels } from '../template/template.ts';
import type { NumberingScheme } from '../template/template.ts';
import { chineseNumeral, circledNumber } from '../units/chinese-number.ts';
import { footnoteLabel } from './footnotes.ts';
import { referenceWords } from './references.ts';
import type { ReferenceWords } from './references.ts';
import { hasLiveContent, isGone, isGoneRow, isStruck, joinsNext } from './revisions.ts';
import { beginsPart, hasLevels, ROLES } from './roles.ts';
import type { Role } from './roles.ts';
import { mapTable } from './table-map.ts';

/** How an inline enumeration is written: 一是, 第一，, （一）, （1）, ①. */
export const MARKER_STYLES = ['shi', 'di', 'paren', 'parenArabic', 'circled'] as const;
/** How the rows of a table are numbered in its 序号 column: 1, 一. */
export const ROW_NUMBER_STYLES = ['row', 'rowChinese'] as const;
export type RowNumberStyle = (typeof ROW_NUMBER_STYLES)[number];
export type MarkerStyle = (typeof MARKER_STYLES)[number] | RowNumberStyle;

export const isRowNumberStyle = (value: unknown): value is RowNumberStyle => (ROW_NUMBER_STYLES as readonly unknown[]).includes(value);

/** A computed label and where it belongs. */
export interface Label {
  /** Position before the paragraph or marker. */
  readonly pos: number;
  readonly text: string;
  readonly number: number;
}

/** Every label of a document, computed from its structure; nothing of it is stored. */
export interface Numbering {
  /** By position of the paragraph: heading numbers, 附件：1., 附件1, 抄送：, 签发人：. */
  readonly paragraphs: ReadonlyMap<number, Label>;
  /** By position of the marker node. */
  readonly markers: ReadonlyMap<number, Label>;
  /** By position of the reference node: 附件2, 第三部分, 前款 (references.ts). */
  readonly references: ReadonlyMap<number, ReferenceWords>;
  /** By position of the footnote: ①, through the whole document, where there are no pages to number them by. */
  readonly footnotes: ReadonlyMap<number, Label>;
}

/** The label of the n-th heading of a level (GB/T 9704—2012 7.3.3). */
export function headingLabel(level: number, number: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(number)}、`;
    case 2:
      return `（${chineseNumeral(number)}）`;
    case 3:
      return `${number}.`;
    case 4:
      return `（${number}）`;
    case 5:
      return circledNumber(number);
    default:
      return '';
  }
}

/** The label of the n-th 章, 节, 条, 项 or 目 with the blank that parts it from the text. */
export function articleLabel(level: number, number: number): string {
  switch (level) {
    case 1:
      return `第${chineseNumeral(number)}章\u3000`;
    case 2:
      return `第${chineseNumeral(number)}节\u3000`;
    case 3:
      return `第${chineseNumeral(number)}条\u3000`;
    case 4:
      return `（${chineseNumeral(number)}）`;
    case 5:
      return `${number}.`;
    default:
      return '';
  }
}

export function markerLabel(style: MarkerStyle, number: number): string {
  switch (style) {
    case 'shi':
      return `${chineseNumeral(number)}是`;
    case 'di':
      return `第${chineseNumeral(number)}，`;
    case 'paren':
      return `（${chineseNumeral(number)}）`;
    case 'parenArabic':
      return `（${number}）`;
    case 'circled':
      return circledNumber(number);
    case 'row':
      return String(number);
    case 'rowChinese':
      return chineseNumeral(number);
  }
}

/** 条 run on through 章 and 节. */
const CLAUSES = [3];

const NO_REFERENCES: ReadonlyMap<number, ReferenceWords> = new Map();

/** Words that stand before an element without being part of its text. */
const LEADS: Partial<Record<Role, string>> = { signatory: '签发人：', sentTo: '主送：', copyTo: '抄送：', present: '出席：', excused: '请假：', observing: '列席：' };

/**
 * Numbers a whole document in one walk. Headings count per level and restart under each higher one (template.ts, `NUMBERING_SCHEMES`);
 * 条 run on through all chapters and 项 restart under each 条 and each 款; an annex or an embedded document counts afresh.
 * Markers count within their paragraph; those that open consecutive paragraphs count on from one paragraph to the next until a
 * heading or a paragraph without one.
 */
export function numberDocument(doc: Node): Numbering {
  const paragraphs = new Map<number, Label>();
  const markers = new Map<number, Label>();
  const footnotes = new Map<number, Label>();
  const { totals, listed } = countAttachments(doc);
  const headings = [0, 0, 0, 0, 0, 0];
  const articles = [0, 0, 0, 0, 0, 0];
  const schemeOf = (value: unknown): NumberingScheme => (isNumberingScheme(value) ? value : 'standard');
  let scheme = schemeOf(doc.attrs.numbering);
  let attachments = 0;
  let annexes = 0;
  let series = new Map<string, number>();
  let hasReferences = false;
  let notes = 0;
  // Paragraphs whose ends are deleted read as one with the next, whose number stands before the first of them that has text left.
  let joined: { first: number | null; last: Node; index: number } | null = null;

  const numberParagraph = (para: Node, index: number, pos: number): void => {
    const { role, level } = para.attrs as { role: Role; level: number };
    if (beginsPart(role)) {
      headings.fill(0);
      articles.fill(0);
      scheme = schemeOf(para.attrs.numbering ?? doc.attrs.numbering);
    }
    if (hasLevels(role)) {
      if (level < 1 || level > 5) return;
      const counters = role === 'heading' ? headings : articles;
      const number = (para.attrs.startAt as number | null) ?? counters[level]! + 1;
      counters[level] = number;
      const runsOn = role === 'heading' ? runOnLevels(scheme) : CLAUSES;
      for (let below = level + 1; below <= 5; below++) if (!runsOn.includes(below)) counters[below] = 0;
      paragraphs.set(pos, { pos, number, text: role === 'heading' ? headingLabel(level, number) : articleLabel(level, number) });
    } else if (role === 'body') {
      // A new 款: its 项 count from （一） again.
      articles.fill(0, 4);
    } else if (role === 'attachmentNote') {
      attachments++;
      const many = totals.attachmentNote > 1;
      paragraphs.set(pos, { pos, number: attachments, text: `${attachments === 1 ? '附件：' : ''}${many ? `${attachments}.` : ''}` });
    } else if (role === 'annex') {
      // One that the 附件说明 names has the number it has there: others may have been sent separately.
      annexes = listed.get(para.attrs.anchor as string) ?? annexes + 1;
      paragraphs.set(pos, { pos, number: annexes, text: totals.annex > 1 || totals.attachmentNote > 1 ? `附件${annexes}` : '附件' });
    } else if (LEADS[role] !== undefined && isFirstOfRun(doc, para, index)) {
      paragraphs.set(pos, { pos, number: 1, text: role === 'copyTo' && isMinutes(doc) ? '分送：' : LEADS[role] });
    }
  };

  const numberMarkers = (para: Node, pos: number, countRow?: (style: RowNumberStyle, restart: boolean, gone: boolean) => number): void => {
    const opens = para.firstChild?.type.name === 'marker';
    if (!opens && series.size > 0) series = new Map();
    if (para.childCount === 1 && para.firstChild!.isText) return;
    // What an opening marker continues from; inline ones never look beyond their paragraph.
    const here = new Map<string, number>();
    para.forEach((child, offset, index) => {
      if (child.type.name === 'reference') hasReferences = true;
      if (child.type.name === 'footnote') {
        const number = notes + 1;
        if (!isStruck(child)) notes++;
        footnotes.set(pos + 1 + offset, { pos: pos + 1 + offset, number, text: footnoteLabel(number) });
      }
      if (child.type.name !== 'marker') return;
      const style = child.attrs.style as MarkerStyle;
      const before = index === 0 ? (series.get(style) ?? 0) : (here.get(style) ?? 0);
      const gone = isStruck(child);
      const number = countRow && isRowNumberStyle(style) ? countRow(style, child.attrs.restart as boolean, gone) : child.attrs.restart ? 1 : before + 1;
      // A deleted one shows the number it had; the next live one takes it.
      here.set(style, gone ? number - 1 : number);
      const at = pos + 1 + offset;
      markers.set(at, { pos: at, number, text: markerLabel(style, number) });
    });
    if (opens) {
      const style = para.firstChild!.attrs.style as MarkerStyle;
      series = new Map([...series, [style, here.get(style)!]]);
    }
  };

  /** Nothing follows that they could join. */
  const endJoined = (): void => {
    if (joined && joined.first !== null) numberParagraph(joined.last, joined.index, joined.first);
    joined = null;
  };

  doc.forEach((block, offset, index) => {
    if (block.type.name === 'para') {
      if (joinsNext(block)) joined = { first: joined?.first ?? (hasLiveContent(block) ? offset : null), last: block, index };
      else {
        numberParagraph(block, index, joined?.first ?? offset);
        joined = null;
      }
      if (series.size > 0 && hasLevels(block.attrs.role as Role)) series = new Map();
      if (block.childCount > 0) numberMarkers(block, offset);
      return;
    }
    endJoined();
    if (!hasComputedWords(block)) {
      series = new Map();
      return;
    }
    const countRow = createRowCounter(block);
    let cell = 0;
    let gone = false;
    block.descendants((node, pos) => {
      if (node.type.name === 'tableRow') gone = isGoneRow(node);
      if (node.type.name === 'tableCell') cell = pos;
      if (node.type.name !== 'para') return true;
      if (node.childCount > 0) numberMarkers(node, offset + 1 + pos, (style, restart, struck) => countRow(cell, style, restart, gone || struck));
      return false;
    });
    series = new Map();
  });
  endJoined();
  return { paragraphs, markers, references: hasReferences ? referenceWords(doc, paragraphs) : NO_REFERENCES, footnotes };
}

const tablesWithWords = new WeakMap<Node, boolean>();

/** A table holds markers or references; asked of every table at every key, so it is looked through once. */
export function hasComputedWords(table: Node): boolean {
  const known = tablesWithWords.get(table);
  if (known !== undefined) return known;
  let found = false;
  table.descendants((node) => {
    found ||= node.type.name === 'marker' || node.type.name === 'reference' || node.type.name === 'footnote';
    return !found;
  });
  tablesWithWords.set(table, found);
  return found;
}

/** Counts the rows of a table in each column that is numbered; a cell over several rows counts once. The grid is laid out only for a table that has such a column. */
function createRowCounter(table: Node): (cell: number, style: RowNumberStyle, restart: boolean, gone: boolean) => number {
  let columns: Map<number, number> | null = null;
  const counts = new Map<string, number>();
  return (cell, style, restart, gone) => {
    columns ??= new Map(mapTable(table).cells.map(({ pos, column }) => [pos, column]));
    const key = `${columns.get(cell)} ${style}`;
    const number = restart ? 1 : (counts.get(key) ?? 0) + 1;
    counts.set(key, gone ? number - 1 : number);
    return number;
  };
}

/** How many there are, and the numbers of the annexes that are tied to a line of the 附件说明, by anchor; of two lines of one annex the first counts. */
function countAttachments(doc: Node): { totals: { attachmentNote: number; annex: number }; listed: ReadonlyMap<string, number> } {
  const totals = { attachmentNote: 0, annex: 0 };
  const listed = new Map<string, number>();
  doc.forEach((block) => {
    const { role } = block.attrs;
    if ((role !== 'annex' && role !== 'attachmentNote') || isGone(block)) return;
    if (role === 'annex') totals.annex++;
    if (role !== 'attachmentNote') return;
    totals.attachmentNote++;
    if (typeof block.attrs.annex === 'string' && !listed.has(block.attrs.annex)) listed.set(block.attrs.annex, totals.attachmentNote);
  });
  return { totals, listed };
}

/** 纪要 are 分送 to those who were there and those concerned, not 抄送 beside a 主送 (GB/T 9704—2012 10.3 leaves the form to the office). */
export function isMinutes(doc: Node): boolean {
  if (doc.attrs.template === 'minutes') return true;
  for (const block of doc.children) {
    if (block.type.name !== 'para' || ROLES[block.attrs.role as Role].part !== 'masthead') return false;
    if (block.attrs.role === 'issuerMark' && /纪要\s*$/.test(block.textContent)) return true;
  }
  return false;
}

/** 抄送： stands once, before the first of consecutive paragraphs of that role. */
function isFirstOfRun(doc: Node, para: Node, index: number): boolean {
  for (let above = index - 1; above >= 0; above--) {
    const before = doc.child(above);
    if (before.attrs.role !== para.attrs.role) return true;
    if (!isGone(before)) return false;
  }
  return true;
}
