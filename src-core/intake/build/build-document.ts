import type { Node } from 'prosemirror-model';
import type { SaidNumbering } from '../../document/said-numbering.ts';
import { bareName } from '../../document/attachments.ts';
import { beginsPart, hasLevels, ROLES, ROLE_NAMES } from '../../document/roles.ts';
import { schema } from '../../document/schema.ts';
import { isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import { LANDSCAPE_MEASURE, UPRIGHT_MEASURE } from '../../document/table/widths.ts';
import type { Twips } from '../../units/length.ts';
import type { Ledger } from '../ledger.ts';
import { findItems, keepSeries, readItem } from '../recognise/enumerations.ts';
import type { Item } from '../recognise/enumerations.ts';
import type { SourceAnchors, Span } from '../source.ts';
import { firstOffset, indexOfOffset, offsetAt, slice, spansOf } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { runOnLevels } from '../../template/template.ts';
import type { NumberingScheme } from '../../template/template.ts';
import type { Carried } from '../place-blocks.ts';
import { buildTable, fittedWidths, isWideTable, numberedColumn } from './build-table.ts';
import { createMarkerPlacer } from './markers.ts';
import { createNodeMaker } from './node-maker.ts';
import type { MakeNode } from './node-maker.ts';
import { readSchemes } from './numbering-scheme.ts';
import { deletedParagraphs, paragraphsOf } from './paragraphs.ts';
import { createWeaver } from './weave.ts';
import type { Weaver, Woven } from './weave.ts';

/** The elements of a document, in the order of the paper. */
export interface Elements {
  readonly masthead: readonly Block[];
  readonly main: readonly Part[];
  readonly imprint: readonly Block[];
}

export interface Built {
  readonly blocks: Node[];
  /** What the blocks were made of, in their order. */
  readonly parts: readonly Part[];
  /** Of each part, the index of the block it became. */
  readonly places: readonly number[];
  /** 编号方式 of the document. */
  readonly numbering: NumberingScheme;
  /** Stretches of the source that stand in the document's text. */
  readonly kept: readonly Span[];
}

/** Elements → nodes: what the file `said` of their numbers is believed as readSchemes does; headings get `startAt` where their number is not the one computed in the 编号方式 of their part, enumerations become markers. */
export function buildBlocks(elements: Elements, carried: Carried, ledger: Ledger, said: readonly SaidNumbering[] = []): Built {
  const masthead = [...elements.masthead].sort((a, b) => ROLE_NAMES.indexOf(a.role) - ROLE_NAMES.indexOf(b.role));
  const parts: Part[] = [...masthead, ...elements.main, ...elements.imprint];
  const placer = createMarkerPlacer();
  const schemes = readSchemes(parts, said);
  const numbering = schemes.get(null) ?? 'standard';
  const startAt = createCounter(schemes);
  const weaver = createWeaver(carried);
  const make = createNodeMaker();
  const anchorsOf = createAnchors(weaver);
  const items = itemsOf(parts, weaver);
  const inline = (text: Spelled, found: readonly Item[]): Woven[] => {
    const woven: Woven[] = [];
    let done = 0;
    for (const item of placer.place(found)) {
      for (const each of weaver.text(slice(text, done, item.start))) woven.push(each);
      ledger.note('computed-label', slice(text, item.start, item.start + item.length));
      woven.push(schema.nodes.marker.create({ style: item.style, restart: item.restart }, null, weaver.marksAt(offsetAt(text, item.start))));
      done = item.start + item.length;
    }
    return [...woven, ...weaver.text(slice(text, done)), ...weaver.tail(text)];
  };
  doubtAnnexNumbers(parts, ledger);
  let measure: Twips = UPRIGHT_MEASURE;
  const built = parts.map((part, index): Node[] => {
    if (!isBlock(part)) {
      const table = buildTable(part.widths ? part : { ...part, widths: fittedWidths(part, measure) }, { inline: (text) => inline(text, items.get(text) ?? []), weaver, numbered: numberedColumn(part), ledger, make });
      placer.reset();
      return [table];
    }
    if (hasLevels(part.role)) placer.reset();
    const landscape = part.role === 'annex' && (part.line?.source?.landscape === true || (part.line?.source?.role === undefined && isSetAcross(parts, index)));
    if (beginsPart(part.role)) measure = landscape ? LANDSCAPE_MEASURE : UPRIGHT_MEASURE;
    const attrs = {
      role: part.role, level: part.level, runIn: part.runIn, startAt: startAt(part, ledger), align: part.align ?? null,
      ...(beginsPart(part.role) && schemes.get(part) !== numbering ? { numbering: schemes.get(part) ?? null } : {}),
      ...(landscape ? { landscape: true } : {}),
    };
    const { tc, commentIds } = weaver.endOf(part.text);
    return paragraphsOf(make, attrs, inline(part.text, items.get(part.text) ?? []), { ...(tc ? { tc } : {}), ...(commentIds ? { commentIds } : {}), ...anchorsOf(part) });
  });
  const { blocks, places } = withDeleted(make, parts, built, weaver);
  return { blocks: blocks.length > 0 ? blocks : [schema.nodes.para.create()], parts, places, numbering, kept: weaver.kept };
}

/** Paragraphs deleted whole stand before the next of the file; what was deleted in a line that is left out, likewise. */
function withDeleted(make: MakeNode, parts: readonly Part[], built: readonly Node[][], weaver: Weaver): { blocks: Node[]; places: number[] } {
  const rest = weaver.rest();
  const starts = rest.length === 0 ? [] : parts.map((part) => {
    const texts = isBlock(part) ? [part.text] : part.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    return texts.reduce((least, text) => spansOf(text).reduce((low, [start]) => Math.min(low, start), least), Infinity);
  });
  const order = starts.map((_, index) => index).filter((index) => starts[index] !== Infinity).sort((a, b) => starts[a]! - starts[b]!);
  const before = new Map<number, Node[]>();
  for (const { line, woven } of rest) {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[order[middle]!]! > line.start) high = middle;
      else low = middle + 1;
    }
    const next = order[low] ?? parts.length;
    before.set(next, (before.get(next) ?? []).concat(deletedParagraphs(make, line, woven)));
  }
  const blocks: Node[] = [];
  const places = [...built, []].map((nodes, index) => {
    for (const node of before.get(index) ?? []) blocks.push(node);
    for (const node of nodes) blocks.push(node);
    return blocks.length - nodes.length;
  });
  return { blocks, places };
}

/** Whether the annex that begins at `index` has a table that does not fit an upright page; a file of ours says how it is set. */
function isSetAcross(parts: readonly Part[], index: number): boolean {
  for (let at = index + 1; at < parts.length; at++) {
    const part = parts[at]!;
    if (isBlock(part) ? beginsPart(part.role) || ROLES[part.role].part !== 'main' : isWideTable(part)) return !isBlock(part);
  }
  return false;
}

/** Enumerations of every text that may hold one: body, headings and articles with text, cells; and what a file of ours says are such. */
function itemsOf(parts: readonly Part[], weaver: Weaver): Map<Spelled, Item[]> {
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
    const isReference = (item: Item): boolean => Array.from({ length: item.length }, (_, at) => offsetAt(text, item.start + at)).some(weaver.refersAt);
    const found = series[index]!.filter((item) => !isReference(item) && !known.some((each) => each.start < item.start + item.length && item.start < each.start + each.length));
    return [text, [...known, ...found].sort((a, b) => a.start - b.start)];
  }));
}

function saidItems({ text, line }: Block): Item[] {
  return (line?.source?.markers ?? []).flatMap(([start, end]) => {
    const from = indexOfOffset(text, firstOffset(line!) - line!.indent + start);
    const item = from < 0 ? undefined : readItem(text.text.slice(from, from + end - start));
    return item ? [{ ...item, start: from, length: end - start }] : [];
  });
}

/** What each part is pointed to by; where a line was taken apart, its first piece. */
function createAnchors(weaver: Weaver): (block: Block) => SourceAnchors {
  const taken = new Set<string>();
  return ({ text, line }) => {
    const { anchor, annex } = weaver.startOf(text) ?? line?.source ?? {};
    const isOurs = anchor !== undefined && !taken.has(anchor);
    if (isOurs) taken.add(anchor);
    return { ...(isOurs ? { anchor } : {}), ...(annex ? { annex } : {}) };
  };
}

/** An annex has the number of the line of the 附件说明 that has its name (7.3.7); where another was typed, a person looks which is right. */
function doubtAnnexNumbers(parts: readonly Part[], ledger: Ledger): void {
  const names = parts.flatMap((part) => (isBlock(part) && part.role === 'attachmentNote' ? [bareName(part.text.text)] : []));
  for (const part of parts) {
    if (!isBlock(part) || part.number === undefined) continue;
    const name = bareName(part.text.text);
    if (name !== '' && names.includes(name) && names[part.number - 1] !== name) ledger.doubt('annex-number', part.text);
  }
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
    const keeps = block.role === 'heading' ? runOnLevels(scheme) : [3];
    for (let below = level + 1; below <= 5; below++) if (!keeps.includes(below)) counters[below] = 0;
    return number === computed ? null : number;
  };
}
