/**
 * How far LibreOffice agrees with our own layout: every FILE (.txt, .docx, .json; a folder stands for all in it; `samples` for the
 * examples of all templates, `own` for our fixtures) is exported to .docx, set by LibreOffice with our faces in the places of the named ones, and compared
 * with the lines of profile `lo`.
 *
 *   node scripts/compare-lines.ts [--differences] [--keep FOLDER] FILE …
 *
 * Line starts and page starts are compared by the letters and digits before them; punctuation and blanks are left out. Page counts are
 * compared with profile `lo` and with our own pages, whose line and character pitch (7.3.5.5) the .docx has. `--keep` leaves the .docx files and
 * LibreOffice's PDF files in FOLDER. The words of cells are compared from the top of their rows: LibreOffice forgets to centre some where a page once ended.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { readDocument } from '#core/document/document-file.ts';
import { fitStyles, STANDARD_FIT } from '#core/layout/fit.ts';
import type { Fit } from '#core/layout/fit.ts';
import type { Layout } from '#core/layout/layout-document.ts';
import { textOfLine } from '#core/layout/frame-page.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { createApp } from '#main/app/create-app.ts';
import { dispatch } from '#main/app/dispatch.ts';
import { writeDocx } from '#main/docx/write-docx.ts';
import { OWN_DOCUMENTS } from '../test/support/closing-documents.ts';
import { createEngine } from '../test/support/layout.ts';
import { printInOffice } from '../test/support/office.ts';
import { quietPorts } from '../test/support/quiet-ports.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../test/support/samples.ts';
import { findTool } from '../test/support/tools.ts';

/** Words at a place, in points from the upper left corner of the page. */
interface Words {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Compared {
  readonly doc: Node;
  readonly styles: ResolvedStyles;
}

interface Ours {
  /** Lines of profile `lo`, in the fit of the pages. */
  readonly words: readonly Words[];
  readonly loPages: number;
  /** As the page view and the PDF have it. */
  readonly pages: number;
  readonly fit: Fit;
}

const engine = createEngine();

/** What is raised, the mark of a footnote, is of its line; lines are further apart. */
const RAISED = 8;

/** Left of this stand only the numbers of landscape pages. */
const MARGIN = 78;

const { values, positionals } = parseArgs({ options: { differences: { type: 'boolean' }, keep: { type: 'string' } }, allowPositionals: true });
const files = positionals.flatMap((each) => (each !== 'samples' && each !== 'own' && statSync(each).isDirectory() ? readdirSync(each).filter((name) => ['.txt', '.docx', '.json'].includes(extname(name)) && !name.endsWith('.gold.json')).map((name) => join(each, name)) : [each]));
const documents = new Map<string, Compared>();
for (const file of files) {
  if (file === 'samples') for (const id of TEMPLATE_IDS) documents.set(id, { doc: sampleOf(id), styles: resolveStyles(templateOf(id)) });
  else if (file === 'own') for (const { name, doc, look } of OWN_DOCUMENTS) documents.set(name, { doc, styles: resolveStyles({ format: 'document', ...look }) });
  else documents.set(basename(file).replace(/\.\w+$/, ''), await readFile(file));
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'niwen-compare-'));
mkdirSync(folder, { recursive: true });
try {
  const written: Record<string, Uint8Array> = {};
  const ours = new Map<string, Ours>();
  for (const [name, { doc, styles }] of documents) {
    const { fit, pages, loose } = engine.layout(doc, styles);
    written[name] = withCellsAtTop(await writeDocx(doc, styles, { title: name, author: '', created: new Date(Date.UTC(2026, 7, 1)) }, fit, new Map(), loose));
    ours.set(name, { pages: pages.length, fit, ...ourWords(engine.layout(doc, fitStyles(styles, fit), { profile: 'lo' })) });
  }
  await printInOffice(folder, written, [...ours.values()].flatMap(({ words }) => words.map(({ text }) => text)).join('') + '— 0123456789');
  const totals = { lines: 0, same: 0, pages: 0, samePages: 0 };
  const counts = { documents: 0, lo: 0, gb: 0 };
  for (const [name, { words, pages, loPages, fit }] of ours) {
    const theirs = officeWords(join(folder, `${name}.pdf`));
    const result = compare(linesOf(words), linesOf(theirs.words));
    counts.documents++;
    if (theirs.pages === loPages) counts.lo++;
    if (theirs.pages === pages) counts.gb++;
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += result[key];
    console.log(`${name.padEnd(20)} lines ${result.same}/${result.lines} (${percent(result.same, result.lines)} %)  page starts ${result.samePages}/${result.pages}  pages ${theirs.pages}, profile lo ${loPages}, ours ${pages}${fit === STANDARD_FIT ? '' : `  (${fit.lines} × ${fit.characters})`}`);
    if (values.differences) for (const line of result.differences) console.log(`    ${line}`);
  }
  console.log(`${'all'.padEnd(20)} lines ${totals.same}/${totals.lines} (${percent(totals.same, totals.lines)} %)  page starts ${totals.samePages}/${totals.pages} (${percent(totals.samePages, totals.pages)} %)`);
  console.log(`${'page counts'.padEnd(20)} as profile lo ${counts.lo}/${counts.documents}, as the page view and PDF ${counts.gb}/${counts.documents}`);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function readFile(file: string): Promise<Compared> {
  const app = createApp(quietPorts());
  try {
    const reply = await dispatch(app, { method: 'import.read', input: { name: basename(file), bytes: new Uint8Array(readFileSync(file)) } });
    if (!reply.ok) throw new Error(`${file}: ${reply.failure.code}`);
    const read = readDocument((reply.output as { file: unknown }).file);
    if (!read.ok) throw new Error(`${file}: ${read.problem}`);
    const id = read.doc.attrs.template as string | null;
    return { doc: read.doc, styles: resolveStyles(id !== null && TEMPLATE_IDS.includes(id) ? templateOf(id) : null) };
  } finally {
    app.close();
  }
}

function withCellsAtTop(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const part = 'word/document.xml';
  return zipSync({ ...parts, [part]: strToU8(strFromU8(parts[part]!).replaceAll('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>')) });
}

function ourWords(layout: Layout): { words: Words[]; loPages: number } {
  const words = layout.pages.flatMap((_, index) => layout.frame(index).lines.filter((line) => (line.paragraph !== null || line.note !== null) && line.runs.length > 0)
    .map((line) => ({ page: index + 1, x: line.runs[0]!.xs[0]! / 1000, y: line.baseline / 1000, text: textOfLine(line) })));
  return { words, loPages: layout.pages.length };
}

function officeWords(pdf: string): { words: Words[]; pages: number } {
  const html = execFileSync(findTool('pdftotext')!, ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const words: Words[] = [];
  let page = 0;
  for (const [, opens, xMin, yMin, yMax, text] of html.matchAll(/(<page )|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)<\/word>/g)) {
    if (opens) page++;
    else if (Number(xMin) > MARGIN) words.push({ page, x: Number(xMin), y: Number(yMin) + (Number(yMax) - Number(yMin)) * 0.8, text: text!.replace(/&(\w+);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '') });
  }
  return { words, pages: page };
}

interface Line {
  readonly page: number;
  readonly text: string;
}

/** Words at one height are one line; page numbers are left out. */
function linesOf(words: readonly Words[]): Line[] {
  const lines: { page: number; y: number; words: Words[] }[] = [];
  for (const word of words) {
    const line = lines.findLast((each) => each.page === word.page && Math.abs(each.y - word.y) < RAISED);
    if (line) line.words.push(word);
    else lines.push({ page: word.page, y: word.y, words: [word] });
  }
  lines.sort((a, b) => a.page - b.page || a.y - b.y);
  return lines.map((line) => ({ page: line.page, text: line.words.sort((a, b) => a.x - b.x).map(({ text }) => text).join('') }))
    .filter(({ text }) => !/^\s*—\s*\d+\s*—\s*$/.test(text))
    .map(({ page, text }) => ({ page, text: text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '') }))
    .filter(({ text }) => text !== '');
}

/** Where lines and pages start in the run of the text. */
function startsOf(lines: readonly Line[]): { starts: Map<number, Line>; pages: Set<number>; text: string } {
  const starts = new Map<number, Line>();
  const pages = new Set<number>();
  let text = '';
  let page = 0;
  for (const line of lines) {
    starts.set(text.length, line);
    if (line.page !== page) pages.add(text.length);
    page = line.page;
    text += line.text;
  }
  return { starts, pages, text };
}

function compare(ours: readonly Line[], theirs: readonly Line[]): { lines: number; same: number; pages: number; samePages: number; differences: string[] } {
  const a = startsOf(ours);
  const b = startsOf(theirs);
  const to = alignment(a.text, b.text);
  const missed = [...a.starts].filter(([at]) => !b.starts.has(to(at)));
  const pages = [...a.pages].filter((at) => b.pages.has(to(at)));
  const differences = missed.map(([at, line]) => `page ${line.page}: ours begins ${line.text.slice(0, 12)}, after …${a.text.slice(Math.max(0, at - 8), at)}`);
  if (a.text !== b.text) differences.push(`texts differ: ${a.text.length} and ${b.text.length} characters`);
  for (const at of a.pages) if (!pages.includes(at)) differences.push(`page start: ours ${a.starts.get(at)!.text.slice(0, 12)} (page ${a.starts.get(at)!.page})`);
  return { lines: a.starts.size, same: a.starts.size - missed.length, pages: Math.max(a.pages.size, b.pages.size), samePages: pages.length, differences };
}

/** The same place in the other text; where texts differ (a cell read in another order) the next place where twelve characters agree. */
function alignment(a: string, b: string): (at: number) => number {
  if (a === b) return (at) => at;
  let shift = 0;
  return (at) => {
    const here = a.slice(at, at + 12);
    if (b.startsWith(here, at + shift)) return at + shift;
    for (let near = 1; near < 2000; near++) {
      for (const each of [shift + near, shift - near]) {
        if (at + each < 0 || !b.startsWith(here, at + each)) continue;
        shift = each;
        return at + each;
      }
    }
    return -1;
  };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '100.0' : ((part / whole) * 100).toFixed(1);
}
