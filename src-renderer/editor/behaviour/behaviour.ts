import { Extension } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { resolveStyles } from '#core/template/styles.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { groupsAtRest } from './block-groups.ts';
import { caretInSight } from './caret-in-sight.ts';
import { clipboard } from './clipboard.ts';
import { composition } from './composition.ts';
import { footnotes } from './footnotes.ts';
import { labels } from './labels.ts';
import { lastChange } from './last-change.ts';
import { placement } from './placement.ts';
import { ownSelection } from './own-selection.ts';
import { places } from './places.ts';
import { promptSelection } from './prompt-selection.ts';
import { references } from './references.ts';
import { runIn } from './run-in.ts';
import { search } from './search.ts';
import { stylesInUse } from './styles-in-use.ts';
import { ties } from './ties.ts';
import { typedNumbers } from './typed-numbers.ts';

interface BehaviourOptions {
  readonly styles: ResolvedStyles;
}

/** Everything the paper does by itself, beside what its elements and keys do. */
export const Behaviour = Extension.create<BehaviourOptions>({
  name: 'behaviour',
  addOptions: () => ({ styles: resolveStyles(null) }),
  addProseMirrorPlugins() {
    return [promptSelection(), history({ depth: 500 }), lastChange(), labels(), stylesInUse(this.options.styles), placement(), places(), search(), composition(), typedNumbers(), ties(), references(this.editor), footnotes(), runIn(), caretInSight(), groupsAtRest(), ownSelection(), clipboard(this.editor.schema)];
  },
});
