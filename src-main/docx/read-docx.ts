import type { Element } from '@xmldom/xmldom';
import type { SourceBlock } from '#core/intake/source.ts';
import { createReader } from './read/body.ts';
import type { ReadBlocks } from './read/body.ts';
import { attribute, child, elements } from './read/dom.ts';
import { createListLabels } from './read/list-labels.ts';
import { openPackage } from './read/open-package.ts';
import type { Package } from './read/open-package.ts';
import { sortMasthead } from './read/own-lines.ts';
import { readStyleSheet } from './read/style-sheet.ts';

/**
 * The paragraphs and tables of a .docx file, read with all its changes accepted. Files of ours come back with the role of every
 * paragraph and without the labels we computed; others with what their styles, outline levels and automatic numbers say.
 * Throws AppError `encrypted-docx`, `not-a-docx`, `file-too-large`.
 */
export function readDocx(bytes: Uint8Array): SourceBlock[] {
  const file = openPackage(bytes);
  const read = createReader(readStyleSheet(file.relatedOf('styles')), createListLabels(file.relatedOf('numbering')));
  const body = child(file.document, 'body');
  if (!body) return [];
  const blocks = read(body);
  return sortMasthead([...headerBlocks(file, body, read), ...blocks, ...noteBlocks(file, read)]);
}

/** What the header of the first page holds: offices put 发文机关标志 there. */
function headerBlocks(file: Package, body: Element, read: ReadBlocks): SourceBlock[] {
  const references = elements(firstSection(body) ?? body, 'headerReference');
  const reference = references.find((each) => attribute(each, 'type') === 'first') ?? references.find((each) => attribute(each, 'type') === 'default');
  const header = reference && file.related(attribute(reference, 'id') ?? '');
  return header ? read(header).filter((block) => block.kind === 'table' || block.text.trim() !== '') : [];
}

function firstSection(body: Element): Element | undefined {
  for (const element of elements(body)) {
    const section = element.localName === 'sectPr' ? element : child(element, 'pPr', 'sectPr');
    if (section) return section;
  }
  return undefined;
}

/** Footnotes and endnotes follow the text: an official document has none, but what they say must not vanish. */
function noteBlocks(file: Package, read: ReadBlocks): SourceBlock[] {
  return (['footnotes', 'endnotes'] as const).flatMap((kind) => {
    const root = file.relatedOf(kind);
    const notes = root ? elements(root).filter((note) => ['footnote', 'endnote'].includes(note.localName ?? '') && attribute(note, 'type') === undefined) : [];
    return notes.flatMap((note) => read(note)).filter((block) => block.kind === 'table' || block.text.trim() !== '');
  });
}
