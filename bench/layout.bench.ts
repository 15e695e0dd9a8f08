/**
 * What pages cost: a document of 10, 100 and 1,000 pages laid out from scratch, again without a change, and after each key typed in
 * its middle (layout, the frame of the page with the caret, the place of the caret). Goals on one core: 0.5 ms a page from scratch
 * once the program is warm, a key within 10 ms at 100 pages and 20 ms at 1,000 (p95). `paintMs`: one page on the screen (paint-pages.ts).
 */
import { Transform } from 'prosemirror-transform';
import type { Node } from 'prosemirror-model';
import { numberDocument } from '#core/document/numbering.ts';
import { schema } from '#core/document/schema.ts';
import { findCaret } from '#core/layout/find-place.ts';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { metrics } from '../test/support/layout.ts';
import { longDocument } from './long-document.ts';
import { measurePainting } from './paint-pages.ts';
import { percentile } from './percentile.ts';

const CHARACTERS_A_PAGE = 500;
const WARMING_PAGES = 500;
const styles = resolveStyles(null);

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const sizes = smoke ? [2] : [10, 100, 1000];
  return { paintMs: await measurePainting(smoke), ...Object.fromEntries(sizes.map((size) => [`about${size}Pages`, measure(longDocument(size * CHARACTERS_A_PAGE), smoke)])) };
}

function measure(document: Node, smoke: boolean): object {
  const keys = smoke ? 5 : 200;
  const cold = timed(() => createLayoutEngine(metrics).layout(document, styles));
  const { pages: { length: pages } } = cold.result;
  // A program is warm after some hundred pages, not after three short documents.
  const rounds = Math.max(3, Math.ceil((smoke ? 1 : WARMING_PAGES) / pages));
  const warm = Array.from({ length: rounds }, () => timed(() => createLayoutEngine(metrics).layout(document, styles)).ms);
  const engine = createLayoutEngine(metrics);
  engine.layout(document, styles);
  const again = [1, 2, 3].map(() => timed(() => engine.layout(document, styles)).ms);
  let doc = document;
  let place = middleOf(doc);
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    doc = new Transform(doc).insert(place, schema.text('照')).doc;
    place++;
    // The editor has numbered the document already.
    const numbering = numberDocument(doc);
    times.push(timed(() => {
      const caret = findCaret(engine.layout(doc, styles, { numbering }), place);
      if (!caret) throw new Error('the caret is on no page');
    }).ms);
  }
  const best = Math.min(...warm);
  return {
    pages, coldMs: round(cold.ms), coldMsPerPage: round(cold.ms / pages), warmMs: round(best), warmMsPerPage: round(best / pages), unchangedMs: round(Math.min(...again)),
    keyP50Ms: round(percentile(times, 50)), keyP95Ms: round(percentile(times, 95)), heapMB: Math.round(process.memoryUsage().heapUsed / 1e6),
  };
}

function middleOf(doc: Node): number {
  let place = 1;
  doc.forEach((block, pos) => {
    if (block.attrs.role === 'body' && pos < doc.content.size / 2) place = pos + 1 + Math.floor(block.content.size / 2);
  });
  return place;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const round = (ms: number): number => Math.round(ms * 1000) / 1000;
