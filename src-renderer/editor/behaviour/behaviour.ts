import { Extension } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { clipboard } from './clipboard.ts';
import { composition } from './composition.ts';
import { labels } from './labels.ts';
import { places } from './places.ts';
import { runIn } from './run-in.ts';
import { search } from './search.ts';
import { typedNumbers } from './typed-numbers.ts';

/** Everything the paper does by itself, beside what its elements and keys do. */
export const Behaviour = Extension.create({
  name: 'behaviour',
  addProseMirrorPlugins() {
    return [history({ depth: 500 }), labels(), places(), search(), composition(), typedNumbers(), runIn(), clipboard(this.editor.schema)];
  },
});
