import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { AT_ONCE } from '../value-clock.ts';

const key = new PluginKey<ResolvedStyles>('styles-in-use');

/** The looks of the draft's template, for what the paper does by them; another template brings others while the draft is open. */
export const stylesInUse = (styles: ResolvedStyles): Plugin<ResolvedStyles> => new Plugin({ key, state: { init: () => styles, apply: (tr, now) => (tr.getMeta(key) as ResolvedStyles | undefined) ?? now } });

export const stylesOf = (state: EditorState): ResolvedStyles => key.getState(state)!;

/** What stands beside the paper is another form now: it follows at once. */
export const withStyles = (tr: Transaction, styles: ResolvedStyles): Transaction => tr.setMeta(key, styles).setMeta('addToHistory', false).setMeta(AT_ONCE, true);
