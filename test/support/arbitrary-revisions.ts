import fc from 'fast-check';
import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import type { Rev } from '#core/document/revisions.ts';
import { schema } from '#core/document/schema.ts';
import { arbitraryDocument } from './arbitrary-document.ts';

const revs: readonly Rev[] = [{ id: 'w1', a: '李四', s: 0, t: 29_000_000 }, { id: 'w2', a: '王五', s: 0, t: 29_000_100 }, { id: 'w3', a: '赵六', s: 0, t: null }];

/** Whole documents in which some text, paragraph ends and table rows were inserted, deleted, inserted and then deleted, or made bold. */
export const arbitraryRevised: fc.Arbitrary<Node> = fc.tuple(arbitraryDocument, fc.infiniteStream(fc.nat(99))).map(([doc, numbers]) => {
  const next = (): number => numbers.next().value as number;
  const rev = (): Rev => revs[next() % revs.length]!;
  const isText = (node: Node | undefined): boolean => node?.attrs.role === 'body' || node?.attrs.role === 'heading';
  const change = (node: Node, after?: Node): Node => {
    if (node.isInline) {
      const dice = next();
      const marks = dice < 10 ? [schema.mark('ins', { rev: rev() })] : dice < 22 ? [schema.mark('del', { rev: rev() })] : dice < 26 ? [schema.mark('ins', { rev: rev() }), schema.mark('del', { rev: rev() })] : [];
      return marks.reduce((each, mark) => each.mark(mark.addToSet(each.marks)), node);
    }
    const dice = next();
    const isRow = node.type.name === 'tableRow';
    // Elements of the 版头 and the 版记 share lines on paper, where one of them has no end of its own.
    const canChange = isRow ? node.attrs.header !== true : isText(node);
    const tc = canChange && dice < 8 ? { ins: rev() } : canChange && dice < 16 && (isRow || isText(after)) ? { del: rev() } : null;
    // What references say depends on numbers, which differ between the open text and the accepted one.
    const kept = node.children.filter((child) => child.type.name !== 'reference');
    const children = kept.map((child, index) => (index === 0 && child.isInline && node.attrs.role !== 'body' ? child : change(child, kept[index + 1])));
    return node.type.create(tc ? { ...node.attrs, tc } : node.attrs, Fragment.from(children));
  };
  return doc.copy(Fragment.from(doc.children.map((block, index) => change(block, doc.children[index + 1]))));
});
