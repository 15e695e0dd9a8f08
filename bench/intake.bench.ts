/**
 * What it costs to understand an old text. Clean and noisy text of growing length (ten times the text may take eleven times the
 * time), in this thread, and as a person offers it, through the thread of the import; a folder of small files and one of long ones into a library on disk, with the longest stall of the host's thread meanwhile, which
 * also answers the window; a Word file of 10 MB read, understood and made a document, beside mammoth extracting nothing but its plain text, and pandoc where installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Input, MethodName, Output } from '#core/contract/methods.ts';
import { isPacked } from '#core/contract/wire.ts';
import { documentTitle } from '#core/document/elements.ts';
import { plainText } from '#core/document/plain-text.ts';
import { intakeText, intakeWord } from '#core/intake/intake.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { createApp } from '#main/app/create-app.ts';
import type { App } from '#main/app/create-app.ts';
import { dispatch, dispatchPacked } from '#main/app/dispatch.ts';
import { readDocx } from '#main/docx/read-docx.ts';
import { writeDocx } from '#main/docx/write-docx.ts';
import { quietPorts } from '../test/support/quiet-ports.ts';
import { templateOf } from '../test/support/samples.ts';
import { findOnPath } from '../test/support/tools.ts';
import { longDocument } from './long-document.ts';
import { percentile } from './percentile.ts';

const UNIT = 100_000;

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const lengths = smoke ? [1, 2] : [1, 10, 100];
  const unit = plainText(longDocument(smoke ? 5_000 : UNIT));
  // First: what long texts leave behind would be cleared away while the host's thread is watched.
  const files = await measureFiles(smoke ? 20 : 1_000, 3_000);
  const longFiles = await measureFiles(smoke ? 2 : 20, UNIT);
  return {
    text: { clean: measureText(lengths.map((times) => unlike(unit, times))), noisy: measureText(lengths.map((times) => noisy(unlike(unit, times)))), goalTimesAtTenTimes: 11 },
    thread: await measureThread((smoke ? [3] : [5, 50]).map((times) => unlike(unit, smoke ? times * 10 : times))),
    files,
    longFiles,
    word: await measureWord(smoke ? 100_000 : 10_000_000, smoke ? 1 : 5),
  };
}

const ROUNDS = 3;

/** The least of some rounds for every length, a round going through all lengths, so that none has the quieter machine. */
function measureText(sources: readonly string[]): object {
  for (let round = 0; round < ROUNDS; round++) intakeText(sources[0]!);
  const rounds = Array.from({ length: ROUNDS }, () => sources.map((source) => timed(() => intakeText(source))));
  const rows = sources.map((source, index) => {
    const ms = Math.min(...rounds.map((round) => round[index]!));
    return { characters: source.length, ms: Math.round(ms), msPer10000: Number((ms / (source.length / 10_000)).toFixed(2)) };
  });
  const grown = rows.slice(1).map((row, index) => Number(((row.ms / rows[index]!.ms) / (row.characters / rows[index]!.characters) * 10).toFixed(1)));
  return { rows, timesAtTenTimes: grown };
}

/** The text so many times over, each sentence saying something of its own: lines that come again would be left out as a second copy. */
function unlike(text: string, times: number): string {
  let sentences = 0;
  return Array.from({ length: times }, () => text).join('\n').replace(/。/g, () => `，计${++sentences}项。`);
}

/** Lines cut at 35 characters with blank lines between, half-width punctuation, a page number every 25 lines. */
function noisy(text: string): string {
  let lines = 0;
  return text.split('\n').map((line) => (line.includes('\t') ? line : (line.match(/.{1,35}/gu) ?? []).map((part) => part.replace(/，/g, ',')).map((part) => (++lines % 25 === 0 ? `${part}\n\n— ${lines / 25} —` : part)).join('\n\n'))).join('\n');
}

/** One large text after the other by `import.read`, up to the packed answer a host sends on; the thread's start is in it. */
async function measureThread(sources: readonly string[]): Promise<object> {
  const app = createApp(quietPorts());
  try {
    const rows: { characters: number; ms: number; longestStallMs: number }[] = [];
    for (const source of sources) {
      const bytes = new TextEncoder().encode(source);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const start = performance.now();
      const reply = await dispatchPacked(app, { method: 'import.read', input: { name: 'long.txt', bytes } });
      const ms = performance.now() - start;
      delay.disable();
      if (!reply.ok || !isPacked(reply.output)) throw new Error('not read in a thread');
      rows.push({ characters: source.length, ms: Math.round(ms), longestStallMs: Math.round(delay.max / 1e6) });
    }
    return { rows, ...(rows.length > 1 ? { timesAtTenTimes: Number((rows[1]!.ms / rows[0]!.ms).toFixed(1)) } : {}), goalStallMs: 50 };
  } finally {
    app.close();
  }
}

/** As many on their way at a time as the window has. */
const LANES = 3;

async function measureFiles(count: number, characters: number): Promise<object> {
  const bytes = new TextEncoder().encode(plainText(longDocument(characters)));
  const data = mkdtempSync(join(tmpdir(), 'niwen-bench-'));
  const app = createApp(quietPorts({ databaseFile: join(data, 'niwen.sqlite'), folders: { ...quietPorts().folders, data }, newId: () => crypto.randomUUID() }));
  try {
    await request(app, 'person.set', { name: '张三', post: '科员' });
    const { id: job } = await request(app, 'import.begin', { name: '往年来文', total: count + 1 });
    // The first file starts the thread.
    await request(app, 'import.add', { job, name: 'first.txt', bytes });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const start = performance.now();
    // Each with a line of its own: what is the same byte for byte is taken once.
    const files = Array.from({ length: count }, (_, n) => ({ name: `${n}.txt`, bytes: Buffer.concat([bytes, Buffer.from(`\n${n}`)]) })).values();
    const lane = async (): Promise<void> => {
      for (const file of files) await request(app, 'import.add', { job, ...file });
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    const ms = performance.now() - start;
    delay.disable();
    const { total } = await request(app, 'document.list', {});
    if (total !== count + 1) throw new Error(`${total} of ${count + 1} files are in the library`);
    return { count, bytesEach: bytes.length, ms: Math.round(ms), filesPerMinute: Math.round((count / ms) * 60_000), ...(characters < UNIT ? { goalFilesPerMinute: 1_000 } : {}), longestStallMs: Math.round(delay.max / 1e6), goalStallMs: 50 };
  } finally {
    app.close();
    rmSync(data, { recursive: true });
  }
}

async function request<M extends MethodName>(app: App, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await dispatch(app, { method, input });
  if (!reply.ok) throw new Error(`${method}: ${reply.failure.code}`);
  return reply.output as Output<M>;
}

async function measureWord(size: number, rounds: number): Promise<object> {
  const docx = await wordFile(size);
  const ours: number[] = [];
  const theirs: number[] = [];
  const pandoc: number[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'niwen-bench-'));
  const file = join(folder, 'long.docx');
  writeFileSync(file, docx);
  try {
    for (let round = 0; round < rounds; round++) {
      const us = (): unknown => ours.push(timed(() => intakeWord(readDocx(docx))));
      const them = async (): Promise<void> => {
        const start = performance.now();
        await mammoth.extractRawText({ buffer: Buffer.from(docx) });
        theirs.push(performance.now() - start);
      };
      // Who goes first changes.
      if (round % 2 === 0) {
        us();
        await them();
      } else {
        await them();
        us();
      }
      if (findOnPath('pandoc')) pandoc.push(timed(() => execFileSync('pandoc', [file, '-t', 'json', '-o', join(folder, 'long.json')])));
    }
    return {
      bytes: docx.length, importMs: Math.round(percentile(ours, 50)), mammothRawTextMs: Math.round(percentile(theirs, 50)), ...(pandoc.length > 0 ? { pandocJsonMs: Math.round(percentile(pandoc, 50)) } : {}),
      timesMammoth: Number((percentile(ours, 50) / percentile(theirs, 50)).toFixed(2)), goalTimesMammoth: 1, peakMemoryMb: peakMemory(file),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A Word file of about so many bytes whose parts are stored as they are, so that its size is its content. */
async function wordFile(size: number): Promise<Uint8Array> {
  const make = async (characters: number): Promise<Uint8Array> => {
    const doc = longDocument(characters);
    const styles = resolveStyles(templateOf('notice'));
    return zipSync(unzipSync(await writeDocx(doc, styles, { title: documentTitle(doc), author: '', created: new Date(Date.UTC(2026, 0, 1)) })), { level: 0, mtime: new Date(Date.UTC(2026, 0, 1)) });
  };
  const sample = await make(20_000);
  return make(Math.max(5_000, Math.round((size / sample.length) * 20_000)));
}

/** Of a process that does nothing but read and understand the file. */
function peakMemory(file: string): number {
  const code = `import { readFileSync } from 'node:fs'; import { intakeWord } from '#core/intake/intake.ts'; import { readDocx } from '#main/docx/read-docx.ts'; intakeWord(readDocx(readFileSync(process.argv[1]))); console.log(process.resourceUsage().maxRSS)`;
  return Math.round(Number(execFileSync(process.execPath, ['--input-type=module', '-e', code, file], { encoding: 'utf8', cwd: join(import.meta.dirname, '..') })) / 1024);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
