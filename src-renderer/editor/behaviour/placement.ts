import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { roleOf } from '#core/document/elements.ts';
import { PLACED_ROLES, placements } from '../../page/placement.ts';
import type { Declarations } from '../../page/placement.ts';
import { stylesOf } from './styles-in-use.ts';

const key = new PluginKey<DecorationSet>('placement');

/**
 * Sets the elements whose place hangs on their neighbours: the size of the red mark, the names of several offices and 签发人,
 * 署名 over 成文日期. A change elsewhere on the paper places nothing anew.
 */
export const placement = (): Plugin<DecorationSet> => {
  const place = (doc: Node, state: EditorState): DecorationSet =>
    DecorationSet.create(doc, [...placements(doc, stylesOf(state))].map(([pos, declarations]) => Decoration.node(pos, pos + doc.nodeAt(pos)!.nodeSize, { style: cssText(declarations) })));
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => place(state.doc, state),
      apply: (tr, before, old, state) => {
        if (stylesOf(old) !== stylesOf(state) || (tr.docChanged && touches(tr.before, tr.doc))) return place(tr.doc, state);
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
      },
    },
    props: { decorations: (state) => key.getState(state)! },
  });
};

const cssText = (declarations: Declarations): string => Object.entries(declarations).map(([name, value]) => `${name}:${value}`).join(';');

/** Whether two documents differ in one of these elements, in what stands beside one, or in the fields, which choose the 落款. */
function touches(old: Node, doc: Node): boolean {
  if (old.attrs.fields !== doc.attrs.fields) return true;
  const least = Math.min(old.childCount, doc.childCount);
  let start = 0;
  while (start < least && old.child(start) === doc.child(start)) start++;
  let end = 0;
  while (end < least - start && old.child(old.childCount - 1 - end) === doc.child(doc.childCount - 1 - end)) end++;
  const isPlaced = (within: Node): boolean => {
    for (let index = start; index < within.childCount - end; index++) {
      const role = roleOf(within.child(index));
      if (role !== null && PLACED_ROLES.has(role)) return true;
    }
    return false;
  };
  if (isPlaced(old) || isPlaced(doc)) return true;
  // A paragraph put between two of them parts them.
  return old.childCount !== doc.childCount && [start - 1, doc.childCount - end].some((index) => {
    const beside = index >= 0 ? doc.maybeChild(index) : null;
    const role = beside ? roleOf(beside) : null;
    return role !== null && PLACED_ROLES.has(role);
  });
}
