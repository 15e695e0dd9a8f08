/**
 * How long a start takes with few and with many documents in the library: of the app alone (createApp, the first page of the
 * list, the newest document opened), and of the whole program as a person sees it (from the first line of the web host to
 * an editor in Chromium that takes the keyboard). Sizes take turns; each figure is the median.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import type { DocumentList } from '#core/contract/model.ts';
import { createApp } from '#main/app/create-app.ts';
import { dispatch } from '#main/app/dispatch.ts';
import { databaseFileIn, programPlaces } from '#main/app/places.ts';
import { startWebHost } from '../test/support/start-web-host.ts';
import { findTool } from '../test/support/tools.ts';
import { fillLibrary } from './fill-library.ts';
import { percentile } from './percentile.ts';

interface Figures {
  readonly appMs: number[];
  readonly listMs: number[];
  readonly searchMs: number[];
  readonly windowMs: number[];
}

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const sizes = smoke ? [10, 30] : [10, 1_000, 10_000];
  // The app's few milliseconds need many rounds to stand out from a busy machine; the window's hundreds do not.
  const rounds = smoke ? 1 : 45;
  const windowRounds = smoke ? 1 : 9;
  const root = mkdtempSync(join(tmpdir(), 'niwen-bench-'));
  const browserPath = existsSync(join(programPlaces.page, 'index.html')) ? findTool('chromium') : undefined;
  const browser = browserPath ? await chromium.launch({ executablePath: browserPath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }) : undefined;
  try {
    const libraries = sizes.map((size) => ({ size, data: join(root, String(size)), figures: { appMs: [], listMs: [], searchMs: [], windowMs: [] } as Figures }));
    for (const { data, size } of libraries) await fillLibrary(data, size);
    for (let round = 0; round <= rounds; round++) {
      // Another size begins each round: what one leaves behind (garbage, a warm disk) must not always fall on the same next one.
      const turn = round % libraries.length;
      for (const { data, figures } of [...libraries.slice(turn), ...libraries.slice(0, turn)]) {
        const first = round === 0;
        await measureApp(data, first ? undefined : figures);
        if (browser && round <= windowRounds && !(first && smoke)) await measureWindow(browser, data, first ? undefined : figures);
      }
    }
    const medians = libraries.map(({ size, figures }) => ({
      documents: size,
      ...Object.fromEntries(Object.entries(figures).filter(([, values]) => values.length > 0).map(([name, values]) => [name, percentile(values, 50)])),
    })) as { documents: number; appMs: number; windowMs?: number }[];
    const [least, most] = [medians[0]!, medians.at(-1)!];
    return {
      rounds, windowRounds, medians,
      timesLeastApp: ratio(most.appMs, least.appMs),
      ...(most.windowMs === undefined ? { window: 'skipped: no Chromium or no built page' } : { timesLeastWindow: ratio(most.windowMs, least.windowMs!) }),
      // The goal is for the start a person waits for, not for the app's share of it.
      goalWindow: 1.3,
    };
  } finally {
    await browser?.close();
    rmSync(root, { recursive: true });
  }
}

const ratio = (most: number, least: number): number => Number((most / least).toFixed(2));

async function measureApp(data: string, figures: Figures | undefined): Promise<void> {
  const start = performance.now();
  const app = createApp({
    databaseFile: databaseFileIn(data), folders: { data, resources: programPlaces.resources, templates: programPlaces.templates, fonts: [] },
    host: 'direct', now: () => new Date(), newId: randomUUID, log: console,
  });
  const call = async (method: string, input: object): Promise<unknown> => {
    const reply = await dispatch(app, { method, input });
    if (!reply.ok) throw new Error(`${method}: ${reply.failure.code}`);
    return reply.output;
  };
  const list = (await call('document.list', { limit: 24 })) as DocumentList;
  await call('document.open', { id: list.items[0]!.id });
  const opened = performance.now();
  await call('document.list', { offset: Math.max(0, list.total - 100), limit: 100 });
  const listed = performance.now();
  await call('document.list', { search: '没有这样的标题' });
  const searched = performance.now();
  app.close();
  figures?.appMs.push(opened - start);
  figures?.listMs.push(listed - opened);
  figures?.searchMs.push(searched - listed);
}

/** A browser window of its own each time, so that nothing is remembered from the last. */
async function measureWindow(browser: Browser, data: string, figures: Figures | undefined): Promise<void> {
  const host = await startWebHost({ data });
  const listening = performance.now();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    await page.goto(host.url);
    await page.getByRole('button', { name: /^打开 / }).first().click();
    const editor = page.locator('[contenteditable="true"]').first();
    await editor.waitFor();
    await editor.focus();
    await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true');
    figures?.windowMs.push(performance.now() - listening);
  } finally {
    await context.close();
    await host.stop();
  }
}
