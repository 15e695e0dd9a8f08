import type { Element } from './parse-xml.ts';
import { attribute, child, elements, isOn, numberOf, valueOf } from './dom.ts';

/** What a style says that tells the kind of a paragraph, those it is based on included. */
export interface StyleFacts {
  readonly name: string;
  /** 1–9; 0 for body text. */
  readonly outline: number;
  readonly align: string | undefined;
  readonly numbering: NumberingLink | undefined;
}

export interface NumberingLink {
  readonly id: string;
  readonly level: number;
}

export interface StyleSheet {
  /** The facts of a paragraph's style, or of the default one. */
  paragraph(id: string | undefined): StyleFacts;
  /** The name of a style of any kind, '' where there is none. */
  nameOf(id: string | undefined): string;
  /** Whether a style of any kind hides its text. */
  hides(id: string | undefined): boolean;
  /** Its outline levels tell nothing: running text bears them too. */
  readonly isOutlineIdle?: boolean;
}

const PLAIN: StyleFacts = { name: '', outline: 0, align: undefined, numbering: undefined };

export function readStyleSheet(root: Element | undefined): StyleSheet {
  const styles = new Map<string, Element>();
  let standard: string | undefined;
  for (const style of root ? elements(root, 'style') : []) {
    const id = attribute(style, 'styleId');
    if (id === undefined) continue;
    styles.set(id, style);
    if (attribute(style, 'type') === 'paragraph' && ['1', 'true', 'on'].includes(attribute(style, 'default') ?? '')) standard = id;
  }
  const known = new Map<string, StyleFacts>();
  const resolve = (id: string | undefined, depth = 0): StyleFacts => {
    const style = id === undefined ? undefined : styles.get(id);
    // A style based on itself, through others, is a broken file, not a reason to hang.
    if (!style || depth > 20) return PLAIN;
    const found = known.get(id!);
    if (found) return found;
    const base = resolve(valueOf(style, 'basedOn'), depth + 1);
    const properties = child(style, 'pPr');
    const outline = numberOf(valueOf(properties, 'outlineLvl'));
    const name = valueOf(style, 'name') ?? '';
    const facts: StyleFacts = {
      name,
      outline: outline === undefined ? outlineOfName(name) ?? base.outline : outline > 8 ? 0 : outline + 1,
      align: valueOf(properties, 'jc') ?? base.align,
      numbering: readNumberingLink(properties) ?? base.numbering,
    };
    known.set(id!, facts);
    return facts;
  };
  const hides = (id: string | undefined, depth = 0): boolean => {
    const style = id === undefined ? undefined : styles.get(id);
    return style !== undefined && depth <= 20 && (isOn(child(style, 'rPr'), 'vanish') ?? hides(valueOf(style, 'basedOn'), depth + 1));
  };
  return { hides: (id) => hides(id), paragraph: (id) => resolve(id ?? standard), nameOf: (id) => (id === undefined ? '' : (valueOf(styles.get(id), 'name') ?? '')) };
}

/** Headings known by name, with or without an outline level in the file: Word's own, and what WPS, OA systems and offices call theirs. */
function outlineOfName(name: string): number | undefined {
  const match = /^(?:heading|标题)\s*([1-9])(?:\s*字符)?$/i.exec(name) ?? /^(?:公文)?([1-5一二三四五])\s*级标题(?:样式)?$/.exec(name) ?? /^(?:公文)?标题([一二三四五])级?(?:样式)?$/.exec(name) ?? /^公文标题\s*([1-5])$/.exec(name);
  if (!match) return undefined;
  const level = '一二三四五'.indexOf(match[1]!) + 1;
  return level > 0 ? level : Number(match[1]);
}

/** w:numPr of a paragraph or style; id 0 says that it bears no number. */
export function readNumberingLink(properties: Element | undefined): NumberingLink | undefined {
  const link = child(properties, 'numPr');
  const id = valueOf(link, 'numId');
  return link && id !== undefined ? { id, level: numberOf(valueOf(link, 'ilvl')) ?? 0 } : undefined;
}
