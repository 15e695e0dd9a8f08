import type { Mark, Node } from 'prosemirror-model';
import { ROLES } from '../document/roles.ts';
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
import { dropRunningHeads } from './clean/running-heads.ts';
import { dropTags } from './clean/tags.ts';
import { dropWebsiteRemains } from './clean/website.ts';
import type { PageFacts } from './clean/website.ts';
import { closeBrackets, joinLines } from './join-lines.ts';
import { readKnownElements } from './known-elements.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { isLine, splitLines, withText } from './lines.ts';
import type { Line, Piece } from './lines.ts';
import { readArticles } from './recognise/articles.ts';
import { readBody } from './recognise/body.ts';
import { headFromPage, readHead } from './recognise/head.ts';
import { readHeadings } from './recognise/headings.ts';
import { reportDocument } from './report-document.ts';
import type { Doubt, ImportReport } from './report.ts';
import type { Known, SourceBlock } from './source.ts';
import { EMPTY, spell, trim } from './spelled.ts';
import { splitGlued } from './split-glued.ts';
import { markKnown } from './mark-known.ts';
import { recognise } from './recognition.ts';
import type { Recognition } from './recognition.ts';
import { readTables } from './tables.ts';

/** A document made from a raw text or a Word file, and the account of how. */
export interface Intake {
  readonly doc: Node;
  readonly report: ImportReport;
  readonly recognition: Recognition;
}

/** An intake, and which characters of the source stand in the document: what tests hold against the account. */
export interface TracedIntake extends Intake {
  readonly kept: readonly number[];
}

/** What is known beforehand: a template that overrules the one chosen by the title (null: none), where to find templates, what a person said of places. */
export interface IntakeOptions {
  readonly template?: Template | null | undefined;
  readonly find?: FindTemplate | undefined;
  readonly known?: readonly Known[] | undefined;
}

/** Never throws, whatever the text; time grows with its length only. */
export function intakeText(text: string, options?: IntakeOptions): Intake {
  const { doc, report, recognition } = traceText(text, options);
  return { doc, report, recognition };
}

/** `intakeText`, with the characters kept. */
export function traceText(text: string, options: IntakeOptions = {}): TracedIntake {
  const ledger = createLedger();
  const known = options.known ?? [];
  const lines = dropTags(splitLines(text, ledger), ledger);
  return intakePieces(readTables(known.length > 0 ? markKnown(lines, known).filter(isLine) : lines, ledger), { ledger, formats: new Map(), source: text, options });
}

/** Paragraphs and tables of a Word file → document. What the file itself says (styles of ours) is believed. */
export function intakeBlocks(blocks: readonly SourceBlock[], options: IntakeOptions = {}): Intake {
  const ledger = createLedger();
  const { pieces, formats, source } = placeBlocks(blocks);
  const { doc, report, recognition } = intakePieces(options.known ? markKnown(pieces, options.known) : pieces, { ledger, formats, source, options });
  return { doc, report, recognition };
}

interface Task {
  readonly ledger: Ledger;
  readonly formats: ReadonlyMap<number, readonly Mark[]>;
  readonly source: string;
  readonly options: IntakeOptions;
}

/** The pipeline: clean → take lines apart and put them together → recognise elements → build → report. */
function intakePieces(raw: readonly Piece[], task: Task): TracedIntake {
  const { ledger } = task;
  const known = readKnownElements(raw, ledger);
  if (known) return finish(buildBlocks(known, task.formats, ledger), {}, task);
  const cleaned = cleanPieces(raw, ledger);
  const { facts, dropped } = cleaned;
  const pieces = closeBrackets(cleaned.pieces, ledger);
  const head = headFromPage(readHead(pieces, { facts, dropped }, ledger), facts);
  const title = head.main.find((each) => each.role === 'title')?.text.text ?? '';
  const body = readBody(joinLines(pieces.slice(head.end), ledger), title, dropped > 0, ledger);
  const parts = readHeadings(readArticles([...head.main, ...body.parts], ledger), ledger);
  const [results, main] = partition(parts, (part) => isBlock(part) && ROLES[part.role].part === 'masthead');
  const built = buildBlocks({ masthead: [...head.masthead, ...(results as Block[])], main, imprint: body.imprint }, task.formats, ledger);
  return finish(built, facts, task);
}

function finish({ blocks, parts, numbering, kept }: Built, facts: PageFacts, { ledger, source, options }: Task): TracedIntake {
  const { doc: bare, count } = linkReferences(schema.nodes.doc.create({ numbering }, blocks));
  for (let i = 0; i < count; i++) ledger.note('linked-reference', EMPTY);
  const report = reportDocument(bare, ledger.entries(), facts.issuer === undefined ? {} : { pageIssuer: facts.issuer });
  const { doc, choice } = adoptTemplate(bare, report, options.template, options.find);
  const missing: Doubt[] = report.title === null && choice === null ? [{ reason: 'no-title', span: [0, 0], text: '', proposal: null }] : [];
  const recognition = { source, elements: recognise(parts, source), doubts: [...ledger.doubts(), ...missing], choice, known: options.known ?? [] };
  return { doc, report, recognition, kept };
}

/** Everything that needs no knowledge of elements, in the order in which one step prepares the next. */
function cleanPieces(raw: readonly Piece[], ledger: Ledger): { pieces: readonly Piece[]; facts: PageFacts; dropped: number } {
  let facts: PageFacts = {};
  let dropped = 0;
  const cleanLines = (lines: readonly Line[]): Line[] => {
    const clean = lines.map((line) => (isOurs(line) ? line : withText(line, trim(cleanCharacters(line, ledger)))));
    const paged = dropPageNumbers(dropRunningHeads(clean, ledger), ledger);
    const site = dropWebsiteRemains(dropForeignArticles(paged, ledger), ledger);
    facts = site.facts;
    dropped = site.dropped;
    return splitGlued(dropContents(dropDuplicates(site.lines, ledger), ledger), ledger).map((line) => (isOurs(line) ? line : withText(line, removeBlanks(line, ledger))));
  };
  return { pieces: aroundTables(raw.map((piece) => (isLine(piece) && piece.said ? cleanSaid(piece, ledger) : piece)), cleanLines), facts, dropped };
}

/** What a person spoke of is not taken apart or left out; only its characters are set right. */
function cleanSaid(line: Line, ledger: Ledger): Line {
  const clean = isOurs(line) ? line : withText(line, cleanCharacters(line, ledger));
  return isOurs(clean) ? clean : withText(clean, removeBlanks(clean, ledger));
}

const isOurs = (line: Line): boolean => line.source?.role !== undefined;

/** Lets a step over lines run across tables and lines a person spoke of: these keep their place after the last line kept before them. */
function aroundTables(pieces: readonly Piece[], step: (lines: readonly Line[]) => Line[]): Piece[] {
  const fixed: { readonly after: number; readonly piece: Piece }[] = [];
  let last = -1;
  for (const piece of pieces) {
    if (isLine(piece) && !piece.said) last = piece.at[0] ?? last;
    else fixed.push({ after: last, piece });
  }
  const result: Piece[] = [];
  let next = 0;
  for (const line of step(pieces.filter(isLine).filter((line) => !line.said))) {
    while (next < fixed.length && (line.at.find((offset) => offset >= 0) ?? -1) > fixed[next]!.after) result.push(fixed[next++]!.piece);
    result.push(line);
  }
  return [...result, ...fixed.slice(next).map(({ piece }) => piece)];
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** Gives the paragraphs of a Word file places in one imagined text, so that formats and the account find their characters. */
function placeBlocks(blocks: readonly SourceBlock[]): { pieces: Piece[]; formats: Map<number, Mark[]>; source: string } {
  const texts: string[] = [];
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
          texts.push(text.replaceAll('\n', ' '));
          return spell(text.replaceAll('\n', SOFT_BREAK), offset - text.length - 1);
        }),
      })));
      pieces.push({ kind: 'table', rows, headerRows: source.headerRows, ...(source.widths ? { widths: source.widths } : {}) });
      continue;
    }
    const text = source.text.replaceAll('\n', SOFT_BREAK);
    const start = offset;
    offset += text.length + 1;
    texts.push(source.text.replaceAll('\n', ' '));
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
  return { pieces, formats, source: texts.join('\n') };
}
