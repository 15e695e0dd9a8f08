import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findPlace } from '../paragraphs.ts';

/** A stretch of the paper framed because the panel or the outline points to it. */
export interface Framed {
  readonly from: number;
  readonly to: number;
}

interface Places {
  readonly framed: readonly Framed[];
}

const key = new PluginKey<Places>('places');

/** Marks the paragraph the caret is in, and frames what the panel points to. */
export const places = (): Plugin<Places> => new Plugin<Places>({
  key,
  state: {
    init: () => ({ framed: [] }),
    apply: (tr, before) => {
      const framed = tr.getMeta(key) as readonly Framed[] | undefined;
      if (framed) return { framed };
      if (!tr.docChanged || before.framed.length === 0) return before;
      return { framed: before.framed.map(({ from, to }) => ({ from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) })).filter(({ from, to }) => from < to) };
    },
  },
  props: {
    decorations: (state) => {
      const decorations = key.getState(state)!.framed.map(({ from, to }) => Decoration.inline(from, to, { class: 'is-framed' }));
      const here = findPlace(state.selection.$head);
      if (here && !here.inTable) decorations.push(Decoration.node(here.pos, here.pos + here.node.nodeSize, { class: 'is-here' }));
      return DecorationSet.create(state.doc, decorations);
    },
  },
});

/** Frames these stretches instead of those before; an empty list frames nothing. */
export const frame = (tr: Transaction, framed: readonly Framed[]): Transaction => tr.setMeta(key, framed).setMeta('addToHistory', false);

export const framedIn = (state: EditorState): readonly Framed[] => key.getState(state)?.framed ?? [];
