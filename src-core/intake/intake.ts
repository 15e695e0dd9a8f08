import type { Mark, Node } from 'prosemirror-model';
import { schema } from '../document/schema.ts';
import type { Template } from '../template/template.ts';
import { SOFT_BREAK, buildBlocks } from './build/build-document.ts';
import type { Built } from './build/build-document.ts';
import { linkReferences } from './build/link-references.ts';
import { isBlock } from './block.ts';
import type { Block } from './block.ts';
import { adoptTemplate } from './choose-template.ts';
import type { FindTemplate } from './choose-template.ts';
import { removeBlanks } from './clean/blanks.ts';
import { cleanCharacters } from './clean/characters.ts';
import { dropContents } from './clean/contents.ts';
import { dropDuplicates } from './clean/duplicates.ts';
import { dropForeignArticles } from './clean/foreign-articles.ts';
import { dropPageNumbers } from './clean/page-numbers.ts';
import { dropTags } from './clean/tags.ts';
import { dropWebsiteRemains } from './clean/website.ts';
import type { PageFacts } from './clean/website.ts';
import { joinLines } from './join-lines.ts';
import { readKnownElements } from './known-elements.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { isLine, splitLines, withText } from './lines.ts';
import type { Grid, Line, Piece } from './lines.ts';
import { readArticles } from './recognise/articles.ts';
import { readBody } from './recognise/body.ts';
import { headFromPage, readHead } from './recognise/head.ts';
import { readHeadings } from './recognise/headings.ts';
import { reportDocument } from './report-document.ts';
import type { ImportReport } from './report.ts';
import type { SourceBlock } from './source.ts';
import { EMPTY, spell } from './spelled.ts';
import { splitGlued } from './split-glued.ts';
import { readTables } from './tables.ts';

/** A document made from a raw text or a Word file, and the account of how. */
export interface Intake {
  readonly doc: Node;
  readonly report: ImportReport;
}

/** An intake, and which characters of the source stand in the document: what tests hold against the account. */
export interface TracedIntake extends Intake {
  readonly kept: readonly number[];
}

/** Never throws, whatever the text; time grows with its length only. `template` overrules the one chosen by the title. */
export function intakeText(text: string, template?: Template, find?: FindTemplate): Intake {
  const { doc, report } = traceText(text, template, find);
  return { doc, report };
}

/** `intakeText`, with the characters kept. */
export function traceText(text: string, template?: Template, find?: FindTemplate): TracedIntake {
  const ledger = createLedger();
  const lines = dropTags(splitLines(text, ledger), ledger);
  return intakePieces(readTables(lines, ledger), { ledger, formats: new Map(), placed: true, template, find });
}

/** Paragraphs and tables of a Word file → document. What the file itself says (styles of ours) is believed. */
export function intakeBlocks(blocks: readonly SourceBlock[], template?: Template, find?: FindTemplate): Intake {
  const ledger = createLedger();
  const { pieces, formats } = placeBlocks(blocks);
  const { doc, report } = intakePieces(pieces, { ledger, formats, placed: false, template, find });
  return { doc, report };
}

interface Task {
  readonly ledger: Ledger;
  readonly formats: ReadonlyMap<number, readonly Mark[]>;
  readonly placed: boolean;
  readonly template: Template | undefined;
  readonly find: FindTemplate | undefined;
}

/** The pipeline: clean → take lines apart and put them together → recognise elements → build → report. */
function intakePieces(raw: readonly Piece[], task: Task): TracedIntake {
  const { ledger } = task;
  const known = readKnownElements(raw, ledger);
  if (known) return finish(buildBlocks(known, task.formats, ledger), {}, task);
  const { pieces, facts, dropped } = cleanPieces(raw, ledger);
  const head = headFromPage(readHead(pieces, { facts, dropped }, ledger), facts);
  const title = head.main.find((each) => each.role === 'title')?.text.text ?? '';
  const body = readBody(joinLines(pieces.slice(head.end), ledger), title, dropped > 0, ledger);
  const parts = readHeadings(readArticles([...head.main, ...body.parts], ledger), ledger);
  const [results, main] = partition(parts, (part) => isBlock(part) && part.role === 'resultMark');
  const built = buildBlocks({ masthead: [...head.masthead, ...(results as Block[])], main, imprint: body.imprint }, task.formats, ledger);
  return finish(built, facts, task);
}

function finish({ blocks, numbering, kept }: Built, facts: PageFacts, { ledger, placed, template, find }: Task): TracedIntake {
  const { doc: bare, count } = linkReferences(schema.nodes.doc.create({ numbering }, blocks));
  for (let i = 0; i < count; i++) ledger.note('linked-reference', EMPTY);
  const report = reportDocument(bare, ledger.entries(placed), facts.issuer === undefined ? {} : { pageIssuer: facts.issuer });
  return { doc: adoptTemplate(bare, report, template, find), report, kept };
}

/** Everything that needs no knowledge of elements, in the order in which one step prepares the next. */
function cleanPieces(raw: readonly Piece[], ledger: Ledger): { pieces: readonly Piece[]; facts: PageFacts; dropped: number } {
  let facts: PageFacts = {};
  let dropped = 0;
  const cleanLines = (lines: readonly Line[]): Line[] => {
    const paged = dropPageNumbers(lines.map((line) => (isOurs(line) ? line : withText(line, cleanCharacters(line, ledger)))), ledger);
    const site = dropWebsiteRemains(dropForeignArticles(paged, ledger), ledger);
    facts = site.facts;
    dropped = site.dropped;
    return splitGlued(dropContents(dropDuplicates(site.lines, ledger), ledger), ledger).map((line) => (isOurs(line) ? line : withText(line, removeBlanks(line, ledger))));
  };
  return { pieces: aroundTables(raw, cleanLines), facts, dropped };
}

const isOurs = (line: Line): boolean => line.source?.role !== undefined;

/** Lets a step over lines run across tables: a table keeps its place after the last line kept before it. */
function aroundTables(pieces: readonly Piece[], step: (lines: readonly Line[]) => Line[]): Piece[] {
  const grids: { readonly after: number; readonly grid: Grid }[] = [];
  let last = -1;
  for (const piece of pieces) {
    if (isLine(piece)) last = piece.at[0] ?? last;
    else grids.push({ after: last, grid: piece });
  }
  const result: Piece[] = [];
  let next = 0;
  for (const line of step(pieces.filter(isLine))) {
    while (next < grids.length && (line.at.find((offset) => offset >= 0) ?? -1) > grids[next]!.after) result.push(grids[next++]!.grid);
    result.push(line);
  }
  return [...result, ...grids.slice(next).map(({ grid }) => grid)];
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** Gives the paragraphs of a Word file places in one imagined text, so that formats and the account find their characters. */
function placeBlocks(blocks: readonly SourceBlock[]): { pieces: Piece[]; formats: Map<number, Mark[]> } {
  const pieces: Piece[] = [];
  const formats = new Map<number, Mark[]>();
  let offset = 0;
  let gap = false;
  for (const source of blocks) {
    if (source.kind === 'table') {
      const rows = source.rows.map((row) => row.map((cell) => ({
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        paragraphs: cell.paragraphs.map((text) => {
          offset += text.length + 1;
          return spell(text.replaceAll('\n', SOFT_BREAK), offset - text.length - 1);
        }),
      })));
      pieces.push({ kind: 'table', rows, headerRows: source.headerRows, ...(source.widths ? { widths: source.widths } : {}) });
      continue;
    }
    const text = source.text.replaceAll('\n', SOFT_BREAK);
    const start = offset;
    offset += text.length + 1;
    for (const { span, mark } of source.formats ?? []) {
      for (let i = span[0]; i < span[1]; i++) formats.set(start + i, [...(formats.get(start + i) ?? []), schema.marks[mark].create()]);
    }
    const trimmed = text.trim();
    if (trimmed === '') {
      gap = true;
      continue;
    }
    const lead = text.length - text.trimStart().length;
    const spelled = spell(trimmed, start + lead);
    pieces.push({ kind: 'line', ...spelled, gap, page: false, indent: lead, tabs: 0, marked: false, source });
    gap = false;
  }
  return { pieces, formats };
}
