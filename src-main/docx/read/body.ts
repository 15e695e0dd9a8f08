import type { Element } from '@xmldom/xmldom';
import type { SourceBlock, SourceLine } from '#core/intake/source.ts';
import { attribute, child, elements, valueOf } from './dom.ts';
import { readInline } from './inline.ts';
import type { Inline } from './inline.ts';
import { lineOf } from './line.ts';
import type { ListLabels } from './list-labels.ts';
import { ownLines, ownStyle } from './own-lines.ts';
import { readNumberingLink } from './style-sheet.ts';
import type { StyleFacts, StyleSheet } from './style-sheet.ts';
import { cellsOf, readTable } from './table.ts';

/** Reads what stands in a body, a header, a note: paragraphs and tables, text boxes beside the paragraph they are anchored in. */
export type ReadBlocks = (container: Element) => SourceBlock[];

type ReadContainer = (container: Element, tablesAsLines: boolean) => SourceBlock[];

export function createReader(styles: StyleSheet, labels: ListLabels): ReadBlocks {
  const linesOf = (paragraph: Element, inline: Inline, landscape: boolean): SourceLine[] => {
    const properties = child(paragraph, 'pPr');
    const style = styles.paragraph(valueOf(properties, 'pStyle'));
    const align = alignOf(valueOf(properties, 'jc'));
    const own = ownStyle(style.name);
    if (own === 'none') return [];
    if (own) {
      const lines = ownLines(own, inline);
      return lines.map((line) => ({ ...line, ...(align && KEEPS_ALIGN.has(own.role) ? { align } : {}), ...(landscape && own.role === 'annex' ? { landscape } : {}) }));
    }
    const link = readNumberingLink(properties) ?? style.numbering;
    const label = link ? labels(link) : '';
    const pieces = label === '' ? inline.pieces : [{ text: label, style: '', marks: [] }, ...inline.pieces];
    const shown = align ?? alignOf(style.align);
    return [lineOf(pieces, { whole: true, ...hintOf(style, shown), ...(shown ? { align: shown } : {}), ...(landscape ? { landscape } : {}) })];
  };

  const readBlocks: ReadContainer = (container, tablesAsLines) => {
    const blocks: SourceBlock[] = [];
    const placed = inOrder(container);
    const landscape = landscapes(container, placed);
    // A deleted paragraph mark joins its paragraph with the next.
    let carried: Inline | null = null;
    placed.forEach((element, index) => {
      if (element.localName === 'tbl') {
        // A table within a cell or a text box is only there to place text.
        if (tablesAsLines) blocks.push(...cellsOf(element).flatMap((cell) => readBlocks(cell, true)));
        else blocks.push(readTable(element, (cell) => readBlocks(cell, true).map((block) => (block.kind === 'line' ? block.text : ''))));
        return;
      }
      const here = readInline(element, styles);
      const inline: Inline = carried ? { pieces: [...(carried as Inline).pieces, ...here.pieces], boxes: [...(carried as Inline).boxes, ...here.boxes] } : here;
      if (child(element, 'pPr', 'rPr', 'del') && index < placed.length - 1) {
        carried = inline;
        return;
      }
      carried = null;
      const boxes = inline.boxes.flatMap((box) => readBlocks(box, true));
      const lines = linesOf(element, inline, landscape[index]!);
      // Boxes at the head of a document hold its masthead, those at its end the 版记.
      blocks.push(...(index < placed.length / 2 ? [...boxes, ...lines] : [...lines, ...boxes]));
    });
    return blocks;
  };
  return (container) => readBlocks(container, false);
}

/** Elements whose alignment we write only when a person has chosen it. */
const KEEPS_ALIGN = new Set(['title', 'titleNote', 'addressee', 'heading', 'article', 'body', 'note', 'annex', 'embedded']);

type Align = NonNullable<SourceLine['align']>;

function alignOf(jc: string | undefined): Align | undefined {
  return jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : jc === 'left' || jc === 'start' ? 'left' : undefined;
}

/** What the styles of other word processors say. A centred heading is rather the title of the whole, which they often set as 标题 1. */
function hintOf(style: StyleFacts, align: Align | undefined): Pick<SourceLine, 'role' | 'level'> {
  if (/^title$|^标题$/i.test(style.name)) return { role: 'title' };
  if (style.outline >= 1 && style.outline <= 4 && align !== 'center') return { role: 'heading', level: style.outline };
  return {};
}

/** Paragraphs and tables in order, those in content controls and revisions too. */
function inOrder(container: Element): Element[] {
  return elements(container).flatMap((element) => {
    if (element.localName === 'p' || element.localName === 'tbl') return [element];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag', 'AlternateContent', 'Choice'].includes(element.localName ?? '') ? inOrder(element) : [];
  });
}

/** Whether each block stands on a landscape page: the properties of a section stand at its end. */
function landscapes(container: Element, placed: readonly Element[]): boolean[] {
  const answer: boolean[] = [];
  let current = isLandscape(child(container, 'sectPr'));
  for (let i = placed.length - 1; i >= 0; i--) {
    const section = child(placed[i], 'pPr', 'sectPr');
    if (section) current = isLandscape(section);
    answer[i] = current;
  }
  return answer;
}

function isLandscape(section: Element | undefined): boolean {
  const size = child(section, 'pgSz');
  return attribute(size, 'orient') === 'landscape';
}
