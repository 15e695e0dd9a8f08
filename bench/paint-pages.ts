import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { PageFrame } from '#core/layout/frames.ts';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { doc, p, para, table, title } from '../test/support/build.ts';
import { metrics } from '../test/support/layout.ts';
import { findTool } from '../test/support/tools.ts';
import { longDocument } from './long-document.ts';
import { percentile } from './percentile.ts';
import { servePage } from './serve-page.ts';

/** Pixels of a point at 100 % and 300 %, on a screen of 96 dots an inch. */
const SCALES = { at100: 96 / 72, at300: 288 / 72 };

/**
 * What painting one page costs in Chromium, in milliseconds (p50, p95): a page full of text, a page full of a table, a first page with
 * its 版头; from the frame (script, style, layout, painting) to the end of the frame that shows it. Goal: 30 ms.
 */
export async function measurePainting(smoke: boolean): Promise<object> {
  const executablePath = findTool('chromium');
  if (!executablePath) return { skipped: 'no Chromium' };
  const folder = mkdtempSync(join(tmpdir(), 'niwen-paint-'));
  const served = await servePage(join(import.meta.dirname, 'page-painter'), join(folder, 'page'));
  const browser = await chromium.launch({ executablePath, args: ['--disable-frame-rate-limit', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(served.url);
    await page.evaluate(() => (window as unknown as { ready(): Promise<void> }).ready());
    const figures: Record<string, Record<string, object>> = {};
    for (const [name, frame] of Object.entries(framesToPaint())) {
      figures[name] = {};
      for (const [at, scale] of Object.entries(SCALES)) {
        const times = await page.evaluate(async ({ frame: painted, scale: pixels, rounds }) => {
          const { paint } = window as unknown as { paint(frame: unknown, scale: number): Promise<number> };
          const all: number[] = [];
          for (let round = 0; round < rounds; round++) all.push(await paint(painted, pixels));
          return all;
        }, { frame: frame as unknown, scale, rounds: smoke ? 3 : 105 });
        // The first ones compile what all pages share.
        const warm = smoke ? times : times.slice(5);
        figures[name][at] = { p50: percentile(warm, 50), p95: percentile(warm, 95), first: percentile(times.slice(0, 1), 50) };
      }
    }
    return figures;
  } finally {
    await browser.close();
    served.stop();
    rmSync(folder, { recursive: true });
  }
}

function framesToPaint(): Record<'text' | 'table' | 'firstPage', PageFrame> {
  const engine = createLayoutEngine(metrics);
  const frameOf = (node: ReturnType<typeof doc>, index: number): PageFrame => engine.layout(node, resolveStyles(null)).frame(index);
  const rows = Array.from({ length: 60 }, (_, index) => [String(index + 1), '完善居家照护服务网络', '市照护保障局、市财务统筹局', `2026年${index % 12 + 1}月底前`]);
  const head = [para('copyNumber', '000001'), para('secrecy', '机密★1年'), para('urgency', '特急'), para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照〔2026〕1号'), para('signatory', '林见川')];
  return {
    text: frameOf(longDocument(5_000), 3),
    table: frameOf(doc(title('任务分工表'), table(['序号', '工作任务', '责任单位', '进度要求'], ...rows)), 1),
    firstPage: frameOf(doc(...head, title('青川市照护保障局关于做好照护服务工作的请示'), para('addressee', '青川市人民政府：'), p('按照年度工作安排，现将有关事项请示如下。'.repeat(30))), 0),
  };
}
