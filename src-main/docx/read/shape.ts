import type { Element } from './parse-xml.ts';
import type { SourceShape } from '#core/intake/source.ts';
import { hasLevels } from '#core/document/roles.ts';
import { STYLE_KEY_BY_NAME } from '../styles/style-names.ts';
import { readLabel } from '#core/intake/recognise/label.ts';
import { DATE_LINE, isAddressee } from '#core/intake/recognise/patterns.ts';
import { child, elements, numberOf, valueOf } from './dom.ts';
import { ownStyle } from './own-lines.ts';
import { readPlain } from './plain.ts';
import { readNumberingLink } from './style-sheet.ts';
import type { StyleFacts, StyleSheet } from './style-sheet.ts';

/** What the properties of a paragraph, its style included, say it is. */
export function shapeOf(properties: Element | undefined, styles: StyleSheet): SourceShape {
  const style = styles.paragraph(valueOf(properties, 'pStyle'));
  const align = alignOf(valueOf(properties, 'jc'));
  const own = ownStyle(style.name);
  if (own && own !== 'none') {
    const { role, level, runIn } = own;
    return { role, ...(hasLevels(role) ? { level } : {}), ...(runIn ? { runIn } : {}), ...(align && KEEPS_ALIGN.has(role) ? { align } : {}) };
  }
  // How cells of ours are set by themselves is their table's business.
  const shown = align ?? (STYLE_KEY_BY_NAME.has(style.name) ? undefined : alignOf(style.align));
  return { ...(styles.isOutlineIdle ? {} : hintOf(style, numberOf(valueOf(properties, 'outlineLvl')), shown)), ...(shown ? { align: shown } : {}) };
}

/** Elements whose alignment we write only when a person has chosen it. */
export const KEEPS_ALIGN: ReadonlySet<string> = new Set(['title', 'titleNote', 'addressee', 'heading', 'article', 'body', 'note', 'annex', 'embedded']);

type Align = NonNullable<SourceShape['align']>;

export function alignOf(jc: string | undefined): Align | undefined {
  return jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : jc === 'left' || jc === 'start' ? 'left' : undefined;
}

const LONGEST_HEADING = 40;
const FEWEST_WRONG = 2;

/** Some files say of everything that it is a heading: where running text is called one again and again, none of it is believed. */
export function withTrustedOutlines(styles: StyleSheet, body: Element): StyleSheet {
  const hinted = elements(body, 'p').filter((paragraph) => {
    const properties = child(paragraph, 'pPr');
    const style = styles.paragraph(valueOf(properties, 'pStyle'));
    return ownStyle(style.name) === undefined && hintOf(style, numberOf(valueOf(properties, 'outlineLvl')), alignOf(valueOf(properties, 'jc'))).role === 'heading' && !readNumberingLink(properties) && !style.numbering;
  });
  const texts = hinted.map((paragraph) => readPlain(paragraph).trim()).filter((text) => text !== '' && readLabel(text) === undefined);
  const wrong = texts.filter((text) => isAddressee(text) || DATE_LINE.test(text.replace(/\s/g, '')) || (/[。：]/.test(text) && (text.length > LONGEST_HEADING || /[。：]$/.test(text))));
  return wrong.length >= FEWEST_WRONG && wrong.length * 2 >= texts.length ? { ...styles, isOutlineIdle: true } : styles;
}

/** What the styles of other word processors say. A centred heading is rather the title of the whole, which they often set as 标题 1. */
function hintOf(style: StyleFacts, own: number | undefined, align: Align | undefined): Pick<SourceShape, 'role' | 'level'> {
  if (/^title$|^标题$/i.test(style.name)) return { role: 'title' };
  const outline = own === undefined ? style.outline : own > 8 ? 0 : own + 1;
  if (outline >= 1 && outline <= 4 && align !== 'center') return { role: 'heading', level: outline };
  return {};
}
