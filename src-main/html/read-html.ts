import { defaultTreeAdapter as tree, parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { LONGEST_SIDE } from '#core/document/image.ts';
import type { CarriedImages } from '#core/document/image.ts';
import type { PlacedImage, SourceBlock, SourceCell, SourceLine, SourceTable, WordNote, WordPart, WordSource } from '#core/intake/source.ts';
import { openImage, PIXEL, sayImage } from '../images/open-image.ts';
import { createItemLabels } from './item-labels.ts';
import type { ItemLabels } from './item-labels.ts';
import { textOf } from './text-of.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What a browser does not show. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'iframe', 'object', 'select', 'button', 'textarea', 'colgroup']);
/** Where a line ends. */
const BREAKS = new Set([
  'br', 'address', 'article', 'aside', 'blockquote', 'body', 'center', 'caption', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr',
  'html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);
/** Maps, not records: a page may name an element `constructor`. */
const MARKS = new Map<string, 'bold' | 'underline' | 'superscript' | 'subscript'>([['b', 'bold'], ['strong', 'bold'], ['u', 'underline'], ['sup', 'superscript'], ['sub', 'subscript']]);
type Format = NonNullable<SourceLine['formats']>[number];

/**
 * A web page, or what Word and WPS put on the clipboard → lines and tables for the intake, in the order of reading. Tables that
 * only place things on a page are read as lines. Pictures that are in the page itself come along; those that only lie somewhere
 * on the net are noted, never fetched. Never throws, however deep the page nests.
 */
export function readHtml(html: string): WordSource {
  const page = parse(html);
  const reading: Reading = { nesting: tablesWithTables(page), labels: createItemLabels(), images: {}, notes: [] };
  const blocks = readBlocks(page, reading);
  return { blocks, comments: [], notes: reading.notes, images: reading.images };
}

/** What is found on the way through one page. */
interface Reading {
  readonly nesting: ReadonlySet<Node>;
  readonly labels: ItemLabels;
  readonly images: Record<string, CarriedImages[string]>;
  readonly notes: WordNote[];
}

function readBlocks(root: Node, reading: Reading): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let text = '';
  let formats: Format[] = [];
  let pictures: PlacedImage[] = [];
  let preformatted = 0;
  // The number of a list's item, until its text comes.
  let label = '';
  const end = (): void => {
    const { line, from } = tidy(text);
    const deleted = pictures.map((each) => ({ ...each, at: Math.min(Math.max(0, each.at - from), line.length) }));
    if (line !== '' || deleted.length > 0) blocks.push({ kind: 'line', text: line, ...spansFrom(formats, from, line.length), ...(deleted.length > 0 ? { deleted } : {}) });
    text = '';
    formats = [];
    pictures = [];
  };
  // A stack of our own, things to do after an element's children on it too.
  const stack: (Node | (() => void))[] = childrenOf(root);
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (typeof next === 'function') next();
    else if (tree.isTextNode(next)) {
      if (label !== '' && next.value.trim() !== '') {
        text = label + next.value.trimStart().replace(/[ \t\r\n\f]+/g, ' ');
        label = '';
      } else text += preformatted > 0 ? next.value : collapse(next.value, text);
    }
    else if (!tree.isElementNode(next)) stack.push(...childrenOf(next));
    else if (BESIDE.has(next.tagName)) {
      // Of <rp> the brackets only show where <rt> cannot be set above.
      if (next.tagName !== 'rp' && !isHidden(next)) note(reading, BESIDE.get(next.tagName)!, next, text);
    } else if (!UNSEEN.has(next.tagName) && !isHidden(next)) {
      if (STRUCK.has(next.tagName)) note(reading, 'strike', next, text);
      const table = next.tagName === 'table' && !reading.nesting.has(next) ? readTable(next, reading) : undefined;
      const image = next.tagName === 'img' ? readImage(next, reading, text) : null;
      if (image) pictures.push({ at: text.length, image, marks: [] });
      const isBlock = BREAKS.has(next.tagName);
      if (isBlock) end();
      if (next.tagName === 'li') label = reading.labels.of(next);
      if (table) {
        for (const caption of next.childNodes) if (tree.isElementNode(caption) && caption.tagName === 'caption' && !isHidden(caption)) for (const line of readBlocks(caption, reading)) blocks.push(line);
        blocks.push(table);
        label = '';
      } else {
        if (label !== '' && MARKS.has(next.tagName)) {
          text = label;
          label = '';
        }
        const start = text.length;
        const mark = MARKS.get(next.tagName);
        if (isBlock) stack.push(end);
        // An item without words has used its number up.
        if (next.tagName === 'li') stack.push(() => void (label = ''));
        if (mark) stack.push(() => { if (text.length > start) formats.push({ mark, span: [start, text.length] }); });
        if (next.tagName === 'pre') stack.push(() => void preformatted--);
        if (next.tagName === 'pre') preformatted++;
        stack.push(...childrenOf(next));
      }
    }
  }
  end();
  return blocks;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? [...node.childNodes].reverse() : []);

/** The tables that have tables in them: they lay out a page. */
function tablesWithTables(page: Node): ReadonlySet<Node> {
  const nesting = new Set<Node>();
  // Each node with the table it stands in.
  const stack: [Node, Node | null][] = [[page, null]];
  while (stack.length > 0) {
    const [node, around] = stack.pop()!;
    const isTable = tree.isElementNode(node) && node.tagName === 'table';
    if (isTable && around) nesting.add(around);
    for (const child of childrenOf(node)) stack.push([child, isTable ? node : around]);
  }
  return nesting;
}

/** Blanks and line ends of the source are one blank, none at the start of a line. */
function collapse(value: string, before: string): string {
  const one = value.replace(/[ \t\r\n\f]+/g, ' ');
  return before === '' || /\s$/.test(before) ? one.replace(/^ /, '') : one;
}

function tidy(text: string): { line: string; from: number } {
  const line = text.replaceAll('\u{A0}', ' ');
  const start = line.length - line.trimStart().length;
  // Full-width blanks at the start say that a paragraph begins; the intake takes them off.
  const kept = line.lastIndexOf('\u3000', start);
  const from = kept >= 0 && kept < start && line.slice(0, start).includes('\u3000\u3000') ? line.indexOf('\u3000\u3000') : start;
  return { line: line.trim() === '' ? '' : line.slice(from).trimEnd(), from };
}

function spansFrom(formats: readonly Format[], from: number, length: number): { formats?: Format[] } {
  const moved = formats.flatMap(({ mark, span: [start, stop] }): Format[] => {
    const span = [Math.max(0, start - from), Math.min(length, stop - from)] as const;
    return span[0] < span[1] ? [{ mark, span }] : [];
  });
  return moved.length > 0 ? { formats: moved } : {};
}

/** display:none, hidden, and what Word marks as not to be shown. */
const isHidden = (element: Element): boolean =>
  element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(value)));

/** A table with merges; undefined for one that only places things: of one column, or without rows. */
function readTable(table: Element, reading: Reading): SourceTable | undefined {
  const rows = rowsOf(table);
  if (rows.every((row) => row.cells.length <= 1)) return undefined;
  const firstOfBody = rows.findIndex((row) => !row.isHead);
  return {
    kind: 'table', headerRows: Math.max(firstOfBody, 0),
    rows: rows.map(({ cells }) => cells.map((cell): SourceCell => {
      const lines = readBlocks(cell, reading).filter((block) => block.kind === 'line').map((line) => inCell(line));
      const details = lines.some((line) => line.deleted ?? line.formats) ? { details: lines.map(({ deleted, formats }) => ({ ...(deleted ? { deleted } : {}), ...(formats ? { formats } : {}) })) } : {};
      return { paragraphs: lines.map(({ text }) => text), ...details, colspan: spanOf(cell, 'colspan', 200), rowspan: spanOf(cell, 'rowspan', 2000) };
    })),
  };
}

/** A line of a cell, with what stands in it, without the blanks before it. */
function inCell({ text: whole, deleted, formats }: SourceLine): Pick<SourceLine, 'text' | 'deleted' | 'formats'> {
  const text = whole.trim();
  const from = whole.length - whole.trimStart().length;
  return { text, ...(deleted ? { deleted: deleted.map((each) => ({ ...each, at: Math.max(0, Math.min(each.at - from, text.length)) })) } : {}), ...spansFrom(formats ?? [], from, text.length) };
}

/** What stands beside the text, or in it no more, and is told of. */
const BESIDE = new Map<string, WordPart>([['rt', 'ruby'], ['rp', 'ruby'], ['del', 'deleted']]);
const STRUCK = new Set(['s', 'strike']);

function note({ notes }: Reading, what: WordPart, element: Element, before: string): void {
  const text = textOf(element).replace(/\s+/g, ' ').trim();
  if (text !== '') notes.push({ what, text: text.slice(0, 60), near: before.trim().slice(-20) });
}

/** A picture whose bytes are in the page (data:); any other is noted with the words before it, dots that only count visitors not. */
function readImage(element: Element, { images, notes }: Reading, before: string): PlacedImage['image'] | null {
  const of = (name: string): string => element.attrs.find((each) => each.name === name)?.value ?? '';
  const [width, height] = [sideOf(of('width')), sideOf(of('height'))];
  if (width !== null && height !== null && width <= 2 * PIXEL && height <= 2 * PIXEL) return null;
  const [, base64] = /^data:image\/[a-z+.-]+;base64,([\s\S]+)$/i.exec(of('src').trim()) ?? [];
  const opened = base64 === undefined ? { ok: false as const, kind: '' } : openImage(Buffer.from(base64, 'base64'));
  const alt = of('alt').trim();
  if (!opened.ok) {
    notes.push({ what: 'image', text: sayImage(alt, opened.kind), near: before.trim().slice(-20) });
    return null;
  }
  images[opened.image.source] ??= opened.carried;
  return { ...opened.image, ...(width && height ? { width, height } : {}), alt };
}

/** A side said in pixels, in twips; null where it is not, or as a share of the page. */
function sideOf(value: string): number | null {
  const pixels = /^\d+(?:\.\d+)?(?:px)?$/.test(value.trim()) ? Number.parseFloat(value) : NaN;
  return Number.isFinite(pixels) ? Math.min(LONGEST_SIDE, Math.round(pixels * PIXEL)) : null;
}

interface Row {
  readonly cells: readonly Element[];
  readonly isHead: boolean;
}

function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const visit = (parent: Element, inHead: boolean): void => {
    for (const child of parent.childNodes) {
      if (!tree.isElementNode(child) || isHidden(child)) continue;
      if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) visit(child, child.tagName === 'thead');
      else if (child.tagName === 'tr') {
        const cells = child.childNodes.filter((each): each is Element => tree.isElementNode(each) && (each.tagName === 'td' || each.tagName === 'th') && !isHidden(each));
        if (cells.length > 0) rows.push({ cells, isHead: inHead || cells.every((cell) => cell.tagName === 'th') });
      }
    }
  };
  visit(table, false);
  return rows;
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(cell.attrs.find((each) => each.name === name)?.value ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), most) : 1;
}
