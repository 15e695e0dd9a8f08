/**
 * The same 100 pages from a document to paper by us and by others, in one run: LibreOffice opens our .docx and writes a PDF,
 * Chromium prints the same text as plain HTML. Each is started beforehand or measured with a profile that is there already.
 * Goals: our layout alone 20 times faster than LibreOffice and 5 times faster than Chromium, layout and PDF together 5 times faster
 * than LibreOffice; what it is beside Chromium is stated.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { pdfDetails } from '#main/app/pdf-details.ts';
import { writeDocx } from '#main/docx/write-docx.ts';
import { createFaceShelf } from '#main/fonts/face-shelf.ts';
import { writePdf } from '#main/pdf/write-pdf.ts';
import { metrics } from '../test/support/layout.ts';
import { findTool } from '../test/support/tools.ts';
import { longDocument, plainParagraphs } from './long-document.ts';
import { percentile } from './percentile.ts';

const CHARACTERS = 50_000;

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const document = longDocument(smoke ? 1_000 : CHARACTERS);
  const rounds = smoke ? 1 : 3;
  const styles = resolveStyles(null);
  const details = pdfDetails(document);
  const shelf = createFaceShelf(resolve(import.meta.dirname, '../resources/fonts'), () => Promise.reject(new Error('no own faces here')));
  const lay = () => createLayoutEngine(metrics).layout(document, styles);
  const toPdf = async (): Promise<void> => {
    const layout = lay();
    const frames = layout.pages.map((_, index) => layout.frame(index));
    await writePdf(frames, await shelf.facesFor(frames), details);
  };
  const docx = await writeDocx(document, styles, { title: '', author: '', created: new Date(Date.UTC(2026, 0, 1)) });
  const html = `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;font:16pt/29pt serif}p,h1,h2,h3,h4{margin:0;font-size:inherit;text-indent:2em}</style>${plainParagraphs(document).map(({ level, text }) => (level > 0 ? `<h${level}>${text}</h${level}>` : `<p>${text}</p>`)).join('')}`;
  const folder = mkdtempSync(join(tmpdir(), 'niwen-bench-'));
  try {
    // Twice first: ours and theirs are measured warm.
    lay();
    await toPdf();
    const ours = { layout: await median(rounds, lay), pdf: await median(rounds, toPdf) };
    const office = await inOffice(folder, docx, rounds);
    const browser = await inChromium(html, rounds);
    return {
      pages: lay().pages.length, layoutMs: ours.layout, layoutAndPdfMs: ours.pdf,
      ...(office === null ? {} : { libreOfficeMs: office, layoutTimesFasterThanLibreOffice: ratio(office, ours.layout), layoutAndPdfTimesFasterThanLibreOffice: ratio(office, ours.pdf) }),
      ...(browser === null ? {} : { chromiumMs: browser, layoutTimesFasterThanChromium: ratio(browser, ours.layout), layoutAndPdfTimesFasterThanChromium: ratio(browser, ours.pdf) }),
      goals: { layoutBesideLibreOffice: 20, layoutBesideChromium: 5, layoutAndPdfBesideLibreOffice: 5 },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inOffice(folder: string, docx: Uint8Array, rounds: number): Promise<number | null> {
  const soffice = findTool('soffice');
  if (!soffice) return null;
  const file = join(folder, 'long.docx');
  writeFileSync(file, docx);
  const convert = (): void => void execFileSync(soffice, [`-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' });
  // The first start makes its profile.
  convert();
  return median(rounds, convert);
}

async function inChromium(html: string, rounds: number): Promise<number | null> {
  const executablePath = findTool('chromium');
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    const print = (): Promise<Buffer> => page.pdf({ preferCSSPageSize: true });
    await print();
    return await median(rounds, print);
  } finally {
    await browser.close();
  }
}

/** Milliseconds, of so many runs. */
async function median(rounds: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.round(percentile(times, 50) * 10) / 10;
}

const ratio = (theirs: number, ours: number): number => Math.round((theirs / ours) * 10) / 10;
