import type { Node } from 'prosemirror-model';
import { imageWords } from './image.ts';
import type { Numbering } from './numbering.ts';

/** The words of a paragraph as people read them, inline numbers and references included, its own label not; marks of footnotes where `footnotes` are given. */
export function paragraphWords(para: Node, pos: number, { markers, references, footnotes }: Pick<Numbering, 'markers' | 'references'> & Partial<Pick<Numbering, 'footnotes'>>): string {
  let words = '';
  para.forEach((child, offset) => {
    if (child.isText) words += child.text;
    else if (child.type.name === 'image') words += imageWords(child);
    else if (child.type.name === 'marker') words += markers.get(pos + 1 + offset)?.text ?? '';
    else if (child.type.name === 'reference') words += references.get(pos + 1 + offset)?.text ?? '';
    else if (child.type.name === 'footnote') words += footnotes?.get(pos + 1 + offset)?.text ?? '';
  });
  return words;
}
