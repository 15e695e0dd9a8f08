import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';

/**
 * References of what is pasted: one whose target comes along, or stands in this document, goes on pointing there; any other
 * becomes the words it said where it was copied.
 */
export function settleReferences(content: Fragment, doc: Node): Fragment {
  let hasReferences = false;
  const anchors = new Set<unknown>();
  content.descendants((node) => {
    hasReferences ||= node.type.name === 'reference';
    if (node.attrs.anchor) anchors.add(node.attrs.anchor);
    return true;
  });
  if (!hasReferences) return content;
  doc.forEach((block) => anchors.add(block.attrs.anchor ?? undefined));
  return settle(content, anchors);
}

function settle(content: Fragment, anchors: ReadonlySet<unknown>): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name !== 'reference') nodes.push(node.isLeaf ? node : node.copy(settle(node.content, anchors)));
    else if (anchors.has(node.attrs.target)) nodes.push(node.type.create({ ...node.attrs, was: null }, null, node.marks));
    else if (typeof node.attrs.was === 'string') nodes.push(node.type.schema.text(node.attrs.was, node.marks));
  });
  return Fragment.from(nodes);
}
