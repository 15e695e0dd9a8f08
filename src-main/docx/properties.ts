import type { Face } from '#core/template/styles.ts';
import type { HalfPoints, Twips } from '#core/units/length.ts';
import { FONT_NAMES, latinFont } from './fonts.ts';
import { value, xml } from './xml.ts';
import type { Xml } from './xml.ts';

/** Paragraph properties this program writes. Lengths in twips. */
export interface ParagraphProperties {
  readonly style?: string | undefined;
  readonly keepNext?: boolean | undefined;
  readonly keepLines?: boolean | undefined;
  readonly pageBreakBefore?: boolean | undefined;
  /** A rule under the paragraph: weight in 1/8 pt, distance in points. */
  readonly ruleBelow?: { readonly weight: number; readonly space: number; readonly color: string } | undefined;
  readonly tabs?: readonly { readonly align: 'left' | 'center' | 'right'; readonly at: Twips }[] | undefined;
  /** The switches that keep the character grid (typesetting recipe); only the default style needs them. */
  readonly gridSwitches?: boolean | undefined;
  readonly before?: Twips | undefined;
  readonly after?: Twips | undefined;
  /** Exact line height. */
  readonly line?: Twips | undefined;
  /** That height is the least one: what is higher makes the line higher. */
  readonly isLineLeast?: boolean | undefined;
  readonly left?: Twips | undefined;
  readonly right?: Twips | undefined;
  /** Negative hangs. */
  readonly firstLine?: Twips | undefined;
  readonly align?: 'left' | 'center' | 'right' | 'justify' | undefined;
  readonly outline?: number | undefined;
  /** Insertion and deletion of the paragraph's end: the first children of the w:rPr of its mark. */
  readonly markChange?: readonly Xml[] | undefined;
  /** w:pPrChange: the properties before a change that is open. */
  readonly formerly?: Xml | undefined;
  /** Section that ends with this paragraph. */
  readonly section?: Xml | undefined;
}

/** The children of w:pPr in the order the schema fixes; null when there is nothing to say. */
export function paragraphProperties(p: ParagraphProperties): Xml | null {
  const children = [
    p.style === undefined ? null : value('w:pStyle', p.style),
    toggle('w:keepNext', p.keepNext),
    toggle('w:keepLines', p.keepLines),
    toggle('w:pageBreakBefore', p.pageBreakBefore),
    p.gridSwitches ? toggle('w:widowControl', false) : null,
    p.ruleBelow ? xml('w:pBdr', {}, xml('w:bottom', { 'w:val': 'single', 'w:sz': p.ruleBelow.weight, 'w:space': p.ruleBelow.space, 'w:color': p.ruleBelow.color })) : null,
    p.tabs ? xml('w:tabs', {}, p.tabs.map((tab) => xml('w:tab', { 'w:val': tab.align, 'w:pos': tab.at }))) : null,
    p.gridSwitches
      // overflowPunct is written out: where it is missing LibreOffice hangs marks and its PDF loses them.
      ? [xml('w:kinsoku'), xml('w:overflowPunct'), toggle('w:autoSpaceDE', false), toggle('w:autoSpaceDN', false), toggle('w:snapToGrid', false)]
      : null,
    spacing(p),
    p.left === undefined && p.right === undefined && p.firstLine === undefined ? null : indent(p),
    p.align === undefined ? null : value('w:jc', p.align === 'justify' ? 'both' : p.align),
    p.outline ? value('w:outlineLvl', p.outline - 1) : null,
    p.markChange ? xml('w:rPr', {}, p.markChange) : null,
    p.section ?? null,
    p.formerly ?? null,
  ].flat().filter((child): child is Xml => child !== null);
  return children.length === 0 ? null : xml('w:pPr', {}, children);
}

/** Run properties this program writes. */
export interface RunProperties {
  readonly style?: string | undefined;
  readonly face?: Face | undefined;
  /** Latin letters and digits from this face too. */
  readonly wholeFace?: boolean | undefined;
  readonly bold?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly position?: 'superscript' | 'subscript' | undefined;
  readonly color?: string | undefined;
  readonly spacing?: Twips | undefined;
  readonly size?: HalfPoints | undefined;
  /** Text shown in the East Asian font even where a character (“”…—) could be Latin. */
  readonly eastAsian?: boolean | undefined;
}

/** The children of w:rPr in the order the schema fixes; null when there is nothing to say. */
export function runProperties(r: RunProperties): Xml | null {
  const children = [
    r.style === undefined ? null : value('w:rStyle', r.style),
    r.face === undefined && !r.eastAsian ? null : fonts(r),
    ...(r.bold === undefined ? [] : [toggle('w:b', r.bold), toggle('w:bCs', r.bold)]),
    r.color === undefined ? null : value('w:color', r.color),
    r.spacing === undefined ? null : value('w:spacing', r.spacing),
    ...(r.size === undefined ? [] : [value('w:sz', r.size), value('w:szCs', r.size)]),
    r.underline ? value('w:u', 'single') : null,
    r.position ? value('w:vertAlign', r.position) : null,
  ].filter((child): child is Xml => child !== null);
  return children.length === 0 ? null : xml('w:rPr', {}, children);
}

function fonts(r: RunProperties): Xml {
  const latin = r.face && (r.wholeFace ? FONT_NAMES[r.face] : latinFont(r.face));
  return xml('w:rFonts', { 'w:hint': r.eastAsian ? 'eastAsia' : undefined, 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': r.face && FONT_NAMES[r.face], 'w:cs': latin });
}

function spacing(p: ParagraphProperties): Xml | null {
  if (p.before === undefined && p.after === undefined && p.line === undefined) return null;
  return xml('w:spacing', { 'w:before': p.before, 'w:after': p.after, 'w:line': p.line, 'w:lineRule': p.line === undefined ? undefined : p.isLineLeast ? 'atLeast' : 'exact' });
}

/** In twips only: the character units of Word depend on its grid, and older LibreOffice ignores them. */
function indent(p: ParagraphProperties): Xml {
  const first = p.firstLine ?? 0;
  return xml('w:ind', {
    'w:left': p.left, 'w:right': p.right,
    'w:firstLine': p.firstLine !== undefined && first >= 0 ? first : undefined,
    'w:hanging': first < 0 ? -first : undefined,
  });
}

function toggle(name: string, on: boolean | undefined): Xml | null {
  return on === undefined ? null : on ? xml(name) : value(name, '0');
}
