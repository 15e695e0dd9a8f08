import type { Node } from 'prosemirror-model';
import { numberDocument } from './numbering.ts';
import { eachReference } from './references.ts';

/** Characters of a document: `characters` without blanks, `words` as word processors count 字数 (a run of Latin letters or digits is one). */
export interface Count {
  readonly characters: number;
  readonly words: number;
  readonly paragraphs: number;
}

const LATIN_RUN = /[A-Za-z0-9.,%-]*[A-Za-z0-9%]/g;

/** Counts the text typed by people; computed labels are not counted, references are: they are words of the sentence. */
export function countDocument(doc: Node): Count {
  let characters = 0;
  let words = 0;
  let paragraphs = 0;
  let references: ReturnType<typeof numberDocument>['references'] | undefined;
  const wordsIn = (para: Node, pos: number): string => {
    let words = '';
    eachReference(para, (_, offset) => (words += (references ??= numberDocument(doc).references).get(pos + 1 + offset)?.text ?? ''));
    return words;
  };
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const said = node.textContent + wordsIn(node, pos);
    const text = said.replace(/\s+/g, '');
    if (text !== '') paragraphs++;
    characters += [...text].length;
    words += [...said.replace(LATIN_RUN, '0').replace(/\s+/g, '')].length;
    return false;
  });
  return { characters, words, paragraphs };
}
