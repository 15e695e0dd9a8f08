import type { FontId } from '../metrics.ts';
import type { Millipoints } from '../unit.ts';

/** What is measured: a length in mm, a count of lines of 28.95 pt or of characters (三号; 四号 in 版记 and 页码), a type. */
export type Quantity =
  | { readonly unit: 'mm' | 'line' | 'character'; readonly value: number }
  | { readonly unit: 'type'; readonly font: FontId; readonly size: Millipoints };

/** How measured and required compare: the same within a tolerance, no less, no more. */
export type Comparison = 'same' | 'least' | 'most';

export interface LayoutRule {
  /** Clause of GB/T 9704—2012. */
  readonly clause: string;
  readonly required: Quantity;
  /** In the unit of the quantity; nothing for types. */
  readonly tolerance: number;
  readonly compares: Comparison;
}

const rule = (clause: string, unit: 'mm' | 'line' | 'character', value: number, tolerance: number, compares: Comparison = 'same'): LayoutRule => ({ clause, required: { unit, value }, tolerance, compares });
const type = (clause: string, font: FontId, points: number): LayoutRule => ({ clause, required: { unit: 'type', font, size: points * 1000 }, tolerance: 0, compares: 'same' });

/** Every rule of the report, in the order of the standard; what it asks for. Tolerances: those the standard names, else 0.1 mm, 0.1 of a line or character. */
export const LAYOUT_RULES = {
  'paper-width': rule('5.1', 'mm', 210, 1),
  'paper-height': rule('5.1', 'mm', 297, 1),
  'top-margin': rule('5.2.1', 'mm', 37, 1),
  'binding-margin': rule('5.2.1', 'mm', 28, 1),
  'text-width': rule('5.2.1', 'mm', 156, 0.1),
  'text-height': rule('5.2.1', 'mm', 225, 0.1),
  'body-type': type('5.2.2', 'fang', 16),
  'lines-a-page': rule('5.2.3', 'line', 22, 0),
  'characters-a-line': rule('5.2.3', 'character', 28, 0),
  'copy-number-line': rule('7.2.1', 'line', 1, 0),
  'secrecy-type': type('7.2.2', 'hei', 16),
  'secrecy-left': rule('7.2.2', 'character', 0, 0.1),
  'urgency-type': type('7.2.3', 'hei', 16),
  'urgency-left': rule('7.2.3', 'character', 0, 0.1),
  'mark-top': rule('7.2.4', 'mm', 35, 0.1),
  'number-below-mark': rule('7.2.5', 'line', 2, 0.1),
  'signatory-right': rule('7.2.6', 'character', 1, 0.6),
  'signatory-type': type('7.2.6', 'kai', 16),
  'rule-below-number': rule('7.2.7', 'mm', 4, 0.1),
  'rule-length': rule('7.2.7', 'mm', 156, 0.1),
  'title-type': type('7.3.1', 'biao', 22),
  'title-below-rule': rule('7.3.1', 'line', 2, 0.1),
  'title-middle': rule('7.3.1', 'mm', 0, 0.3),
  'addressee-below-title': rule('7.3.2', 'line', 1, 0.1),
  'addressee-left': rule('7.3.2', 'character', 0, 0.1),
  'first-page-text': rule('7.3.3', 'line', 1, 0, 'least'),
  'body-indent': rule('7.3.3', 'character', 2, 0.1),
  'heading1-type': type('7.3.3', 'hei', 16),
  'heading2-type': type('7.3.3', 'kai', 16),
  'attachment-note-below': rule('7.3.4', 'line', 1, 0.1),
  'attachment-note-indent': rule('7.3.4', 'character', 2, 0.1),
  'date-right': rule('7.3.5', 'character', 4, 0.1),
  'signature-right': rule('7.3.5', 'character', 2, 0.1),
  'signature-over-date': rule('7.3.5.1', 'mm', 0, 0.5),
  'seal-below-text': rule('7.3.5.1', 'line', 1, 0.05, 'most'),
  'date-after-signature': rule('7.3.5.2', 'character', 2, 0.1),
  'closing-text': rule('7.3.5.5', 'line', 1, 0, 'least'),
  'note-indent': rule('7.3.6', 'character', 2, 0.1),
  'note-below-date': rule('7.3.6', 'line', 0, 0.1),
  'annex-mark-line': rule('7.3.7', 'line', 1, 0.1),
  'annex-mark-type': type('7.3.7', 'hei', 16),
  'annex-title-line': rule('7.3.7', 'line', 3, 0.1),
  'imprint-outer-rule': rule('7.4.1', 'mm', 0.35, 0.02),
  'imprint-inner-rule': rule('7.4.1', 'mm', 0.25, 0.02),
  'imprint-foot': rule('7.4.1', 'mm', 0, 0.1),
  'imprint-type': type('7.4.2', 'fang', 14),
  'copy-to-left': rule('7.4.2', 'character', 1, 0.1),
  'printer-left': rule('7.4.3', 'character', 1, 0.1),
  'print-date-right': rule('7.4.3', 'character', 1, 0.1),
  'folio-type': type('7.5', 'song', 14),
  'folio-below': rule('7.5', 'mm', 7, 0.2),
  'folio-side': rule('7.5', 'character', 1, 0.1),
  'letter-rule-length': rule('10.1', 'mm', 170, 0.1),
  'letter-rule-below-mark': rule('10.1', 'mm', 4, 0.1),
  'letter-foot-rule': rule('10.1', 'mm', 20, 0.1),
  'letter-number-right': rule('10.1', 'character', 0, 0.1),
} as const satisfies Record<string, LayoutRule>;

export type LayoutRuleId = keyof typeof LAYOUT_RULES;

/** A place on a page, in mm from its upper left corner. */
export interface MeasuredPlace {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One rule as the pages keep it: the required quantity beside the measured one, at the place where it is worst kept.
 * `fitted`: another than the usual one so that a 落款 stands with text, as 7.3.5.5 asks.
 */
export interface Measurement {
  readonly rule: LayoutRuleId;
  readonly clause: string;
  readonly required: Quantity;
  readonly compares: Comparison;
  readonly measured: Quantity;
  readonly state: 'kept' | 'fitted' | 'broken';
  readonly place: MeasuredPlace;
  /** How many places were measured. */
  readonly count: number;
}
