/**
 * How long a key takes to stand on the screen: real key events in Chromium, in the middle of documents of three lengths, in our
 * window (opened from the library, with outline, panel, check and saving at work) and in a bare TipTap editor with the same
 * text. The two take turns in short rounds; a key comes every 60–140 ms, so that what happens between keys is met as in life.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { programPlaces } from '#main/app/places.ts';
import { openDraft, paper } from '../test/support/draft-page.ts';
import { startWebHost } from '../test/support/start-web-host.ts';
import { findTool } from '../test/support/tools.ts';
import { servePage } from './serve-page.ts';
import { installKeyTimer, takeTimes } from './key-timer.ts';
import { longDocument, plainParagraphs } from './long-document.ts';
import { percentile } from './percentile.ts';

const VIEW = { viewport: { width: 1366, height: 768 }, locale: 'zh-CN' };

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const executablePath = findTool('chromium');
  if (!executablePath || !existsSync(join(programPlaces.page, 'index.html'))) return { skipped: 'no Chromium or no built page' };
  const only = process.env['BENCH_SIZES']?.split(',').map(Number);
  const sizes = smoke ? [2_000] : (only ?? [20_000, 200_000, 1_000_000]);
  const rounds = smoke ? 1 : 6;
  const folder = mkdtempSync(join(tmpdir(), 'niwen-bench-'));
  const bare = await servePage(join(import.meta.dirname, 'bare-editor'), join(folder, 'bare'));
  const browser = await chromium.launch({ executablePath, args: ['--disable-frame-rate-limit', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  const documents: object[] = [];
  try {
    for (const characters of sizes) {
      const host = await startWebHost({ data: mkdtempSync(join(folder, 'data-')) });
      const context = await browser.newContext(VIEW);
      try {
        const doc = longDocument(characters);
        const ours = await writer(await context.newPage(), (page) => openOurs(page, host, doc));
        const theirs = await writer(await context.newPage(), (page) => openBare(page, bare.url, doc));
        documents.push({ characters, blocks: doc.childCount, openMs: ours.openMs, bareOpenMs: theirs.openMs, ...(await measure(characters, ours, theirs, rounds, smoke)) });
      } finally {
        await context.close();
        await host.stop();
      }
    }
    return { processors: cpus().length, load: loadavg()[0], rounds, documents, goalTimesBareAtP95: 1.3, goalMsAt200000: 16 };
  } finally {
    await browser.close();
    bare.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Writer {
  readonly page: Page;
  readonly ime: CDPSession;
  readonly openMs: number;
}

async function writer(page: Page, open: (page: Page) => Promise<number>): Promise<Writer> {
  await installKeyTimer(page);
  const openMs = Math.round(await open(page));
  return { page, ime: await page.context().newCDPSession(page), openMs };
}

/** From the double click in the library to a paper that takes keys. */
async function openOurs(page: Page, host: Awaited<ReturnType<typeof startWebHost>>, doc: Node): Promise<number> {
  page.setDefaultTimeout(120_000);
  await openDraft(page, host, doc);
  // Opened once to warm the host, then again for the figure.
  await page.reload();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  const line = page.getByText(doc.firstChild!.textContent, { exact: true }).first();
  await line.waitFor();
  const start = performance.now();
  await line.dblclick();
  await paper(page).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const openMs = performance.now() - start;
  await placeCaret(page, '.block-group > .p-body');
  return openMs;
}

async function openBare(page: Page, url: string, doc: Node): Promise<number> {
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  const paragraphs = plainParagraphs(doc);
  const start = performance.now();
  await page.evaluate((content) => {
    (window as unknown as { start(content: unknown): void }).start(content);
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, paragraphs);
  const openMs = performance.now() - start;
  await placeCaret(page, '.ProseMirror > p');
  return openMs;
}

/** The caret into the body paragraph in the middle of the document, as a click puts it. */
async function placeCaret(page: Page, selector: string): Promise<void> {
  const middle = page.locator(selector).nth(Math.floor((await page.locator(selector).count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(300);
  await middle.click({ position: { x: 60, y: 20 } });
  await page.waitForTimeout(1500);
}

type Kind = 'key' | 'pinyin' | 'enter' | 'role';

/**
 * What one person does in one round; every entry is one event to be measured. The bare editor has the same keys: its Alt+2 and Alt+0
 * make the paragraph a heading and plain again (bare-editor/page.ts), without a number to compute.
 */
const ACTS: Readonly<Record<Kind, (count: number, writer: Writer) => (() => Promise<void>)[]>> = {
  key: (count, { page }) => Array.from({ length: count }, (_, i) => () => page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[(i * 7) % 26]!)),
  pinyin: (count, { ime }) => Array.from({ length: Math.ceil(count / 6) }, () => [
    ...['g', 'go', 'gon', 'gong', '公文'].map((text) => () => send(ime, 'Input.imeSetComposition', text)),
    () => send(ime, 'Input.insertText', '公文'),
  ]).flat(),
  enter: (count, { page }) => Array.from({ length: count }, () => () => page.keyboard.press('Enter')),
  role: (count, { page }) => Array.from({ length: count }, (_, i) => () => page.keyboard.press(i % 2 === 0 ? 'Alt+2' : 'Alt+0')),
};

async function send(ime: CDPSession, method: 'Input.imeSetComposition' | 'Input.insertText', text: string): Promise<void> {
  if (method === 'Input.insertText') await ime.send(method, { text });
  else await ime.send(method, { text, selectionStart: text.length, selectionEnd: text.length });
}

async function measure(characters: number, ours: Writer, theirs: Writer, rounds: number, smoke: boolean): Promise<object> {
  const counts: Readonly<Record<Kind, number>> = smoke ? { key: 5, pinyin: 6, enter: 2, role: 2 } : { key: 40, pinyin: 36, enter: 30, role: 30 };
  const figures: Record<string, object> = {};
  for (const kind of ['key', 'pinyin', 'enter', 'role'] as const) {
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const turns = [['ours', ours], ['theirs', theirs]] as const;
      for (const [name, writer] of round % 2 === 0 ? turns : [turns[1], turns[0]]) {
        await writer.page.bringToFront();
        const taken = await oneRound(writer, ACTS[kind](counts[kind], writer));
        // The first round warms what both have to compile.
        if (round > 0 || smoke) times[name].push(...taken);
      }
    }
    const [p95, bareP95] = [percentile(times.ours, 95), percentile(times.theirs, 95)];
    // A run over all lengths takes many minutes: what is measured is told at once.
    console.error(`typing ${characters} ${kind}: p50 ${percentile(times.ours, 50)} / ${percentile(times.theirs, 50)} ms, p95 ${p95} / ${bareP95} ms (ours / bare)`);
    figures[kind] = {
      events: times.ours.length,
      p50Ms: percentile(times.ours, 50), p95Ms: p95, bareP50Ms: percentile(times.theirs, 50), bareP95Ms: bareP95,
      timesBareAtP50: ratio(percentile(times.ours, 50), percentile(times.theirs, 50)), timesBareAtP95: ratio(p95, bareP95),
    };
  }
  return figures;
}

const ratio = (ours: number, theirs: number): number => Number((ours / theirs).toFixed(2));

async function oneRound(writer: Writer, acts: (() => Promise<void>)[]): Promise<number[]> {
  // What the rounds before have left behind is cleared away now, in either editor, and not while a key is measured.
  await writer.ime.send('HeapProfiler.collectGarbage');
  await writer.page.waitForTimeout(400);
  await takeTimes(writer.page);
  for (const [index, act] of acts.entries()) {
    const next = performance.now() + 60 + ((index * 37) % 81);
    await act();
    await new Promise((wait) => setTimeout(wait, Math.max(0, next - performance.now())));
  }
  return takeTimes(writer.page);
}
