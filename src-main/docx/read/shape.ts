import type { Element } from './parse-xml.ts';
import type { SourceShape } from '#core/intake/source.ts';
import { hasLevels } from '#core/document/roles.ts';
import { STYLE_KEY_BY_NAME } from '../styles/style-names.ts';
import { numberOf, valueOf } from './dom.ts';
import { ownStyle } from './own-lines.ts';
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
  return { ...hintOf(style, numberOf(valueOf(properties, 'outlineLvl')), shown), ...(shown ? { align: shown } : {}) };
}

/** Elements whose alignment we write only when a person has chosen it. */
export const KEEPS_ALIGN: ReadonlySet<string> = new Set(['title', 'titleNote', 'addressee', 'heading', 'article', 'body', 'note', 'annex', 'embedded']);

type Align = NonNullable<SourceShape['align']>;

export function alignOf(jc: string | undefined): Align | undefined {
  return jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : jc === 'left' || jc === 'start' ? 'left' : undefined;
}

/** What the styles of other word processors say. A centred heading is rather the title of the whole, which they often set as 标题 1. */
function hintOf(style: StyleFacts, own: number | undefined, align: Align | undefined): Pick<SourceShape, 'role' | 'level'> {
  if (/^title$|^标题$/i.test(style.name)) return { role: 'title' };
  const outline = own === undefined ? style.outline : own > 8 ? 0 : own + 1;
  if (outline >= 1 && outline <= 4 && align !== 'center') return { role: 'heading', level: outline };
  return {};
}
