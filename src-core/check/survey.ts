import { isFootnote } from '../document/footnotes.ts';
import type { Node } from 'prosemirror-model';
import { roleOf } from '../document/elements.ts';
import { numberDocument } from '../document/numbering.ts';
import type { Numbering } from '../document/numbering.ts';
import { beginsPart, ROLES } from '../document/roles.ts';
import type { Role } from '../document/roles.ts';
import type { Template, Wenzhong } from '../template/template.ts';
import type { Place } from './diagnostic.ts';
import type { Fix } from './fix.ts';
import { wenzhongOfTitle } from './wenzhong.ts';

/** A top-level paragraph as the rules read it. */
export interface Line {
  readonly node: Node;
  /** Its place among the lines. */
  readonly index: number;
  readonly pos: number;
  readonly end: number;
  readonly role: Role;
  readonly level: number;
  readonly runIn: boolean;
  /** Its text as it will stand: what is marked as deleted is left out; a marker is U+FFFC, a line break a newline, a reference its words. */
  readonly text: string;
  /** Which paragraph it is, as people count; 0 for an empty one. */
  readonly paragraph: number;
  /** 0 = the document itself, then each annex or embedded document; -1 = 版记. */
  readonly part: number;
  /** Document position of the character at an index of `text`. */
  at(index: number): number;
}

/** A document as the rules read it: walked once, numbered once. */
export interface Survey {
  readonly doc: Node;
  readonly template: Template | null;
  readonly numbering: Numbering;
  readonly lines: readonly Line[];
  /** In one line; '' when there is none. */
  readonly title: string;
  /** The template's, or the one the title or an order's masthead (令) ends in; null when none says. */
  readonly wenzhong: Wenzhong | null;
  /** It has a 版头 or a template: a document to be sent, not a piece of text looked at. */
  readonly isFormal: boolean;
  of(role: Role): readonly Line[];
  /** Running text and headings of the document itself, annexes and embedded documents left out. */
  readonly body: readonly Line[];
}

export function surveyDocument(doc: Node, template: Template | null): Survey {
  const numbering = numberDocument(doc);
  const lines = readLines(doc, numbering);
  const byRole = Map.groupBy(lines, ({ role }) => role);
  const of = (role: Role): readonly Line[] => byRole.get(role) ?? [];
  const title = of('title').map(({ text }) => text).join('').replace(/[\n\u{FFFC}]/gu, '').trim();
  return {
    doc,
    template,
    numbering,
    lines,
    title,
    wenzhong: template?.wenzhong ?? wenzhongOfTitle(title) ?? (of('issuerMark').some(({ text }) => text.trim().endsWith('令')) ? '命令' : null),
    isFormal: template !== null || of('issuerMark').length > 0 || of('documentNumber').length > 0,
    of,
    body: lines.filter(({ part, role }) => part === 0 && (role === 'body' || role === 'heading')),
  };
}

function readLines(doc: Node, { references }: Numbering): Line[] {
  const lines: Line[] = [];
  let part = 0;
  let paragraph = 0;
  doc.forEach((node, pos) => {
    const role = roleOf(node);
    if (role === null) return;
    if (beginsPart(role)) part++;
    const { text, at } = readText(node, pos, references);
    lines.push({
      node, pos, role, text, at,
      index: lines.length,
      end: pos + node.nodeSize,
      level: node.attrs.level as number,
      runIn: node.attrs.runIn as boolean,
      paragraph: text === '' ? 0 : ++paragraph,
      part: ROLES[role].part === 'imprint' ? -1 : part,
    });
  });
  return lines;
}

function readText(node: Node, pos: number, references: Numbering['references']): Pick<Line, 'text' | 'at'> {
  let text = '';
  const positions: number[] = [];
  let isPlain = true;
  node.forEach((child, offset) => {
    if (child.marks.some((mark) => mark.type.name === 'del')) {
      isPlain = false;
      return;
    }
    // A footnote is no character of the sentence.
    const isNote = isFootnote(child);
    const isReference = child.type.name === 'reference' || isNote;
    const piece = child.isText ? child.text! : child.type.name === 'lineBreak' ? '\n' : isNote ? '' : isReference ? (references.get(pos + 1 + offset)?.text ?? '') : '\u{FFFC}';
    if (isReference && isPlain) {
      while (positions.length < text.length) positions.push(pos + 1 + positions.length);
      isPlain = false;
    }
    if (!isPlain) while (positions.length < text.length) positions.push(pos + 1 + positions.length);
    text += piece;
    if (!isPlain) for (let i = 0; i < piece.length; i++) positions.push(pos + 1 + offset + (isReference ? 0 : i));
  });
  if (isPlain) return { text, at: (index) => pos + 1 + index };
  while (positions.length < text.length) positions.push(pos + 1 + positions.length);
  positions.push(pos + 1 + node.content.size);
  return { text, at: (index) => positions[index]! };
}

/** A whole paragraph as a place. */
export const placeOf = ({ pos, end, role, paragraph }: Line): Place => ({ pos, end, role, paragraph });

/** A piece of a paragraph's text as a place. */
export const pieceOf = (line: Line, from: number, to: number): Place =>
  ({ pos: line.at(from), end: to > from ? line.at(to - 1) + 1 : line.at(from), role: line.role, paragraph: line.paragraph });

/** A fix that rewrites a piece of a paragraph's text; undefined where deleted text stands inside the piece. */
export function rewrite(line: Line, from: number, to: number, text: string): Fix | undefined {
  const start = line.at(from);
  const end = to > from ? line.at(to - 1) + 1 : start;
  return end - start === to - from ? { kind: 'replaceText', from: start, to: end, text, before: asStored(line, from, to) } : undefined;
}

/** As `applyFix` compares: leaves are one character each, whatever they are. */
const asStored = (line: Line, from: number, to: number): string => line.text.slice(from, to).replaceAll('\n', '\u{FFFC}');

/** The whole paragraph's text as `applyFix` compares it, deleted text included. */
export const storedText = ({ node }: Line): string => node.textBetween(0, node.content.size, '', '\u{FFFC}');
