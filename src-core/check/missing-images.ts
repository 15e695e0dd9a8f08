import type { Node } from 'prosemirror-model';
import { isImage } from '../document/image.ts';
import { roleOf } from '../document/elements.ts';
import type { Diagnostic } from './diagnostic.ts';
import { judge } from './judgement.ts';

/** Pictures whose bytes are nowhere, so that an empty frame stands in their place on paper. */
export function missingImages(doc: Node, isMissing: (source: string) => boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  let paragraph = 0;
  doc.forEach((block, start) => {
    const isText = block.type.name === 'para';
    if (isText && block.textContent !== '') paragraph++;
    const look = (node: Node, pos: number): void => {
      if (!isImage(node) || !isMissing(String(node.attrs.source))) return;
      const role = isText ? roleOf(block) : null;
      found.push(judge('image-missing', { pos, end: pos + 1, paragraph: isText && block.textContent !== '' ? paragraph : 0, ...(role !== null && { role }) }, { alt: String(node.attrs.alt) }));
    };
    block.descendants((node, offset) => look(node, start + 1 + offset));
  });
  return found;
}
