import type { Node } from 'prosemirror-model';

/** Characters of a document: `characters` without blanks, `words` as word processors count 字数 (a run of Latin letters or digits is one). */
export interface Count {
  readonly characters: number;
  readonly words: number;
  readonly paragraphs: number;
}

const LATIN_RUN = /[A-Za-z0-9.,%-]*[A-Za-z0-9%]/g;

/** Counts the text typed by people; computed labels are not counted. */
export function countDocument(doc: Node): Count {
  let characters = 0;
  let words = 0;
  let paragraphs = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const text = node.textContent.replace(/\s+/g, '');
    if (text !== '') paragraphs++;
    characters += [...text].length;
    words += [...node.textContent.replace(LATIN_RUN, '0').replace(/\s+/g, '')].length;
    return false;
  });
  return { characters, words, paragraphs };
}
