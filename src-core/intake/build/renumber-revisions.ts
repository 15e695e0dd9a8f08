import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { hasRevisions, isRev } from '../../document/revisions.ts';
import type { Rev } from '../../document/revisions.ts';

/** Numbers the changes of a document in the order they stand, so that the same file always gives the same document. */
export function renumberRevisions(doc: Node): Node {
  if (!hasRevisions(doc)) return doc;
  const ids = new Map<string, string>();
  const renamed = (rev: Rev): Rev => {
    const id = ids.get(rev.id) ?? `w${ids.size + 1}`;
    ids.set(rev.id, id);
    return { ...rev, id };
  };
  /** Every `rev` in a JSON value, wherever it stands. */
  const inside = (value: unknown): unknown => {
    if (isRev(value)) return renamed(value);
    if (Array.isArray(value)) return value.map(inside);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)])) : value;
  };
  const renumber = (node: Node): Node => {
    const marks = node.marks.map((mark) => (mark.type.name === 'ins' || mark.type.name === 'del' || mark.type.name === 'fmt' ? mark.type.create(inside(mark.attrs) as Record<string, unknown>) : mark));
    if (node.isText) return node.mark(marks);
    const content = node.children.map(renumber);
    const tc = (node.attrs.tc ?? null) as unknown;
    return node.type.create(tc === null ? node.attrs : { ...node.attrs, tc: inside(tc) }, Fragment.from(content), marks);
  };
  return renumber(doc);
}
