import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { beginsPart, ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';

const key = new PluginKey<DecorationSet>('wide-pages');

/** Marks the blocks that stand on landscape pages, so that the desk draws them on a wide sheet. */
export const widePages = (): Plugin<DecorationSet> => new Plugin<DecorationSet>({
  key,
  state: {
    init: (_, { doc }) => marked(doc),
    apply: (tr, before) => {
      if (!tr.docChanged) return before;
      return isSameRow(tr.before, tr.doc) ? before.map(tr.mapping, tr.doc) : marked(tr.doc);
    },
  },
  props: { decorations: (state) => key.getState(state)! },
});

/** True where no block came, went or changed what it is. */
function isSameRow(a: Node, b: Node): boolean {
  return a.childCount === b.childCount && a.children.every((block, index) => block === b.child(index) || block.sameMarkup(b.child(index)));
}

function marked(doc: Node): DecorationSet {
  const wide: { from: number; to: number }[] = [];
  let isWide = false;
  doc.forEach((node, pos) => {
    if (node.type.name === 'para') {
      const role = node.attrs.role as Role;
      if (beginsPart(role)) isWide = node.attrs.landscape === true;
      else if (ROLES[role].part === 'imprint') isWide = false;
    }
    if (isWide) wide.push({ from: pos, to: pos + node.nodeSize });
  });
  if (wide.length === 0) return DecorationSet.empty;
  return DecorationSet.create(doc, wide.map(({ from, to }, index) =>
    Decoration.node(from, to, { class: `on-wide${index === wide.length - 1 || wide[index + 1]!.from !== to ? ' ends-wide' : ''}` })));
}
