import type { Node } from 'prosemirror-model';
import { beginsPart, ROLES } from '#core/document/roles.ts';
import type { Part, Role } from '#core/document/roles.ts';
import { roleOf } from '#core/document/elements.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { flowBlocks } from './flow.ts';
import { imprintParagraph } from './imprint.ts';
import { mastheadParagraphs } from './masthead.ts';
import { placeParagraph } from './paragraph.ts';
import { landscapePage, sectionProperties, withSection } from './section.ts';
import type { Placed, Writing } from './writing.ts';

/** word/document.xml: 版头, the sections of the 主体 (upright or landscape), 版记. */
export function documentPart(writing: Writing): Xml {
  const { masthead, main, imprint } = divide(writing.doc);
  const sections = sectionsOf(main);
  // The 版记 stands at the foot of an upright page.
  if (imprint.length > 0 && sections.at(-1)!.landscape) sections.push({ landscape: false, blocks: [] });
  const body = sections.flatMap((section, index) => {
    const isFirst = index === 0;
    const isLast = index === sections.length - 1;
    const blocks = [
      ...(isFirst ? mastheadParagraphs(writing, masthead) : []),
      ...flowBlocks(writing, section.blocks, { measure: section.landscape ? landscapeMeasure(writing) : TEXT_WIDTH, startsPage: !isFirst, startsDocument: isFirst && masthead.length === 0 }),
    ];
    const properties = sectionProperties(writing.styles, { landscape: section.landscape, isFirst, isNumbered: isFirst || section.blocks.length > 0 });
    if (isLast) return [...blocks, ...(imprint.length > 0 ? [imprintParagraph(writing, imprint)] : endWithParagraph(blocks)), properties];
    return endSection(blocks, properties);
  });
  return xml('w:document', {}, xml('w:body', {}, body));
}

export const hasLandscape = (writing: Writing): boolean => sectionsOf(divide(writing.doc).main).some((section) => section.landscape);

interface Section {
  readonly landscape: boolean;
  readonly blocks: Placed[];
}

/** A landscape part runs from its annex to the next annex or embedded document. */
function sectionsOf(main: readonly Placed[]): Section[] {
  const sections: Section[] = [{ landscape: false, blocks: [] }];
  for (const placed of main) {
    const role = roleOf(placed.node);
    const landscape = role !== null && beginsPart(role) ? (placed.node.attrs.landscape as boolean) : sections.at(-1)!.landscape;
    if (landscape !== sections.at(-1)!.landscape) {
      if (sections.length === 1 && sections[0]!.blocks.length === 0) sections.pop();
      sections.push({ landscape, blocks: [] });
    }
    sections.at(-1)!.blocks.push(placed);
  }
  return sections;
}

/** The 版头 is the run of its elements at the start, the 版记 the run at the end; one that stands elsewhere is set where it stands. */
function divide(doc: Node): { masthead: Placed[]; main: Placed[]; imprint: Placed[] } {
  const blocks: Placed[] = [];
  doc.forEach((node, pos) => blocks.push({ node, pos }));
  const isPart = (placed: Placed, part: Part): boolean => {
    const role: Role | null = roleOf(placed.node);
    return role !== null && ROLES[role].part === part;
  };
  let start = 0;
  while (start < blocks.length && isPart(blocks[start]!, 'masthead')) start++;
  let end = blocks.length;
  while (end > start && isPart(blocks[end - 1]!, 'imprint')) end--;
  return { masthead: blocks.slice(0, start), main: blocks.slice(start, end), imprint: blocks.slice(end) };
}

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
