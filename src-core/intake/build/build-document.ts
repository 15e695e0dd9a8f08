import type { Mark, Node } from 'prosemirror-model';
import { beginsPart, hasLevels, ROLE_NAMES } from '../../document/roles.ts';
import { schema } from '../../document/schema.ts';
import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import { readGrid } from '../../document/table/grid.ts';
import { findTypedNumbers, isNumberHead, readNumber } from '../../document/table/row-numbers.ts';
import type { Ledger } from '../ledger.ts';
import { cellText } from '../lines.ts';
import type { Cell, Grid } from '../lines.ts';
import { findItems, keepSeries, readItem } from '../recognise/enumerations.ts';
import type { Item } from '../recognise/enumerations.ts';
import { slice } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import type { NumberingScheme } from '../../template/template.ts';
import { createMarkerPlacer } from './markers.ts';
import { readSchemes } from './numbering-scheme.ts';

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
  /** What each block was made of. */
  readonly parts: readonly Part[];
  /** 编号方式 of the document. */
  readonly numbering: NumberingScheme;
  /** Source offsets of the characters that stand in the document's text. */
  readonly kept: readonly number[];
}

/** Elements → nodes: headings get `startAt` where their number is not the one computed in the 编号方式 of their part, enumerations become markers. */
export function buildBlocks(elements: Elements, formats: Formats, ledger: Ledger): Built {
  const masthead = [...elements.masthead].sort((a, b) => ROLE_NAMES.indexOf(a.role) - ROLE_NAMES.indexOf(b.role));
  const parts: Part[] = [...masthead, ...elements.main, ...elements.imprint];
  const items = itemsOf(parts);
  const placer = createMarkerPlacer();
  const schemes = readSchemes(parts);
  const numbering = schemes.get(null) ?? 'standard';
  const startAt = createCounter(schemes);
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
      const table = buildTable(part, (text) => inline(text, items.get(text) ?? []), numberedColumn(part), ledger);
      placer.reset();
      return table;
    }
    if (hasLevels(part.role)) placer.reset();
    const attrs = {
      role: part.role, level: part.level, runIn: part.runIn, startAt: startAt(part, ledger), align: part.align ?? null,
      ...(beginsPart(part.role) && schemes.get(part) !== numbering ? { numbering: schemes.get(part) ?? null } : {}),
      ...(part.role === 'annex' && (part.line?.source?.landscape || isWideTable(parts[index + 1])) ? { landscape: true } : {}),
    };
    return schema.nodes.para.create(attrs, inline(part.text, items.get(part.text) ?? []));
  });
  return { blocks: blocks.length > 0 ? blocks : [schema.nodes.para.create()], parts, numbering, kept };
}

/** A task table of five columns or more does not fit an upright page: its annex is set across. */
const isWideTable = (part: Part | undefined): boolean => part !== undefined && !isBlock(part) && (part.rows[0]?.length ?? 0) >= 5;

/** Enumerations of every text that may hold one: body, headings and articles with text, cells; and what a file of ours says are such. */
function itemsOf(parts: readonly Part[]): Map<Spelled, Item[]> {
  const said = new Map<Spelled, Item[]>();
  const texts = parts.flatMap((part): Spelled[] => {
    if (!isBlock(part)) return part.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    if (part.role !== 'body' && !hasLevels(part.role)) return [];
    said.set(part.text, saidItems(part));
    return [part.text];
  });
  const series = keepSeries(texts.map((text) => findItems(text.text)));
  return new Map(texts.map((text, index) => {
    const known = said.get(text) ?? [];
    const found = series[index]!.filter((item) => !known.some((each) => each.start < item.start + item.length && item.start < each.start + each.length));
    return [text, [...known, ...found].sort((a, b) => a.start - b.start)];
  }));
}

function saidItems({ text, line }: Block): Item[] {
  return (line?.source?.markers ?? []).flatMap(([start, end]) => {
    const from = text.at.indexOf(line!.at[0]! - line!.indent + start);
    const item = from < 0 ? undefined : readItem(text.text.slice(from, from + end - start));
    return item ? [{ ...item, start: from, length: end - start }] : [];
  });
}

/** Counts headings and articles as numberDocument does; returns the number to state where the computed one would differ. */
function createCounter(schemes: ReturnType<typeof readSchemes>): (block: Block, ledger: Ledger) => number | null {
  const headings = [0, 0, 0, 0, 0, 0];
  const articles = [0, 0, 0, 0, 0, 0];
  const highest = [0, 0, 0, 0, 0, 0];
  const main = schemes.get(null) ?? 'standard';
  let scheme = main;
  return (block, ledger) => {
    if (beginsPart(block.role)) {
      for (const each of [headings, articles, highest]) each.fill(0);
      scheme = schemes.get(block) ?? main;
    }
    if (block.role === 'body') articles.fill(0, 4);
    if (!hasLevels(block.role)) return null;
    const counters = block.role === 'heading' ? headings : articles;
    const { level } = block;
    const computed = counters[level]! + 1;
    const number = block.label?.number ?? computed;
    if (block.role === 'heading' && block.label) {
      const runsOn = number === highest[level]! + 1;
      if (number !== computed && !runsOn && number !== 1 && highest[level]! > 0) ledger.doubt('number-jumps', block.text);
      highest[level] = number;
    } else if (number !== computed && computed > 1) ledger.doubt('number-jumps', block.text);
    counters[level] = number;
    const keeps = block.role === 'heading' ? (scheme === 'continuous' ? 2 : 0) : 3;
    for (let below = level + 1; below <= 5; below++) if (below !== keeps) counters[below] = 0;
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

/** The column headed 序号 whose numbers are typed as they would be computed: they are computed from now on. */
function numberedColumn(grid: Grid): ReturnType<typeof findTypedNumbers> {
  if (!grid.rows.slice(0, grid.headerRows).some((row) => row.some((cell) => isNumberHead(cellText(cell))))) return null;
  return findTypedNumbers(readGrid(buildTable(grid, ({ text }) => (text === '' ? [] : [schema.text(text)]), null)));
}

function buildTable(grid: Grid, inline: (text: Spelled) => Node[], numbered: ReturnType<typeof findTypedNumbers>, ledger?: Ledger): Node {
  // Columns still covered by a cell of an earlier row, and for how many rows: they shift the cells of this one to the right.
  const covered: number[] = [];
  const rows = grid.rows.map((row, index) => {
    let column = 0;
    const next = covered.map((left) => Math.max(0, left - 1));
    const cells = row.map(({ paragraphs, colspan, rowspan }: Cell) => {
      while ((covered[column] ?? 0) > 0) column++;
      const widths = grid.widths?.slice(column, column + colspan);
      const isNumber = column === numbered?.column && colspan === 1 && index >= grid.headerRows && paragraphs.length === 1 && readNumber(paragraphs[0]!.text) !== null;
      for (let c = column; c < column + colspan; c++) next[c] = rowspan - 1;
      column += colspan;
      if (isNumber) ledger?.note('computed-label', paragraphs[0]!);
      const paras = isNumber ? [schema.nodes.para.create(null, schema.nodes.marker.create({ style: numbered!.style }))] : paragraphs.map((text) => schema.nodes.para.create(null, inline(text)));
      return schema.nodes.tableCell.create({ colspan, rowspan, colwidth: widths?.length === colspan ? widths : null }, paras.length > 0 ? paras : [schema.nodes.para.create()]);
    });
    covered.splice(0, covered.length, ...Array.from(next, (left) => left ?? 0));
    return schema.nodes.tableRow.create({ header: index < grid.headerRows }, cells);
  });
  return schema.nodes.table.create(null, rows);
}
