import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Node } from 'prosemirror-model';
import type { LineFrame } from '#core/layout/frames.ts';
import { textOfLine } from '#core/layout/frame-page.ts';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import type { Layout, LayoutEngine, LayoutOptions } from '#core/layout/layout-document.ts';
import { FONT_IDS, readMetricsPack } from '#core/layout/metrics.ts';
import type { BundledFontId, FontMetricsFile } from '#core/layout/metrics.ts';
import { millimetresOf } from '#core/layout/unit.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';

const folder = resolve(import.meta.dirname, '../../resources/metrics');

/** The advance tables of the bundled faces. */
export const metrics = readMetricsPack(Object.fromEntries(FONT_IDS.map((id) => [id, JSON.parse(readFileSync(`${folder}/${id}.json`, 'utf8'))])) as Record<BundledFontId, FontMetricsFile>);

export const createEngine = (): LayoutEngine => createLayoutEngine(metrics);

type Look = Pick<Template, 'format' | 'closing' | 'styles'>;

/** A document on pages, in the common format unless said otherwise. */
export const layOut = (doc: Node, look: Partial<Look> | null = null, options: LayoutOptions = {}): Layout =>
  createEngine().layout(doc, resolveStyles(look && { format: 'document', ...look }), options);

/** The lines of a page by index, page number left out. */
export const linesOn = (layout: Layout, page = 0): readonly LineFrame[] => layout.frame(page).lines.filter((line) => line.paragraph !== null);

/** Their words. */
export const wordsOn = (layout: Layout, page = 0): string[] => linesOn(layout, page).map(textOfLine);

/** Where the first character of a line begins and the last one ends. */
export function inkOf(line: LineFrame): { left: number; right: number } {
  const last = line.runs.at(-1)!;
  return { left: line.runs[0]!.xs[0]!, right: last.xs.at(-1)! + last.advances.at(-1)! };
}

/** Millimetres to two places, for what the standard says in millimetres. */
export const mm = (length: number): number => Math.round(millimetresOf(length) * 100) / 100;
