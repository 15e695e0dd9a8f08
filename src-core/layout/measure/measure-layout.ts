import type { Node } from 'prosemirror-model';
import { closingOf } from '../../document/closing.ts';
import { ownEnd } from '../../document/elements.ts';
import type { ResolvedStyles } from '../../template/styles.ts';
import type { Box, PageFrame } from '../frames.ts';
import { STANDARD_FIT } from '../fit.ts';
import type { Layout } from '../layout-document.ts';
import { millimetresOf } from '../unit.ts';
import { measureImprint } from './imprint-rules.ts';
import { measureMain } from './main-rules.ts';
import { measureMasthead } from './masthead-rules.ts';
import type { Comparison, LayoutRuleId, Measurement, Quantity } from './measurement.ts';
import { LAYOUT_RULES } from './measurement.ts';
import { measurePage } from './page-rules.ts';

/** Measures pages one by one, so that a window can do it in pieces. */
export interface Measurer {
  add(frame: PageFrame): void;
  /** What has been measured so far, in the order of the standard. */
  results(): Measurement[];
}

interface Found extends Measurement {
  readonly distance: number;
}

/** Measures what stands on pages against GB/T 9704—2012, from their frames alone: what is printed is what is measured. */
export function createMeasurer(layout: Pick<Layout, 'pages' | 'fit'>, doc: Node, styles: ResolvedStyles): Measurer {
  const found = new Map<string, Found>();
  const own = closingOf(doc, styles.closing);
  const end = ownEnd(doc);
  const { fit } = layout;
  const isFitted = (rule: LayoutRuleId): boolean => (rule === 'lines-a-page' && fit.lines !== STANDARD_FIT.lines) || (rule === 'characters-a-line' && fit.characters !== STANDARD_FIT.characters);
  const addTo = (frame: PageFrame) => (rule: LayoutRuleId, measured: Quantity, box: Box, own: { readonly required?: Quantity; readonly clause?: string } = {}): void => {
    const { required: usual, clause, tolerance, compares } = LAYOUT_RULES[rule];
    const required = own.required ?? usual;
    const distance = distanceOf(required, measured, compares);
    const key = `${rule} ${own.clause ?? ''}`;
    const worst = found.get(key);
    const count = (worst?.count ?? 0) + 1;
    if (worst && worst.distance >= distance) found.set(key, { ...worst, count });
    else {
      const state = distance <= tolerance ? 'kept' : isFitted(rule) ? 'fitted' : 'broken';
      found.set(key, { rule, clause: own.clause ?? clause, required, compares, measured, state, place: placeOf(frame.number, box), count, distance });
    }
  };
  return {
    add(frame) {
      // A part begins a page: its 落款 is that of a copy.
      const at = frame.lines.find(({ paragraph }) => paragraph !== null)?.from ?? 0;
      const closing = at > end ? 'unsealed' : own;
      const measuring = { frame, isFirst: frame.number === 1, pages: layout.pages.length, format: styles.format, closing, add: addTo(frame) };
      measurePage(measuring);
      measureMasthead(measuring);
      measureMain(measuring);
      measureImprint(measuring);
    },
    results: () => [...found.values()].sort((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule)).map(({ distance: _, ...measurement }) => measurement),
  };
}

/** All pages at once. */
export function measureLayout(layout: Layout, doc: Node, styles: ResolvedStyles): Measurement[] {
  const measurer = createMeasurer(layout, doc, styles);
  layout.pages.forEach((_, index) => measurer.add(layout.frame(index)));
  return measurer.results();
}

const ORDER = Object.keys(LAYOUT_RULES) as LayoutRuleId[];

/** How far a quantity is from the one required, in its unit; a type is right or wrong. */
function distanceOf(required: Quantity, measured: Quantity, compares: Comparison): number {
  if (required.unit === 'type' || measured.unit === 'type') return required.unit === 'type' && measured.unit === 'type' && required.font === measured.font && required.size === measured.size ? 0 : 1;
  const over = measured.value - required.value;
  return Math.round((compares === 'same' ? Math.abs(over) : compares === 'least' ? Math.max(0, -over) : Math.max(0, over)) * 1000) / 1000;
}

const placeOf = (page: number, { x, y, width, height }: Box): Measurement['place'] => {
  const round = (length: number): number => Math.round(millimetresOf(length) * 10) / 10;
  return { page, x: round(x), y: round(y), width: round(width), height: round(height) };
};
