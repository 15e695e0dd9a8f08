import fc from 'fast-check';
import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { schema } from '#core/document/schema.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { image, pngFile } from './pictures.ts';

/** The pictures of `arbitraryIllustrated`. */
export const PICTURES = [pngFile(2, 2), pngFile(3, 2, [0, 90, 200, 128])];

/** Whole documents with pictures of every size, from a dot to more than a page, between the words and by themselves. */
export const arbitraryIllustrated: fc.Arbitrary<Node> = fc.tuple(arbitraryDocument, fc.infiniteStream(fc.nat(99))).map(([doc, numbers]) => {
  const next = (): number => numbers.next().value as number;
  const picture = (): Node => image(PICTURES[next() % 2]!, 20 + next() ** 2 * 2, 20 + next() ** 2 * 2, next() % 2 === 0 ? '' : '示意图');
  const illustrate = (node: Node): Node => {
    if (!node.isTextblock) return node.copy(Fragment.from(node.children.map(illustrate)));
    const children = node.children.flatMap((child) => (next() < 10 ? [picture(), child] : [child]));
    return node.copy(Fragment.from(next() < 8 ? [...children, picture()] : children));
  };
  const alone = (): Node => schema.nodes.para.create(null, [picture()]);
  return doc.copy(Fragment.from(doc.children.flatMap((block) => (block.attrs.role === 'body' && next() < 12 ? [illustrate(block), alone()] : [illustrate(block)]))));
});
