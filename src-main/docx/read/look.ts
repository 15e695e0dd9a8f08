import type { Element } from './parse-xml.ts';
import type { Layer } from '#core/document/revisions.ts';
import type { MarkName } from '#core/document/schema.ts';
import type { SourceMark } from '#core/intake/source.ts';
import type { Account } from './account.ts';
import { attribute, child, elements, isOn, valueOf } from './dom.ts';
import type { StyleSheet } from './style-sheet.ts';
import { isSymbolFont } from './symbols.ts';

/** How a run of text looks, as far as a document says it. */
export interface Look {
  /** Name of the run style; '' for none. */
  readonly style: string;
  readonly marks: readonly SourceMark[];
  /** The font whose letters are pictures, where its text is in one. */
  readonly symbols?: string;
}

export const PLAIN_LOOK: Look = { style: '', marks: [] };

const FORMATS = ['bold', 'underline', 'superscript', 'subscript'] as const satisfies readonly MarkName[];

/** Undefined for hidden text, which nobody sees. */
export function readLook(properties: Element | undefined, styles: StyleSheet, account: Account): Look | undefined {
  if (!properties) {
    account.pause('fmt');
    return PLAIN_LOOK;
  }
  if (isOn(properties, 'vanish') ?? styles.hides(valueOf(properties, 'rStyle'))) return undefined;
  const marks = formatsOf(properties);
  const font = attribute(child(properties, 'rFonts'), 'ascii') ?? '';
  return { ...(isSymbolFont(font) ? { symbols: font } : {}), style: styles.nameOf(valueOf(properties, 'rStyle')), marks: [...marks.map((mark) => ({ mark })), ...changeOf(properties, marks, account)] };
}

function formatsOf(properties: Element | undefined): MarkName[] {
  if (!properties) return [];
  const vertical = valueOf(properties, 'vertAlign');
  return FORMATS.filter((name) => (name === 'bold' ? isOn(properties, 'b') : name === 'underline' ? isOn(properties, 'u') : vertical === name));
}

/** w:rPrChange holds all properties as they were; those the schema has become layers of `fmt`, others are only told of. */
function changeOf(properties: Element, now: readonly MarkName[], account: Account): SourceMark[] {
  const change = child(properties, 'rPrChange');
  if (!change) {
    account.pause('fmt');
    return [];
  }
  const old = child(change, 'rPr');
  const before = formatsOf(old);
  const changed = FORMATS.filter((name) => before.includes(name) !== now.includes(name));
  if (changed.length === 0) {
    if (looksOf(properties) !== looksOf(old)) account.note('formatChange');
    account.pause('fmt');
    return [];
  }
  const rev = account.rev('fmt', change);
  const layers = Object.fromEntries(changed.map((name): [string, Layer[]] => [name, [{ rev, from: before.includes(name) }]]));
  return [{ mark: 'fmt', attrs: { layers } }];
}

const looksOf = (properties: Element | undefined): string =>
  properties ? elements(properties).filter(({ localName }) => localName !== 'rPrChange').map((each) => `${each.localName}=${valueOf(properties, each.localName) ?? ''}`).join(' ') : '';
