import type { Node } from 'prosemirror-model';
import type { ResolvedStyles, StyleKey } from '../template/styles.ts';
import { textOfLine } from './frame-page.ts';
import type { LayoutDiagnostic } from './frames.ts';
import type { Fit } from './fit.ts';
import type { Layout } from './layout-document.ts';
import type { FontId } from './metrics.ts';
import { measureLayout } from './measure/measure-layout.ts';
import type { Measurement } from './measure/measurement.ts';
import { millimetresOf } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** Pages and lines for people and programs: in millimetres from the upper left corner of the page, `y` the top of the line box. */
export interface LayoutReport {
  readonly pages: readonly PageReport[];
  /** Lines to a page and characters to a line that let the text stand well; 22 and 28 as a rule. */
  readonly fit: Fit;
  readonly diagnostics: readonly LayoutDiagnostic[];
  /** What the characters are set in, the font with most of them first. */
  readonly fonts: readonly FontUse[];
  /** Clause by clause of GB/T 9704—2012: what is asked for, what was measured, and where. */
  readonly clauses: readonly Measurement[];
}

export interface FontUse {
  readonly font: FontId;
  /** Of a face of the person's own; null for the bundled ones. */
  readonly name: string | null;
  readonly characters: number;
}

export interface PageReport {
  readonly number: number;
  readonly folio: number | null;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LineReport[];
}

export interface LineReport {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  /** `paragraph`, `heading`, `article`, `table`, or the name of the element: title, signature, copyTo … */
  readonly block: string;
}

/** Every line of every page. A table's head that is repeated is there again; page numbers are lines too. `names` are those of the person's own fonts. */
export function reportLayout(layout: Layout, doc: Node, styles: ResolvedStyles, names: ReadonlyMap<string, string> = new Map()): LayoutReport {
  return {
    pages: layout.pages.map((page, index) => {
      const frame = layout.frame(index);
      const lines = frame.lines.map((line) => ({
        x: round(line.turn ? line.turn.x : line.x), y: round(line.turn ? line.turn.y + line.x : line.y), width: round(line.width), text: textOfLine(line), block: blockOf(line.role),
      }));
      return { number: page.number, folio: page.folio, width: Math.round(millimetresOf(frame.width) * 10) / 10, height: Math.round(millimetresOf(frame.height) * 10) / 10, lines };
    }),
    fit: layout.fit,
    diagnostics: layout.diagnostics,
    fonts: fontsOf(layout, names),
    clauses: measureLayout(layout, doc, styles),
  };
}

function fontsOf(layout: Layout, names: ReadonlyMap<string, string>): FontUse[] {
  const counts = new Map<FontId, number>();
  for (let page = 0; page < layout.pages.length; page++) {
    for (const { font, advances } of layout.frame(page).lines.flatMap(({ runs }) => runs)) counts.set(font, (counts.get(font) ?? 0) + advances.filter((advance) => advance > 0).length);
  }
  return [...counts].map(([font, characters]) => ({ font, name: names.get(font) ?? null, characters })).sort((a, b) => b.characters - a.characters);
}

const round = (length: Millipoints): number => Math.round(millimetresOf(length) * 100) / 100;

function blockOf(role: StyleKey): string {
  if (role === 'body') return 'paragraph';
  if (role === 'tableHead' || role === 'tableCell') return 'table';
  return role.replace(/\d$/, '');
}
