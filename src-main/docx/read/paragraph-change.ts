import type { Element } from './parse-xml.ts';
import type { Layer, ParagraphChange } from '#core/document/revisions.ts';
import type { SourceShape } from '#core/intake/source.ts';
import type { Account } from './account.ts';
import { child } from './dom.ts';
import { shapeOf } from './shape.ts';
import type { StyleSheet } from './style-sheet.ts';

/** What revisions say of a paragraph: of its end (w:rPr of its mark) and of what it was (w:pPrChange). */
export function readParagraphChange(properties: Element | undefined, styles: StyleSheet, account: Account): ParagraphChange {
  if (!properties) {
    account.pause('ins');
    account.pause('del');
    return {};
  }
  const mark = child(properties, 'rPr');
  const inserted = child(mark, 'ins') ?? child(mark, 'moveTo');
  const deleted = child(mark, 'del') ?? child(mark, 'moveFrom');
  if (!inserted) account.pause('ins');
  if (!deleted) account.pause('del');
  const ins = inserted && account.rev('ins', inserted);
  const del = deleted && account.rev('del', deleted);
  const pPr = attributesBefore(properties, styles, account);
  if (child(properties, 'sectPr', 'sectPrChange') || child(properties, 'numPr', 'numberingChange')) account.note('layoutChange');
  return { ...(ins ? { ins } : {}), ...(del ? { del } : {}), ...(pPr ? { pPr } : {}) };
}

const DEFAULTS = { role: 'body', level: 0, runIn: false, align: null } as const;

function attributesBefore(properties: Element, styles: StyleSheet, account: Account): ParagraphChange['pPr'] {
  const change = child(properties, 'pPrChange');
  if (!change) return undefined;
  const now = complete(shapeOf(properties, styles));
  const before = complete(shapeOf(child(change, 'pPr'), styles));
  const changed = (Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).filter((name) => before[name] !== now[name]);
  account.pause('fmt');
  if (changed.length === 0) {
    account.note('layoutChange');
    return undefined;
  }
  const rev = account.rev('fmt', change);
  account.pause('fmt');
  return Object.fromEntries(changed.map((name): [string, Layer[]] => [name, [{ rev, from: before[name] }]]));
}

const complete = (shape: SourceShape): Record<keyof typeof DEFAULTS, unknown> => ({ ...DEFAULTS, ...shape });
