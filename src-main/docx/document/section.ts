import { landscapePage } from '#core/document/divide.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import type { Twips } from '#core/units/length.ts';
import { footnoteProperties } from './footnotes.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

export interface SectionForm {
  readonly landscape: boolean;
  /** Begins the document: a letter's first page bears no number (10.1). */
  readonly isFirst: boolean;
  readonly hasNotes: boolean;
  /** False for a page that holds nothing but the 版记: it bears no number (7.5). */
  readonly isNumbered: boolean;
}

/** Distance of the page number from the lower edge of the paper: its dash stands 7 mm below the text block (7.5; measured). */
const FOOTER_DISTANCE: Twips = 1430;
const HEADER_DISTANCE: Twips = 851;

/** w:sectPr: paper, margins, grid (GB/T 9704—2012 5.1, 5.2) and which page numbers apply. */
export function sectionProperties(styles: ResolvedStyles, { landscape, isFirst, isNumbered, hasNotes }: SectionForm): Xml {
  const page = landscape ? landscapePage(styles.page) : styles.page;
  const unnumberedFirst = isFirst && styles.format === 'letter';
  const footer = (type: string, id: string): Xml => xml('w:footerReference', { 'w:type': type, 'r:id': id });
  return xml('w:sectPr', {},
    footer('default', isNumbered ? (landscape ? 'rIdLandscapeOdd' : 'rIdOdd') : 'rIdUnnumbered'),
    footer('even', isNumbered ? (landscape ? 'rIdLandscapeEven' : 'rIdEven') : 'rIdUnnumbered'),
    unnumberedFirst ? footer('first', 'rIdUnnumbered') : null,
    hasNotes ? footnoteProperties() : null,
    value('w:type', 'nextPage'),
    xml('w:pgSz', { 'w:w': page.width, 'w:h': page.height, 'w:orient': landscape ? 'landscape' : undefined }),
    xml('w:pgMar', { 'w:top': page.top, 'w:right': page.right, 'w:bottom': page.bottom, 'w:left': page.left, 'w:header': HEADER_DISTANCE, 'w:footer': landscape ? 500 : FOOTER_DISTANCE, 'w:gutter': 0 }),
    unnumberedFirst ? xml('w:titlePg') : null,
    xml('w:docGrid', { 'w:type': 'lines', 'w:linePitch': styles.paragraph.body.line }));
}

/** A section's properties stand last in its last paragraph, before what that was. */
export function withSection(paragraph: Xml, section: Xml): Xml {
  const [first, ...rest] = paragraph.children;
  if (typeof first === 'object' && first.name === 'w:pPr') {
    const isFormer = (each: Xml | string): boolean => typeof each === 'object' && each.name === 'w:pPrChange';
    const [now, former] = [first.children.filter((each) => !isFormer(each)), first.children.filter(isFormer)];
    return { ...paragraph, children: [{ ...first, children: [...now, section, ...former] }, ...rest] };
  }
  return { ...paragraph, children: [xml('w:pPr', {}, section), ...paragraph.children] };
}
