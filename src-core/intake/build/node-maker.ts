import { Fragment } from 'prosemirror-model';
import type { Attrs, Node, NodeType } from 'prosemirror-model';

/** Makes a node without marks, as `NodeType.create` does. */
export type MakeNode = (type: NodeType, attrs: Attrs | null, content?: readonly Node[]) => Node;

/**
 * Nodes of the same type with equal attributes share them: in a long text there are a few dozen kinds of paragraph, and
 * the attributes of each, made anew, would take more memory than its text.
 */
export function createNodeMaker(): MakeNode {
  const kinds = new Map<string, Node>();
  return (type, attrs, content = []) => {
    const key = type.name + JSON.stringify(attrs);
    let kind = kinds.get(key);
    if (!kind) kinds.set(key, (kind = type.create(attrs)));
    return content.length === 0 ? kind : kind.copy(Fragment.fromArray(content));
  };
}
