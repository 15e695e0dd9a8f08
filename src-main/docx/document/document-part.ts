import { divideDocument, landscapePage, stretchesOf } from '#core/document/divide.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { flowBlocks } from './flow.ts';
import { imprintParagraph } from './imprint.ts';
import { mastheadParagraphs } from './masthead.ts';
import { placeParagraph } from './paragraph.ts';
import { sectionProperties, withSection } from './section.ts';
import type { Writing } from './writing.ts';

/** word/document.xml: 版头, the sections of the 主体 (upright or landscape), 版记. */
export function documentPart(writing: Writing, isImprintApart: boolean): Xml {
  const { masthead, main, imprint } = divideDocument(writing.doc);
  const sections = stretchesOf(main);
  // The 版记 stands at the foot of an upright page, and not where footnotes are.
  if (imprint.length > 0 && (sections.at(-1)!.isLandscape || isImprintApart)) sections.push({ isLandscape: false, blocks: [] });
  const body = sections.flatMap((section, index) => {
    const isFirst = index === 0;
    const isLast = index === sections.length - 1;
    const blocks = [
      ...(isFirst ? mastheadParagraphs(writing, masthead) : []),
      ...flowBlocks(writing, section.blocks, { measure: section.isLandscape ? landscapeMeasure(writing) : TEXT_WIDTH, startsPage: !isFirst, startsDocument: isFirst && masthead.length === 0 }),
    ];
    const properties = sectionProperties(writing.styles, { landscape: section.isLandscape, isFirst, hasNotes: writing.hasNotes, isNumbered: isFirst || section.blocks.length > 0 });
    if (isLast) return [...blocks, ...(imprint.length > 0 ? [imprintParagraph(writing, imprint)] : endWithParagraph(blocks)), properties];
    return endSection(blocks, properties);
  });
  return xml('w:document', {}, xml('w:body', {}, body));
}

export const hasLandscape = (writing: Writing): boolean => stretchesOf(divideDocument(writing.doc).main).some((section) => section.isLandscape);

function landscapeMeasure(writing: Writing): number {
  const page = landscapePage(writing.styles.page);
  return page.width - page.left - page.right;
}

const isParagraph = (block: Xml | undefined): block is Xml => block?.name === 'w:p';

/** The body must not end with a table. */
const endWithParagraph = (blocks: readonly Xml[]): Xml[] => (isParagraph(blocks.at(-1)) ? [] : [placeParagraph(20)]);

function endSection(blocks: readonly Xml[], properties: Xml): Xml[] {
  const last = blocks.at(-1);
  return isParagraph(last) ? [...blocks.slice(0, -1), withSection(last, properties)] : [...blocks, withSection(placeParagraph(20), properties)];
}
