import { cellText } from './lines.ts';
import type { Cell } from './lines.ts';

/** What stands in a column below the head: how many of its cells are figures (0 to 1), and which forms they have. */
export interface ColumnKind {
  readonly figures: number;
  readonly forms: ReadonlySet<string>;
}

/** A figure, also with its unit: 12.5、103655.000、30%、12万元. */
export const FIGURE = /^[-—–+±≥≤<>＜＞]?\d[\d,.，．]*(?: ?(?:[%％‰㎡]|[\u4e00-\u9fff]{1,2}))?$/;

/** 2024年 and 2025年 are of one form, 12.5 and 13 too. */
export const formOf = (text: string): string => text.replace(/\d[\d,.，．]*/g, '0');

/** Of rows as wide as the table: in shorter ones nothing tells which column a cell belongs to. */
export function columnKinds(rows: readonly (readonly Cell[])[], width: number): ColumnKind[] {
  const whole = rows.filter((row) => row.length === width);
  return Array.from({ length: width }, (_, column) => {
    const texts = whole.map((row) => cellText(row[column]!)).filter((text) => text !== '');
    return { figures: texts.filter((text) => FIGURE.test(text)).length / Math.max(1, texts.length), forms: new Set(texts.map(formOf)) };
  });
}
