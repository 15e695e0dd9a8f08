import type { ColumnKind } from './column-kind.ts';
import { cellText } from './lines.ts';
import type { Cell } from './lines.ts';

/** Heads of one column, which reach down beside those that are divided. */
const UNDIVIDED = /^(?:序号|编号|备注|说明|合计|总计|小计|姓名)$/;
/** A head that is still not divided after so many steps is left as it is. */
const MOST_STEPS = 5_000;

/** How many columns each head reaches over, and over how many names of the second row (none: it reaches down). */
interface Reading {
  readonly spans: readonly { readonly columns: number; readonly names: number }[];
}

/**
 * Heads of a table whose merges are lost: 序号 单位 2024年 2025年 备注, below it 数量 金额 数量 金额, then rows of seven cells. Each name
 * belongs to one of the heads, names that come again (数量 金额 数量 金额) to as many heads; columns of one name hold the same. The only
 * way to read it so, or that with most figures under the names, is taken; undefined where there are several.
 */
export function placeSubheads(heads: readonly Cell[], names: readonly Cell[], columns: readonly ColumnKind[]): Cell[][] | undefined {
  const exact = readings(heads, names, columns, 0);
  const best = exact.length > 0 ? exact : readings(heads, names, columns, 1);
  const rated = best.map((reading) => ({ reading, figures: figuresUnderNames(reading, columns) }));
  const most = Math.max(...rated.map(({ figures }) => figures));
  const [only, another] = rated.filter(({ figures }) => figures === most);
  if (only === undefined || another !== undefined) return undefined;
  return [heads.map((cell, index) => {
    const span = only.reading.spans[index]!;
    return { ...cell, colspan: span.columns, rowspan: span.names > 0 ? 1 : 2 };
  }), [...names]];
}

/** All ways to give every name a head and every column one; `loose`: one head reaches over so many more columns than it has names. */
function readings(heads: readonly Cell[], names: readonly Cell[], columns: readonly ColumnKind[], loose: number): Reading[] {
  const found: Reading[] = [];
  let steps = 0;
  const period = periodOf(names.map(cellText));
  const step = (spans: Reading['spans'], column: number, name: number, left: number): void => {
    if (++steps > MOST_STEPS) return;
    const head = heads[spans.length];
    if (head === undefined) {
      if (column === columns.length && name === names.length && left === 0 && areAlike(spans, names, columns)) found.push({ spans });
      return;
    }
    const next = (wide: number, named: number, rest: number): void => {
      if (column + wide <= columns.length && name + named <= names.length) step([...spans, { columns: wide, names: named }], column + wide, name + named, rest);
    };
    next(1, 0, left);
    // The first column names the rows.
    if (spans.length === 0) return;
    if (left > 0) next(1 + left, 0, 0);
    if (UNDIVIDED.test(cellText(head).replace(/[ \u3000]/g, ''))) return;
    if (period < names.length) next(period, period, left);
    else for (let wide = 2; wide <= names.length - name; wide++) next(wide, wide, left);
  };
  step([], 0, 0, loose);
  return steps > MOST_STEPS ? [] : found;
}

/** After how many names they come again; all of them where they do not. */
function periodOf(texts: readonly string[]): number {
  for (let period = 2; period * 2 <= texts.length; period++) {
    if (texts.length % period === 0 && texts.every((text, index) => text === texts[index % period])) return period;
  }
  return texts.length;
}

/** Columns of one name hold figures, or hold none. */
function areAlike(spans: Reading['spans'], names: readonly Cell[], columns: readonly ColumnKind[]): boolean {
  const usual = new Map<string, number>();
  return namedColumns(spans).every((column, index) => {
    const text = cellText(names[index]!);
    const figures = columns[column]!.figures;
    if (!usual.has(text)) usual.set(text, figures);
    return Math.abs(usual.get(text)! - figures) <= 0.5;
  });
}

function namedColumns(spans: Reading['spans']): number[] {
  let column = 0;
  return spans.flatMap((span) => {
    const first = column;
    column += span.columns;
    return Array.from({ length: span.names }, (_, at) => first + at);
  });
}

const figuresUnderNames = ({ spans }: Reading, columns: readonly ColumnKind[]): number => namedColumns(spans).reduce((sum, column) => sum + Math.round(columns[column]!.figures), 0);
