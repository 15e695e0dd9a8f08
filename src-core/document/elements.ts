import type { Node } from 'prosemirror-model';
import { isStruck } from './revisions.ts';
import { beginsPart, hasLevels, ROLE_NAMES, ROLES } from './roles.ts';
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

/** Those that are the document's own: 主送, 署名 and 成文日期 inside an annex or an embedded document are theirs. */
export function findOwn(doc: Node, role: Role): PlacedParagraph[] {
  const found = findParagraphs(doc, role);
  const end = ROLES[role].part === 'main' && found.length > 0 ? ownEnd(doc) : Infinity;
  return found.filter(({ pos }) => pos < end);
}

/** Where the document itself ends: its first annex or embedded document begins. */
export function ownEnd(doc: Node): number {
  let pos = 0;
  for (const block of doc.children) {
    const role = roleOf(block);
    if (role !== null && beginsPart(role)) return pos;
    pos += block.nodeSize;
  }
  return Infinity;
}

/** The text of a paragraph without line breaks, computed labels and what a revision has deleted. */
export const textOf = (para: Node): string => liveText(para, '').replaceAll('\n', '');

/** Its text as it stands, leaves as `leaf`; what a revision has deleted is left out. */
function liveText(para: Node, leaf: string): string {
  if (!para.children.some(isStruck)) return para.textBetween(0, para.content.size, '', leaf);
  return para.children.map((child) => (isStruck(child) ? '' : child.isText ? child.text! : leaf)).join('');
}

/** The text of all the document's own paragraphs of a role, joined; '' when there is none. */
export const elementText = (doc: Node, role: Role, separator = ''): string =>
  findOwn(doc, role).map(({ node }) => textOf(node)).join(separator);

/** Whether a paragraph can share its line with others: it has text, and neither line breaks nor tabs in it. */
export const isOneLine = (para: Node): boolean => textOf(para).trim() !== '' && !/[\n\t]/.test(liveText(para, '\n'));

/**
 * The document's title in one line; an order and minutes without one are named by their 发文机关标志, an order with its number
 * (GB/T 9704—2012 10.2, 10.3). '' when nothing names it.
 */
export function documentTitle(doc: Node): string {
  const title = elementText(doc, 'title');
  const mark = title === '' ? elementText(doc, 'issuerMark') : '';
  if (/令$/.test(mark)) return mark + elementText(doc, 'documentNumber').replace(/^(?=.)/, '（').replace(/(?<=.)$/, '）');
  return /纪要$/.test(mark) ? mark : title;
}

/** True where a first sentence ends inside the paragraph, so that as a heading it is 段首接排: lead, then text. */
export function continuesAfterLead(para: Node): boolean {
  const text = liveText(para, '\u{FFFC}').trimEnd();
  const stop = text.indexOf('。');
  return stop >= 0 && stop < text.length - 1;
}

/**
 * How far the lead sentence of a run-in heading (段首接排) reaches, in characters from the start of the paragraph: up to and
 * including the first full stop, or the whole paragraph.
 */
export function leadLength(para: Node): number {
  let at = 0;
  for (const child of para.children) {
    const stop = child.isText && !isStruck(child) ? child.text!.indexOf('。') : -1;
    if (stop >= 0) return at + stop + 1;
    at += child.nodeSize;
  }
  return para.content.size;
}

/** True of a run-in heading with text behind its lead. */
export const goesOn = (para: Node): boolean => para.attrs.runIn === true && leadLength(para) < para.content.size;

/** Where an element belongs on the paper: before the first paragraph of a later role. Body text, headings and articles order nothing. */
export function placeOfRole(doc: Node, role: Role): number {
  const rank = ROLE_NAMES.indexOf(role);
  let found: number | null = null;
  doc.forEach((node, pos) => {
    const other = node.attrs.role as Role | undefined;
    if (found !== null || other === undefined) return;
    const otherRank = ROLE_NAMES.indexOf(other);
    const orders = other !== 'body' && !hasLevels(other) ? otherRank > rank : rank < ROLE_NAMES.indexOf('heading');
    if (orders) found = pos;
  });
  return found ?? doc.content.size;
}
