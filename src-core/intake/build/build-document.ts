import type { Mark, Node } from 'prosemirror-model';
import { beginsPart, ROLE_NAMES } from '../../document/roles.ts';
import { schema } from '../../document/schema.ts';
import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import type { Ledger } from '../ledger.ts';
import type { Cell, Grid } from '../lines.ts';
import { findItems, keepSeries } from '../recognise/enumerations.ts';
import type { Item } from '../recognise/enumerations.ts';
import { slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { createMarkerPlacer } from './markers.ts';

/** A line break inside a paragraph of a Word file travels as this character. */
export const SOFT_BREAK = '\ue00a';

/** Formats of the source's characters (bold …), by offset. */
export type Formats = ReadonlyMap<number, readonly Mark[]>;

/** The elements of a document, in the order of the paper. */
export interface Elements {
  readonly masthead: readonly Block[];
  readonly main: readonly Part[];
  readonly imprint: readonly Block[];
}

export interface Built {
  readonly blocks: Node[];
  /** Source offsets of the characters that stand in the document's text. */
  readonly kept: readonly number[];
}

/** Elements → nodes: headings get `startAt` where their number is not the computed one, enumerations become markers. */
export function buildBlocks(elements: Elements, formats: Formats, ledger: Ledger): Built {
  const masthead = [...elements.masthead].sort((a, b) => ROLE_NAMES.indexOf(a.role) - ROLE_NAMES.indexOf(b.role));
  const parts: Part[] = [...masthead, ...elements.main, ...elements.imprint];
  const items = itemsOf(parts);
  const placer = createMarkerPlacer();
  const startAt = createHeadingCounter();
  const kept: number[] = [];
  const inline = (text: Spelled, found: readonly Item[]): Node[] => {
    const nodes: Node[] = [];
    let done = 0;
    for (const item of placer.place(found)) {
      nodes.push(...textNodes(slice(text, done, item.start), formats, kept));
      ledger.note('computed-label', slice(text, item.start, item.start + item.length));
      nodes.push(schema.nodes.marker.create({ style: item.style, restart: item.restart }));
      done = item.start + item.length;
    }
    return [...nodes, ...textNodes(slice(text, done), formats, kept)];
  };
  const blocks = parts.map((part, index): Node => {
    if (!isBlock(part)) {
      const table = buildTable(part, (text) => inline(text, items.get(text) ?? []));
      placer.reset();
      return table;
    }
    if (part.role === 'heading') placer.reset();
    const attrs = {
      role: part.role, level: part.level, runIn: part.runIn, startAt: startAt(part, ledger), align: part.align ?? null,
      ...(part.role === 'annex' && (part.line?.source?.landscape || isWideTable(parts[index + 1])) ? { landscape: true } : {}),
    };
    return schema.nodes.para.create(attrs, inline(part.text, items.get(part.text) ?? []));
  });
  return { blocks: blocks.length > 0 ? blocks : [schema.nodes.para.create()], kept };
}

/** A task table of five columns or more does not fit an upright page: its annex is set across. */
const isWideTable = (part: Part | undefined): boolean => part !== undefined && !isBlock(part) && (part.rows[0]?.length ?? 0) >= 5;

/** Enumerations of every text that may hold one: body, headings with text, cells. */
function itemsOf(parts: readonly Part[]): Map<Spelled, Item[]> {
  const texts = parts.flatMap((part): Spelled[] => {
    if (!isBlock(part)) return part.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    return part.role === 'body' || part.role === 'heading' ? [part.text] : [];
  });
  const series = keepSeries(texts.map((text) => findItems(text.text)));
  return new Map(texts.map((text, index) => [text, series[index]!]));
}

/** Counts headings as numberDocument does; returns the number to state where the computed one would differ. */
function createHeadingCounter(): (block: Block, ledger: Ledger) => number | null {
  const counters = [0, 0, 0, 0, 0];
  const highest = [0, 0, 0, 0, 0];
  return (block, ledger) => {
    if (beginsPart(block.role)) {
      counters.fill(0);
      highest.fill(0);
    }
    if (block.role !== 'heading' || !block.label) return null;
    const { level, number } = block.label;
    const computed = counters[level]! + 1;
    const runsOn = number === highest[level]! + 1;
    if (number !== computed && !runsOn && number !== 1 && highest[level]! > 0) ledger.note('doubtful-structure', slice(block.text, 0, 1));
    counters[level] = number;
    highest[level] = number;
    counters.fill(0, level + 1);
    return number === computed ? null : number;
  };
}

function textNodes(text: Spelled, formats: Formats, kept: number[]): Node[] {
  const nodes: Node[] = [];
  for (const offset of text.at) if (offset >= 0) kept.push(offset);
  if (formats.size === 0 && !text.text.includes(SOFT_BREAK)) return text.text === '' ? [] : [schema.text(text.text)];
  let done = 0;
  const marksAt = (i: number): readonly Mark[] => formats.get(text.at[i]!) ?? [];
  const flush = (end: number): void => {
    if (end > done) nodes.push(schema.text(text.text.slice(done, end), marksAt(done)));
    done = end;
  };
  for (let i = 0; i < text.text.length; i++) {
    if (text.text[i] === SOFT_BREAK) {
      flush(i);
      nodes.push(schema.nodes.lineBreak.create());
      done = i + 1;
    } else if (i > done && !sameMarks(marksAt(i), marksAt(done))) flush(i);
  }
  flush(text.text.length);
  return nodes;
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean => a === b || (a.length === b.length && a.every((mark, index) => mark.eq(b[index]!)));

function buildTable(grid: Grid, inline: (text: Spelled) => Node[]): Node {
  // Columns still covered by a cell of an earlier row, and for how many rows: they shift the cells of this one to the right.
  const covered: number[] = [];
  const rows = grid.rows.map((row, index) => {
    let column = 0;
    const next = covered.map((left) => Math.max(0, left - 1));
    const cells = row.map(({ paragraphs, colspan, rowspan }: Cell) => {
      while ((covered[column] ?? 0) > 0) column++;
      const widths = grid.widths?.slice(column, column + colspan);
      for (let c = column; c < column + colspan; c++) next[c] = rowspan - 1;
      column += colspan;
      const paras = paragraphs.map((text) => schema.nodes.para.create(null, inline(text)));
      return schema.nodes.tableCell.create({ colspan, rowspan, colwidth: widths?.length === colspan ? widths : null }, paras.length > 0 ? paras : [schema.nodes.para.create()]);
    });
    covered.splice(0, covered.length, ...Array.from(next, (left) => left ?? 0));
    return schema.nodes.tableRow.create({ header: index < grid.headerRows }, cells);
  });
  return schema.nodes.table.create(null, rows);
}
