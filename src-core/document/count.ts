import type { Node } from 'prosemirror-model';
import { roleOf, textOf } from './elements.ts';
import { footnotesOf, footnoteText } from './footnotes.ts';
import { numberDocument } from './numbering.ts';
import { eachReference } from './references.ts';
import { isGoneRow, isStruck } from './revisions.ts';
import { beginsPart, ROLES } from './roles.ts';

/** Characters of a document: `characters` without blanks, `words` as word processors count 字数 (a run of Latin letters or digits is one). */
export interface Count {
  readonly characters: number;
  readonly words: number;
  readonly paragraphs: number;
}

const LATIN_RUN = /[A-Za-z0-9.,%-]*[A-Za-z0-9%]/g;
const NONE: Count = { characters: 0, words: 0, paragraphs: 0 };

/** Counts a text as people and word processors do. */
export function countText(text: string): Count {
  const characters = [...text.replace(/\s+/g, '')].length;
  return { characters, words: [...text.replace(LATIN_RUN, '0').replace(/\s+/g, '')].length, paragraphs: characters > 0 ? 1 : 0 };
}

const add = (a: Count, b: Count): Count => ({ characters: a.characters + b.characters, words: a.words + b.words, paragraphs: a.paragraphs + b.paragraphs });

/** Counts the text typed by people; computed labels are not counted, references are: they are words of the sentence. */
export const countDocument = (doc: Node): Count => Object.values(countParts(doc)).reduce(add, NONE);

/** The words of all footnotes, which belong to no part: `paragraphs` is how many there are. */
export const countFootnotes = (doc: Node): Count =>
  footnotesOf(doc).map(({ node }) => ({ ...countText(footnoteText(node)), paragraphs: 1 })).reduce(add, NONE);

/** The count of each part of a document (7.1); what an annex or an embedded document holds is no part of the 主体 here. */
export interface PartCounts {
  readonly masthead: Count;
  readonly main: Count;
  readonly annexes: Count;
  readonly imprint: Count;
}

/** The same by 版头, 主体, 附件 and 版记. */
export function countParts(doc: Node): PartCounts {
  let references: ReturnType<typeof numberDocument>['references'] | undefined;
  const wordsIn = (para: Node, pos: number): string => {
    let words = '';
    eachReference(para, (node, offset) => (words += isStruck(node) ? '' : (references ??= numberDocument(doc).references).get(pos + 1 + offset)?.text ?? ''));
    return words;
  };
  const sums = { masthead: { ...NONE }, main: { ...NONE }, annexes: { ...NONE }, imprint: { ...NONE } };
  let text: keyof PartCounts = 'main';
  let current: keyof PartCounts = 'main';
  doc.descendants((node, pos, parent) => {
    if (parent === doc) {
      const role = roleOf(node);
      if (role !== null && beginsPart(role)) text = 'annexes';
      const part = role === null ? 'main' : ROLES[role].part;
      current = part === 'main' ? text : part;
    }
    if (node.type.name === 'tableRow' && isGoneRow(node)) return false;
    if (!node.isTextblock) return true;
    const words = wordsIn(node, pos);
    const count = words === '' ? countOwn(node) : countText(textOf(node) + words);
    const sum = sums[current];
    sum.characters += count.characters;
    sum.words += count.words;
    sum.paragraphs += count.paragraphs;
    return false;
  });
  return sums;
}

const counted = new WeakMap<Node, Count>();

/** The count of a paragraph's own words; nodes are immutable, so each is counted once, not again with every key in another one. */
function countOwn(para: Node): Count {
  let count = counted.get(para);
  if (count === undefined) counted.set(para, (count = countText(textOf(para))));
  return count;
}
