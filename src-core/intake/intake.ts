import type { Node } from 'prosemirror-model';
import { ROLES } from '../document/roles.ts';
import { schema } from '../document/schema.ts';
import type { Template } from '../template/template.ts';
import { buildBlocks } from './build/build-document.ts';
import type { Built } from './build/build-document.ts';
import { linkReferences } from './build/link-references.ts';
import { renumberRevisions } from './build/renumber-revisions.ts';
import { settleReferences } from './build/settle-references.ts';
import { isBlock } from './block.ts';
import type { Block, Part } from './block.ts';
import { adoptTemplate } from './choose-template.ts';
import type { FindTemplate } from './choose-template.ts';
import { removeBlanks } from './clean/blanks.ts';
import { cleanCharacters } from './clean/characters.ts';
import { dropContents } from './clean/contents.ts';
import { dropDuplicates } from './clean/duplicates.ts';
import { dropPageAbstract } from './clean/page-abstract.ts';
import { dropEntryKeys } from './clean/entry-keys.ts';
import { dropForeignArticles } from './clean/foreign-articles.ts';
import { joinFragments } from './clean/fragments.ts';
import { dropPageNumbers } from './clean/page-numbers.ts';
import { dropMailHead } from './clean/mail-head.ts';
import { dropPhonetics } from './clean/phonetics.ts';
import { dropRunningHeads } from './clean/running-heads.ts';
import { raiseTitle, readReposted } from './clean/reposted.ts';
import { dropSamplePage } from './clean/sample-page.ts';
import { dropLineNumbers, dropSheetRemains } from './clean/sheet-remains.ts';
import { dropTags } from './clean/tags.ts';
import { dropWebsiteRemains } from './clean/website.ts';
import { joinTitles } from './clean/whole-titles.ts';
import type { PageFacts } from './clean/website.ts';
import { fixWords } from './fix-words.ts';
import type { WordFix } from './fix-words.ts';
import { closeBrackets, joinLines } from './join-lines.ts';
import { readKnownElements } from './known-elements.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { isLine, splitLines, withText } from './lines.ts';
import type { Line, Piece } from './lines.ts';
import { markKnown } from './mark-known.ts';
import { partNumberedTitles } from './numbered-title.ts';
import { NOTHING_CARRIED, placeBlocks } from './place-blocks.ts';
import type { Carried } from './place-blocks.ts';
import { readArticles } from './recognise/articles.ts';
import { readBody } from './recognise/body.ts';
import { dateFromPage, headFromPage } from './recognise/from-page.ts';
import { readHead } from './recognise/head.ts';
import { readHeadings } from './recognise/headings.ts';
import { mendAddressee } from './recognise/misread-addressee.ts';
import { recognise } from './recognition.ts';
import type { Recognition } from './recognition.ts';
import { reportDocument } from './report-document.ts';
import type { Doubt, ImportReport } from './report.ts';
import type { Known, Span, WordSource } from './source.ts';
import { EMPTY, firstOffset, trim } from './spelled.ts';
import { splitGlued } from './split-glued.ts';
import { readTables } from './tables.ts';
import { factsAsWritten, foldPieces, isTraditional, unfoldDoubts, unfoldParts } from './traditional.ts';
import { wordEntries } from './word-entries.ts';
import { noteDoubtfulWords } from './words/doubtful-words.ts';

/** A document made from a raw text or a Word file, and the account of how. */
export interface Intake {
  readonly doc: Node;
  readonly report: ImportReport;
  readonly recognition: Recognition;
}

/** An intake, and which stretches of the source stand in the document: what tests hold against the account. */
export interface TracedIntake extends Intake {
  readonly kept: readonly Span[];
}

/** What is known beforehand: a template that overrules the one chosen by the title (null: none), where to find templates, what a person said of places and of misread words. */
export interface IntakeOptions {
  readonly template?: Template | null | undefined;
  readonly find?: FindTemplate | undefined;
  readonly known?: readonly Known[] | undefined;
  readonly words?: readonly WordFix[] | undefined;
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
  const lines = dropLineNumbers(dropTags(splitLines(text, ledger), ledger), ledger);
  return intakePieces(readTables(known.length > 0 ? markKnown(lines, known).filter(isLine) : lines, ledger), { ledger, carried: NOTHING_CARRIED, source: text, options });
}

/**
 * A Word file → document. What the file itself says (styles of ours) is believed; elements are recognised in the text as it reads with
 * every change accepted, and the changes stand in the document, open as they were.
 */
export function intakeWord(word: WordSource, options: IntakeOptions = {}): Intake {
  const ledger = createLedger();
  const { pieces: placed, carried, source } = placeBlocks(word.blocks);
  const pieces = unfoldLayoutTables(placed, ledger);
  const { doc, report, recognition } = intakePieces(options.known ? markKnown(pieces, options.known) : pieces, { ledger, carried, source, options, word });
  return { doc, report, recognition };
}

interface Task {
  readonly ledger: Ledger;
  readonly carried: Carried;
  readonly source: string;
  readonly options: IntakeOptions;
  readonly word?: WordSource;
}

/** The pipeline: clean → take lines apart and put them together → recognise elements → build → report. */
function intakePieces(read: readonly Piece[], task: Task): TracedIntake {
  const { ledger } = task;
  const raw = fixWords(read, task.options.words ?? [], ledger);
  const known = readKnownElements(raw, ledger);
  if (known) return finish(buildBlocks(known, task.carried, ledger, task.word?.numbering), {}, task);
  const isFolded = isTraditional(task.source);
  const cleaned = cleanPieces(isFolded ? foldPieces(raw) : raw, ledger);
  const { dropped } = cleaned;
  const facts = isFolded ? factsAsWritten(cleaned.facts) : cleaned.facts;
  const asWritten = <P extends Part>(each: readonly P[]): readonly P[] => (isFolded ? unfoldParts(each, task.source) : each);
  const pieces = mendAddressee(closeBrackets(cleaned.pieces, ledger), ledger);
  const head = headFromPage(readHead(pieces, { facts, dropped }, ledger), facts, ledger);
  // Minutes are named by their mark.
  const title = (head.main.filter(isBlock).find((each) => each.role === 'title') ?? head.masthead.find((each) => each.role === 'issuerMark' && /纪要$/.test(each.text.text)))?.text.text ?? '';
  const body = readBody(joinLines(pieces.slice(head.end), ledger), title, dropped > 0, ledger);
  const parts = asWritten(readHeadings(readArticles(dateFromPage([...head.main, ...body.parts], facts, ledger), ledger), ledger));
  noteDoubtfulWords(parts, ledger);
  const [results, main] = partition(parts, (part) => isBlock(part) && ROLES[part.role].part === 'masthead');
  const built = buildBlocks({ masthead: [...asWritten(head.masthead), ...(results as Block[])], main, imprint: asWritten(body.imprint) }, task.carried, ledger, task.word?.numbering);
  return finish(built, facts, task);
}

function finish({ blocks, parts, places, numbering, kept }: Built, facts: PageFacts, { ledger, source, options, word }: Task): TracedIntake {
  const comments = word && word.comments.length > 0 ? word.comments : null;
  const made = schema.nodes.doc.create({ numbering, comments }, blocks);
  const { doc: bare, count } = linkReferences(word ? settleReferences(renumberRevisions(made)) : made);
  for (let i = 0; i < count; i++) ledger.note('linked-reference', EMPTY);
  const report = reportDocument(bare, word ? wordEntries(ledger.entries(), word, bare) : ledger.entries(), { issuer: facts.issuer ?? facts.keeper, publicity: facts.publicity });
  const { doc, choice } = adoptTemplate(bare, report, options.template, options.find);
  const missing: Doubt[] = report.title === null && choice === null ? [{ reason: 'no-title', span: [0, 0], text: '', proposal: null }] : [];
  const recognition = { source, elements: recognise(parts, source).map((element) => ({ ...element, block: places[element.block]! })), doubts: [...unfoldDoubts(ledger.doubts(), source), ...missing], choice, known: options.known ?? [] };
  return { doc, report, recognition, kept };
}

/** Everything that needs no knowledge of elements, in the order in which one step prepares the next. */
function cleanPieces(raw: readonly Piece[], ledger: Ledger): { pieces: readonly Piece[]; facts: PageFacts; dropped: number } {
  let facts: PageFacts = {};
  let dropped = 0;
  const told = raw.flatMap((piece) => (isLine(piece) && piece.said ? [cleanSaid(piece, ledger)] : []));
  const said: Line[] = [];
  const cleanLines = (lines: readonly Line[]): Line[] => {
    const clean = withoutEmpty(dropPhonetics(lines, ledger).map((line) => (isOurs(line) ? line : withText(line, trim(cleanCharacters(line, ledger))))));
    const whole = joinFragments(clean, ledger);
    // A page number within what a person spoke of is one of the row as well.
    const paged: Line[] = [];
    for (const line of dropPageNumbers(inOrder(dropRunningHeads(dropSheetRemains(whole, ledger), ledger), told), ledger)) (line.said ? said : paged).push(line);
    const site = dropWebsiteRemains(dropForeignArticles(dropEntryKeys(dropMailHead(dropSamplePage(paged, ledger), ledger), ledger), ledger), ledger);
    const shown = readReposted(site.lines, ledger);
    const own = dropPageAbstract(joinTitles(raiseTitle(shown.lines), ledger), ledger);
    facts = { ...shown.facts, ...site.facts, ...(own.headline === undefined ? {} : { headline: own.headline }), ...(own.issuer === undefined ? {} : { issuer: own.issuer }) };
    dropped = site.dropped + site.lines.length - shown.lines.length;
    return splitGlued(partNumberedTitles(dropContents(dropDuplicates(own.lines, ledger), ledger), ledger), ledger).map((line) => (isOurs(line) ? line : withText(line, removeBlanks(line, ledger))));
  };
  const pieces = aroundTables(raw, cleanLines);
  let next = 0;
  return { pieces: pieces.map((piece) => (isLine(piece) && piece.said ? said[next++]! : piece)), facts, dropped };
}

/** Lines and those a person spoke of, as they stand in the source. */
function inOrder(lines: readonly Line[], told: readonly Line[]): readonly Line[] {
  if (told.length === 0) return lines;
  const all: Line[] = [];
  let next = 0;
  for (const line of lines) {
    while (next < told.length && firstOffset(told[next]!) < firstOffset(line)) all.push(told[next++]!);
    all.push(line);
  }
  return [...all, ...told.slice(next)];
}

/** A line of nothing but lost blanks is a blank line. */
function withoutEmpty(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let gap = false;
  for (const line of lines) {
    if (line.text === '' && !line.source) gap = true;
    else {
      kept.push(gap && !line.gap ? { ...line, gap } : line);
      gap = false;
    }
  }
  return kept;
}

/** What a person spoke of is not taken apart or left out; only its characters are set right. */
function cleanSaid(line: Line, ledger: Ledger): Line {
  const clean = isOurs(line) ? line : withText(line, cleanCharacters(line, ledger));
  return isOurs(clean) ? clean : withText(clean, removeBlanks(clean, ledger));
}

const isOurs = (line: Line): boolean => line.source?.role !== undefined && !line.source.hinted;

/** Lets a step over lines run across tables and lines a person spoke of: these keep their place after the last line kept before them. */
function aroundTables(pieces: readonly Piece[], step: (lines: readonly Line[]) => Line[]): Piece[] {
  const fixed: { readonly after: number; readonly piece: Piece }[] = [];
  let last = -1;
  for (const piece of pieces) {
    if (isLine(piece) && !piece.said) last = Math.max(last, firstOffset(piece));
    else fixed.push({ after: last, piece });
  }
  const result: Piece[] = [];
  let next = 0;
  for (const line of step(pieces.filter(isLine).filter((line) => !line.said))) {
    while (next < fixed.length && firstOffset(line) > fixed[next]!.after) result.push(fixed[next++]!.piece);
    result.push(line);
  }
  return [...result, ...fixed.slice(next).map(({ piece }) => piece)];
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
