import type { Node } from 'prosemirror-model';
import type { Role } from './roles.ts';

/** A paragraph and the position before it. */
export interface PlacedParagraph {
  readonly node: Node;
  readonly pos: number;
}

export const roleOf = (node: Node): Role | null => (node.type.name === 'para' ? (node.attrs.role as Role) : null);

/** The top-level paragraphs of a role, in order. */
export function findParagraphs(doc: Node, role: Role): PlacedParagraph[] {
  const found: PlacedParagraph[] = [];
  doc.forEach((node, pos) => {
    if (roleOf(node) === role) found.push({ node, pos });
  });
  return found;
}

/** The text of a paragraph without line breaks and without computed labels. */
export const textOf = (para: Node): string => para.textContent.replaceAll('\n', '');

/** The text of all paragraphs of a role, joined; '' when there is none. */
export const elementText = (doc: Node, role: Role, separator = ''): string =>
  findParagraphs(doc, role).map(({ node }) => textOf(node)).join(separator);

/** The document's title in one line; '' when it has none. */
export const documentTitle = (doc: Node): string => elementText(doc, 'title');

/** True where a first sentence ends inside the paragraph, so that as a heading it is 段首接排: lead, then text. */
export function continuesAfterLead(para: Node): boolean {
  const text = para.textBetween(0, para.content.size, '', '\u{FFFC}').trimEnd();
  const stop = text.indexOf('。');
  return stop >= 0 && stop < text.length - 1;
}

/**
 * How far the lead sentence of a run-in heading (段首接排) reaches, in characters from the start of the paragraph: up to and
 * including the first full stop, or the whole paragraph.
 */
export function leadLength(para: Node): number {
  const text = para.textBetween(0, para.content.size, '', '\u{FFFC}');
  const stop = text.indexOf('。');
  return stop < 0 ? para.content.size : stop + 1;
}
