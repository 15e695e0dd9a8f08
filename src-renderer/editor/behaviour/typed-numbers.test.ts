import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { expect, it } from 'vitest';
import { doc, p, title } from '../../../test/support/build.ts';
import { recognise, typedNumbers } from './typed-numbers.ts';

it('回车来得比看一眼还早：键入的“一、”照样成为一级标题', () => {
  const plugin = typedNumbers();
  let state = EditorState.create({ doc: doc(title('关于试点的通知'), p('')), plugins: [plugin] });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)));
  const view = {
    isDestroyed: false,
    composing: false,
    get state() { return state; },
    dispatch: (tr: Transaction) => { state = state.apply(tr); },
  } as unknown as EditorView;
  const { handleTextInput, handleDOMEvents } = plugin.props;
  for (const letter of '一、') {
    const at = state.selection.from;
    handleTextInput!.call(plugin, view, at, at, letter, () => state.tr);
    state = state.apply(state.tr.insertText(letter));
  }
  expect(handleDOMEvents!.keydown!.call(plugin, view, { key: 'Enter' } as KeyboardEvent)).toBe(false);
  expect(state.doc.lastChild!.attrs).toMatchObject({ role: 'heading', level: 1 });
  expect(state.doc.lastChild!.textContent).toBe('');
});

it.each([['1、领', 3], ['12.建', 3], ['1、2', null], ['1.5', null], ['1、', null]])('段首打“%s”：级别是 %s', (text, level) => {
  let state = EditorState.create({ doc: doc(title('关于试点的通知'), p('')) });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)));
  const since = state.selection.from;
  state = state.apply(state.tr.insertText(text));
  expect(recognise(state, since)?.doc.lastChild!.attrs.level ?? null).toBe(level);
});
